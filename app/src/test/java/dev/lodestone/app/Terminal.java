package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody in a directory who types verbs, which run in this process.
record Terminal(Path directory) {
    /// What a verb printed, and how it ended.
    record Said(int exit, String out, String err) {}

    Said run(String... arguments) {
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

    /// What a verb prints that does what it was asked to.
    String done(String... arguments) {
        var said = run(arguments);
        assertThat(said.exit())
                .as(
                        "%s: %s%s",
                        String.join(" ", arguments),
                        said.out().lines().limit(20).collect(Collectors.joining("\n")),
                        said.err())
                .isZero();
        return said.out();
    }

    /// The complaint of a verb that does not.
    String refused(String... arguments) {
        var said = run(arguments);
        assertThat(said.exit()).as("%s: %s", String.join(" ", arguments), said.out()).isEqualTo(1);
        return said.err();
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    void write(String name, String text) {
        try {
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The values of a property in the store of this directory, with what they come from.
    List<Row> valuesByOrigin(String property) throws Exception {
        try (var store = Store.open(path("lodestone-data"), Store.Needs.GRAPH, _ -> {})) {
            return store.queries()
                    .ask(session ->
                            session.rows(
                                    "property-by-origin",
                                    Map.of(
                                            "property",
                                            new Parameter.Iri(Term.of(property).iri()))));
        }
    }
}
