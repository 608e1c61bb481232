package dev.lodestone.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The whole dependency graph on one page: who may know whom, and where each framework may appear.
class ArchitectureTest {
    private static final String OURS = "dev.lodestone.";

    private static final Part ONTOLOGY = new Part("ontology..");
    private static final Part EVENTS = new Part("events..");
    private static final Part PROJECTIONS = new Part("projections..");
    private static final Part QUERY = new Part("query..");
    private static final Part IMPORTERS = new Part("importers..");
    private static final Part APP = new Part("app..");

    private static final List<Part> ALL =
            List.of(ONTOLOGY, EVENTS, PROJECTIONS, QUERY, IMPORTERS, APP);

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.lodestone");

    @Test
    void eachModuleKnowsOnlyTheModulesBelowIt() {
        ONTOLOGY.dependsOn();
        EVENTS.dependsOn(ONTOLOGY);
        PROJECTIONS.dependsOn(EVENTS, ONTOLOGY);
        QUERY.dependsOn(PROJECTIONS, EVENTS, ONTOLOGY);
        IMPORTERS.dependsOn(EVENTS, ONTOLOGY);
        APP.dependsOn(QUERY, IMPORTERS, PROJECTIONS, EVENTS, ONTOLOGY);
    }

    @Test
    void eachFrameworkStaysInItsPackages() {
        framework("org.axonframework..").onlyIn("events.internal.axon..");
        framework("java.sql..").onlyIn("events.internal.sqlite..");
        framework("org.apache.jena..")
                .onlyIn("ontology.internal..", "projections.rdf..", "query.sparql..");
        framework("org.neo4j..").onlyIn("projections.property..", "app");
        framework("io.vertx..").onlyIn("query.http..");
        framework("org.tribuo..", "com.oracle..").onlyIn("query.learning..");
        framework("picocli..").onlyIn("app..");
        framework("tools.jackson..")
                .onlyIn("events.json..", "query..", "importers..", "app..", "events.internal..");
    }

    @Test
    void theTranslationTouchesNeitherTheWorldNorAFramework() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "projections.translate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.sql..",
                        "org.apache..",
                        "org.neo4j..",
                        "org.axonframework..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void nothingOutsideTheAppReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "app..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /// What is internal to a package counts as that package.
    @Test
    void packagesFormNoCycles() {
        slices().matching(OURS + "projections.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(OURS + "query.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(OURS + "importers.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(OURS + "app.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private record Part(String packages) {
        void dependsOn(Part... known) {
            var unknown =
                    ALL.stream()
                            .filter(part -> !part.equals(this) && !List.of(known).contains(part))
                            .map(part -> OURS + part.packages())
                            .toArray(String[]::new);
            if (unknown.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(OURS + packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(unknown)
                        .check(CLASSES);
            }
        }
    }

    private static Framework framework(String... packages) {
        return new Framework(packages);
    }

    private static final class Framework {
        private final String[] packages;

        Framework(String... packages) {
            this.packages = packages;
        }

        void onlyIn(String... ours) {
            var allowed = java.util.Arrays.stream(ours).map(p -> OURS + p).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideOutsideOfPackages(allowed)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .check(CLASSES);
        }
    }
}
