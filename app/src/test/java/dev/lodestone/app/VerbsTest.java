package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verbs in this process: what they print, where, and how they end.
class VerbsTest {
    private static final String REGISTRATION =
            """
            {"type":"SampleRegistered","version":1,"id":"0199a000-0000-7000-8000-000000000001",\
            "samples":[{"sample":"powder-7","form":"lsk:Powder","names":[{"scope":"lab","name":"P7"}]}]}
            """;
    private static final String SINTERING =
            """
            {"type":"SampleProcessed","version":1,"id":"0199a000-0000-7000-8000-000000000002",\
            "occurrence":{"labTime":{"instant":"2025-01-07T08:00:00Z"}},\
            "participants":{"samples":["powder-7"]},"process":"lsk:Sintering",\
            "parameters":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
            "quantity":{"value":850,"unit":"°C"}}]}
            """;

    @TempDir private Path directory;

    private record Said(int exit, String out, String err) {}

    private Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                Lodestone.run(
                        List.of(arguments),
                        directory,
                        new PrintWriter(out, true),
                        new PrintWriter(err, true));
        return new Said(exit, out.toString(), err.toString());
    }

    @BeforeEach
    void recordALife() throws Exception {
        Files.writeString(directory.resolve("life.jsonl"), REGISTRATION + SINTERING);
    }

    @Test
    void aFileOfEventsIsRecordedOnceAndSaysSoTheSecondTime() {
        assertThat(run("record", "life.jsonl").out()).contains("Recorded 2 events");
        var again = run("record", "life.jsonl");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Recorded 0 events", "2 were known already", "position 2");
    }

    @Test
    void aRefusedFileChangesNothingAndNamesLineAndPointer() throws Exception {
        Files.writeString(
                directory.resolve("bad.jsonl"), REGISTRATION + SINTERING.replace("°C", "mAh/g"));
        var said = run("record", "bad.jsonl");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("[bad.jsonl:2 /parameters/0/quantity/unit]")
                .contains("Maybe")
                .doesNotContain("A fault", "FileRefused", ".java");
        assertThat(run("status").out()).contains("log             0 records");
    }

    @Test
    void aBatchIsTriedRecordedAndUndone() throws Exception {
        Files.writeString(
                directory.resolve("furnace.jsonl"),
                REGISTRATION
                        + """
                        {"type":"AgentRegistered","version":1,"agent":"kim","agentType":"Person","name":"Kim"}
                        {"type":"InstrumentRegistered","version":1,"instrument":"furnace-2","name":"Furnace 2"}
                        """
                        + SINTERING.replace(
                                "\"occurrence\":{",
                                "\"occurrence\":{\"instruments\":[\"furnace-2\"],"));
        var recorded = run("record", "furnace.jsonl");
        assertThat(recorded.exit()).as(recorded.err()).isZero();
        Files.writeString(
                directory.resolve("rule.json"),
                """
                {"select":{"instrument":"furnace-2","during":{"year":2025}},\
                "change":{"property":"lsp:sinteringTemperature","plus":{"value":-12,"unit":"°C"}},\
                "reason":"calibration","author":"kim","id":"0199a000-0000-7000-8000-00000000cafe"}
                """);
        var tried = run("correct", "--batch", "rule.json", "--dry-run");
        assertThat(tried.exit()).as(tried.err()).isZero();
        assertThat(tried.out()).contains("would correct", "850 °C becomes 838 °C", "1 sample");
        assertThat(run("history", "P7").out()).contains("850 °C");
        var done = run("correct", "--batch", "rule.json");
        assertThat(done.out()).contains("Corrected 1 value of 1 event", "header is record/0199a");
        assertThat(run("correct", "--json", "--batch", "rule.json").out())
                .contains("\"already known\"");
        assertThat(run("history", "P7").out()).contains("838 °C");
        assertThat(run("impact", "record/0199a000-0000-7000-8000-00000000cafe").out())
                .contains("1 sample");
        assertThat(run("impact", "instrument/furnace-2", "--to", "2024-12-31").out())
                .contains("Nothing rests on it");
        var undo = "0199a000-0000-7000-8000-00000000cafe";
        assertThat(run("correct", "--undo", undo).err()).contains("needs a reason");
        assertThat(run("correct", "--undo", undo, "--reason", "the other furnace").out())
                .contains("undone, by 2 retractions");
        assertThat(run("history", "P7").out()).contains("850 °C");
        assertThat(run("correct", "--undo", undo, "--reason", "twice").exit()).isEqualTo(1);
        assertThat(run("correct", "--batch", "none.json").err()).contains("none.json");
        var nothing = run("correct");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Neither a rule nor a header").doesNotContain("A fault");
        Files.writeString(directory.resolve("rule.json"), "{\"select\":{}}");
        assertThat(run("correct", "--batch", "rule.json").err()).contains("/change");
    }

    @Test
    void aHistoryIsFoundByTheLabName() {
        run("record", "life.jsonl");
        var said = run("history", "P7");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("sintering temperature 850 °C (1123.15 K)", "position 2");
    }

    @Test
    void aLifeIsToldStateByState() {
        run("record", "life.jsonl");
        var said = run("timeline", "P7", "--ancestors");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("── state 1", "at 2025-01-07T08:00:00Z · position 2", "850 °C");
        assertThat(run("timeline", "P7", "--json").out()).contains("\"stages\"");
        assertThat(run("timeline", "P8").exit()).isEqualTo(1);
    }

    @Test
    void twoLivesAreComparedOrOneAtTwoPositions() {
        run("record", "life.jsonl");
        assertThat(run("diff", "P7", "powder-7").out()).contains("No difference is known.");
        var grown = run("diff", "P7", "--from", "1", "--to", "2");
        assertThat(grown.exit()).isZero();
        assertThat(grown.out()).contains("sintering", "missing", "1 only in B");
        assertThat(run("diff", "P7", "--json", "--from", "1").out()).contains("\"ONLY_B\"");
        assertThat(run("diff", "P7").exit()).isEqualTo(2);
        assertThat(run("diff", "P7", "workflow/none").err()).contains("workflow/none", "Maybe");
    }

    @Test
    void whatWasRecordedBetweenTwoPositionsIsTold() {
        run("record", "life.jsonl");
        var said = run("history", "P7", "--between", "1", "2");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("recorded: sintering", "sintering temperature 850 °C")
                .doesNotContain("register");
        assertThat(run("history", "P7", "--between", "2", "1").err()).contains("Maybe");
        assertThat(run("history", "P7", "--between", "1", "2", "--as-of", "1").exit()).isEqualTo(2);
    }

    @Test
    void aLineageIsTakenTogetherOrListed() throws Exception {
        Files.writeString(
                directory.resolve("split.jsonl"),
                """
                {"type":"SampleSplit","version":1,"parent":"powder-7","process":"lsk:Aliquoting",\
                "parts":[{"sample":"p1"},{"sample":"p2"},{"sample":"p3"},{"sample":"p4"}]}
                """);
        run("record", "life.jsonl");
        run("record", "split.jsonl");
        assertThat(run("lineage", "P7", "--down").out())
                .contains("4 aliquots of P7 (p1, p2, p3 …)");
        assertThat(run("lineage", "P7", "--all").out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("gave  p"));
        assertThat(run("lineage", "P7", "--all", "--json").out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{"));
        assertThat(run("lineage", "p4", "--up").out()).contains("P7, by Aliquoting");
    }

    @Test
    void whatRestsOnAnEventIsListedCountedAndStreamed() {
        run("record", "life.jsonl");
        var sintering = SINTERING.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1").strip();
        var told = run("impact", "event/" + sintering);
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("1 sample, 1 value", "→ state/", "sinteringTemperature");
        var streamed = run("impact", "event/" + sintering, "--all", "--json");
        assertThat(streamed.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(run("impact", "furnace-9").err()).contains("(furnace-9)", "Maybe");
    }

    @Test
    void aBalanceTellsWhatCameInWhatWasTakenAndWhatRemains() throws Exception {
        var lot =
                REGISTRATION.replace(
                        "\"form\"", "\"amount\":{\"value\":10,\"unit\":\"g\"},\"form\"");
        var split =
                """
                {"type":"SampleSplit","version":1,"parent":"powder-7",\
                "parts":[{"sample":"vial-1","amount":{"value":2.5,"unit":"g"}}],"process":"lsk:Aliquoting"}
                """;
        Files.writeString(directory.resolve("lot.jsonl"), lot + split);
        run("record", "lot.jsonl");
        var told = run("balance", "P7");
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("Balance of P7", "2.5 g", "to vial-1", "Remains: 7.5 g");
        assertThat(run("balance", "P7", "--json").out()).contains("\"remains\"", "7.5");
        Files.writeString(
                directory.resolve("more.jsonl"),
                split.replace("vial-1", "vial-2").replace("2.5", "8"));
        assertThat(run("record", "more.jsonl").err())
                .contains("more.jsonl:1 /parts/0/amount", "7.5 g left of 10 g", "Maybe");
    }

    @Test
    void aDraftedMappingImportsATableWhoseContradictionsStandInTheGraph() throws Exception {
        Files.writeString(
                directory.resolve("t.csv"),
                "sample,sin_temp,Dis_cap\nS-1,800,180.5\nS-2,850,170\n");
        Files.writeString(
                directory.resolve("typed-again.csv"),
                "sample,sin_temp,Dis_cap\nS-1,800,180.5\nS-2,650,170\n");
        var draft = run("import", "csv", "t.csv", "--suggest");
        assertThat(draft.exit()).as(draft.err()).isZero();
        assertThat(draft.out())
                .contains("property: lsp:specificDischargeCapacity", "# likely (0.85)");
        Files.writeString(
                directory.resolve("m.yaml"),
                draft.out()
                        + "  otherExport: {file: typed-again.csv, rows: same, agreeing: [sample]}\n");
        var mapping = "mapping=" + directory.resolve("m.yaml");
        var imported = run("import", "csv", "t.csv", "--set", mapping);
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("Here it says (850), in typed-again.csv:3 (650)");
        Files.writeString(
                directory.resolve("q.rq"),
                "SELECT ?text ?note WHERE { ?d ls:finding lsk:Contradiction ; ls:asRecorded ?text ; rdfs:comment ?note }");
        assertThat(run("query", "--format", "csv", "q.rq").out())
                .isEqualTo("text,note\r\n850,the other export says (650) in typed-again.csv:3\r\n");
        assertThat(run("import", "materials-project", "t.csv", "--suggest").err())
                .contains("needs no mapping");
    }

    @Test
    void statesAreToldByTheRulesOfAFile() throws Exception {
        run("record", "life.jsonl");
        assertThat(run("states", "P7").out()).contains("2 states in 2 classes", "rules strict");
        Files.writeString(
                directory.resolve("heat.json"),
                """
                {"name":"heat","version":"3","rules":[{"leavesUnchanged":["lsk:Sintering"]}]}
                """);
        var told = run("states", "P7", "--rules", "heat.json");
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("2 states in 1 class", "rules heat version 3");
        assertThat(run("states", "P7", "--rules", "heat.json", "--json").out())
                .contains("\"version\" : \"3\"");
        Files.writeString(directory.resolve("heat.json"), "{\"name\":1}");
        var wrong = run("states", "P7", "--rules", "heat.json");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("heat.json", "Maybe").doesNotContain("Exception");
    }

    @Test
    void exposureIsCountedFromWhatWasRecorded() throws Exception {
        Files.writeString(
                directory.resolve("life.jsonl"),
                REGISTRATION
                        + """
                        {"type":"SampleStored","version":1,"participants":{"samples":["powder-7"]},\
                        "occurrence":{"labTime":{"from":"2025-01-01T00:00:00Z","to":"2025-01-03T00:00:00Z"}},\
                        "conditions":[{"property":"lsp:relativeHumidity","basis":"Recorded",\
                        "quantity":{"value":55,"unit":"%"}}]}
                        """
                        + SINTERING);
        assertThat(run("record", "life.jsonl").exit()).isZero();
        var said =
                run("exposure", "P7", "--above", "relativeHumidity>40 %", "--before", "sintering");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("held for 48 h", "before sintering", "55 %");
        assertThat(run("exposure", "P7", "--above", "relativeHumidity>60 %", "--json").out())
                .contains("\"notHeldHours\" : 48");
        assertThat(run("exposure", "P7", "--above", "relativeHumidity").err()).contains("Maybe");
    }

    @Test
    void whatWasDoneIsHeldAgainstThePlan() throws Exception {
        Files.writeString(
                directory.resolve("plan.jsonl"),
                """
                {"type":"WorkflowPlanned","version":1,"workflow":"bake","title":"Bake","steps":[{"step":"heat",\
                "sort":"lsk:Sintering","targets":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
                "quantity":{"value":800,"unit":"°C"}}]}]}
                """
                        + REGISTRATION
                        + SINTERING.replace(
                                "\"occurrence\":{",
                                "\"occurrence\":{\"executes\":{\"workflow\":\"bake\",\"step\":\"heat\"},"));
        assertThat(run("record", "plan.jsonl").exit()).isZero();
        assertThat(run("deviations", "P7").out())
                .contains("Bake (bake) on P7", "850 °C instead of 800 °C, off by 50 °C (4.659 %)");
        assertThat(run("deviations", "bake", "--beyond", "5").out())
                .contains("done     heat")
                .doesNotContain("instead of");
        assertThat(run("deviations", "bake", "--json").out()).contains("\"status\" : \"EXECUTED\"");
        assertThat(run("deviations", "cake").err()).contains("(cake)", "Maybe");
    }

    @Test
    void anUnknownSampleIsSaidInWords() {
        run("record", "life.jsonl");
        var said = run("history", "P8");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("P8").doesNotContain("Exception", "\tat ");
    }

    @Test
    void aQueryPrintsATableForPeopleAndCsvForPrograms() throws Exception {
        run("record", "life.jsonl");
        Files.writeString(
                directory.resolve("q.rq"),
                "SELECT ?t WHERE { ?s lsp:sinteringTemperature ?si BIND(lsf:in(?si, unit:DEG_C) AS ?t) }");
        assertThat(run("query", "q.rq").out()).contains("850");
        assertThat(run("query", "--format", "csv", "q.rq").out()).startsWith("t\r\n850");
    }

    @Test
    void aQueryCanBeAskedAsOfAnEarlierPosition() throws Exception {
        run("record", "life.jsonl");
        Files.writeString(
                directory.resolve("q.rq"),
                "SELECT ?t WHERE { ?s lsp:sinteringTemperature ?si BIND(lsf:in(?si, unit:DEG_C) AS ?t) }");
        assertThat(run("query", "--as-of", "1", "--format", "csv", "q.rq").out())
                .isEqualTo("t\r\n");
        assertThat(run("query", "--as-of", "2", "--format", "csv", "q.rq").out())
                .startsWith("t\r\n850");
        var beyond = run("query", "--as-of", "99", "q.rq");
        assertThat(beyond.exit()).isEqualTo(1);
        assertThat(beyond.out()).isEmpty();
        assertThat(beyond.err()).contains("99", "Maybe");
    }

    @Test
    void aHistoryCanBeAskedAsOfAnEarlierPosition() {
        run("record", "life.jsonl");
        assertThat(run("history", "P7", "--as-of", "1").out())
                .contains("As of log position 1")
                .doesNotContain("sintering");
    }

    @Test
    void anyQuestionAboutASampleCanBeAskedAsOfAnEarlierPosition() {
        run("record", "life.jsonl");
        for (var question :
                List.of(
                        List.of("history", "P7"),
                        List.of("timeline", "P7"),
                        List.of("lineage", "P7"),
                        List.of("states", "P7"),
                        List.of("exposure", "P7", "--above", "sinteringTemperature>800 °C"),
                        List.of("deviations", "P7"),
                        List.of("balance", "P7"),
                        List.of("where", "P7"))) {
            assertThat(asOf(question, "1").out()).as(question.toString()).contains("\"basis\" : 1");
            for (var wrong : List.of("99", "-1")) {
                var refused = asOf(question, wrong);
                assertThat(refused.exit()).as(question.toString()).isEqualTo(1);
                assertThat(refused.out()).isEmpty();
                assertThat(refused.err()).contains("(" + wrong + ")", "Maybe one from 0 to");
            }
        }
        assertThat(run("states", "P7", "--as-of", "1").out()).doesNotContain("sintering");
    }

    private Said asOf(List<String> question, String position) {
        var all = new java.util.ArrayList<>(question);
        all.addAll(List.of("--json", "--as-of=" + position));
        return run(all.toArray(String[]::new));
    }

    @Test
    void whatHoldsConformsToTheShapes() {
        run("record", "life.jsonl");
        var said = run("check");
        assertThat(said.out()).contains("conforms");
        assertThat(said.exit()).isZero();
    }

    @Test
    void theLogVerifies() {
        run("record", "life.jsonl");
        assertThat(run("verify").exit()).isZero();
        assertThat(run("verify", "--json").out()).contains("\"entries\" : 2");
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(run("histroy").exit()).isEqualTo(2);
        assertThat(run("inverse").exit()).isEqualTo(2);
    }

    @Test
    void rebuildingLeavesTheSameAnswers() {
        run("record", "life.jsonl");
        var before = run("history", "P7").out();
        var rebuilt = run("rebuild");
        assertThat(rebuilt.exit()).isZero();
        assertThat(rebuilt.err()).contains("is built, up to position 2");
        assertThat(rebuilt.out()).contains("position 2, following");
        assertThat(run("history", "P7").out()).isEqualTo(before);
    }

    @Test
    void eventsPrintsWhatRecordReads() throws Exception {
        run("record", "life.jsonl");
        Files.writeString(directory.resolve("copy.jsonl"), run("events").out());
        assertThat(run("record", "--data", "other", "copy.jsonl").out())
                .contains("Recorded 2 events");
        assertThat(run("events", "--data", "other").out()).isEqualTo(run("events").out());
    }

    @Test
    void aCathodeSampleIsJoinedToTheComputedMaterialItIsLinkedTo() throws Exception {
        var shared = Path.of(System.getProperty("lodestone.shared"), "data");
        assumeTrue(Files.isDirectory(shared), "no third-party data in " + shared);
        run("import", "ncm-cathode", shared + "/ncm-cathode/ncm_datasheet_mice.csv");
        var imported =
                run(
                        "import",
                        "materials-project",
                        shared + "/materials-project/summary_mp-149_2022-10-05.json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        Files.writeString(
                directory.resolve("link.jsonl"),
                """
                {"type":"SampleLinked","version":1,"sample":"3a3fb897-5f82-596d-8f53-6d9214ed9225","material":"mp-149"}
                """);
        assertThat(run("record", "link.jsonl").exit()).isZero();
        Files.writeString(
                directory.resolve("joined.rq"),
                """
                SELECT DISTINCT ?formula (lsf:in(?gap, unit:EV) AS ?eV) WHERE {
                  ?sample lsp:specificDischargeCapacity ?capacity ; ls:represents ?material .
                  ?material ls:formula ?formula ; lsp:bandGap ?gap .
                } ORDER BY ?gap
                """);
        // The summary states the gap of its task, and another of its band structures.
        assertThat(run("query", "--format", "csv", "joined.rq").out().lines().toList())
                .containsExactly("formula,eV", "Si,0.6105", "Si,0.8164");
    }

    @Test
    void aSampleIsLinkedToTheMaterialItRepresentsByIdOrNameAndOnlyOnce() throws Exception {
        run("record", "life.jsonl");
        recordMaterials();

        var linked = run("link", "P7", "oqmd/entry:11");
        assertThat(linked.exit()).as(linked.err()).isZero();
        assertThat(linked.out()).contains("powder-7 represents the material oqmd-11", "position 6");
        assertThat(run("link", "powder-7", "oqmd-11").out())
                .contains("was known already", "position 6");
        assertThat(run("link", "--json", "powder-7", "mp-149").out())
                .contains("\"alreadyKnown\" : false", "/material/mp-149");
        assertThat(run("events").out()).contains("\"type\":\"SampleLinked\"");
    }

    @Test
    void whatCannotBeToldApartIsNotLinkedAndTheCandidatesAreListed() throws Exception {
        run("record", "life.jsonl");
        recordMaterials();

        var formula = run("link", "P7", "Si");
        assertThat(formula.exit()).isEqualTo(1);
        assertThat(formula.err())
                .contains("The name (Si) means 2 materials", "mp-149", "oqmd-11", "oqmd/entry:11");
        var sample = run("link", "X", "mp-149");
        assertThat(sample.err()).contains("The name (X) means 2 samples", "a:X", "b:X");
        assertThat(run("link", "P7", "mp-1").err())
                .contains("There is no material (mp-1)", "Maybe");
        assertThat(run("link", "P8", "mp-149").err()).contains("There is no sample (P8)");
        assertThat(run("status").out()).contains("log             5 records");
    }

    @Test
    void anImportWithoutAPathNeedsAProvider() {
        assertThat(run("import", "optimade").exit()).isEqualTo(2);
        var said = run("import", "optimade", "--provider", "nobody", "--filter", "nelements=2");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("No address of the provider (nobody)", "oqmd");
    }

    private void recordMaterials() throws Exception {
        Files.writeString(
                directory.resolve("materials.jsonl"),
                """
                {"type":"MaterialRegistered","version":1,"material":"mp-149","formula":"Si"}
                {"type":"MaterialRegistered","version":1,"material":"oqmd-11","formula":"Si","names":[{"scope":"oqmd/entry","name":"11"}]}
                {"type":"SampleRegistered","version":1,"samples":[{"sample":"x1","names":[{"scope":"a","name":"X"}]},{"sample":"x2","names":[{"scope":"b","name":"X"}]}]}
                """);
        var said = run("record", "materials.jsonl");
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
