package dev.lodestone.projections.rdf;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/// A program, not a test: how fast a graph is built anew, beside TDB2's phased loader that reads
/// the same triples from a file. Arguments: how many samples (of about 40 triples each), how many
/// rounds.
final class RebuildRate {
    private static final String BASE = "https://lodestone.local/id";

    private RebuildRate() {}

    public static void main(String[] arguments) throws IOException {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Path root = Files.createTempDirectory("rebuild-rate");
        Path file = root.resolve("all.nt");
        long triples = write(samples, file);
        for (int i = 0; i < rounds; i++) {
            System.out.printf("%,d triples%n", triples);
            print("phased loader from a file", triples, seconds(() -> loadFile(root, file)));
            print("rebuild from statements", triples, seconds(() -> rebuild(root, samples)));
            print("statements alone", triples, seconds(() -> say(samples, new Nowhere())));
        }
        delete(root);
    }

    private static void print(String what, long triples, double seconds) {
        System.out.printf("%-28s %6.1f s %,9.0f/s%n", what, seconds, triples / seconds);
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void loadFile(Path root, Path file) {
        Path directory = root.resolve("from-file");
        var dataset = DatabaseMgr.connectDatasetGraph(directory.toString());
        var loader = LoaderFactory.phasedLoader(dataset, (format, values) -> {});
        loader.startBulk();
        loader.load(List.of(file.toString()));
        loader.finishBulk();
        TDBInternal.expel(dataset);
        delete(directory);
    }

    private static void rebuild(Path root, int samples) {
        Path data = root.resolve("data");
        try (var graph = TestGraphs.open(data, _ -> {})) {
            graph.rebuild(
                    sink -> say(samples, sink), new GraphBasis(new LogPosition(samples), "a"));
        }
        delete(data);
    }

    private static long write(int samples, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            stream.start();
            var counted =
                    new Nowhere() {
                        private long count;

                        @Override
                        public void statement(Statement statement) {
                            count++;
                            stream.triple(RdfSpelling.triple(statement));
                        }
                    };
            say(samples, counted);
            stream.finish();
            return counted.count;
        }
    }

    private static class Nowhere implements StatementSink {
        @Override
        public void statement(Statement statement) {}

        @Override
        public void shelved(RecordId record, Statement statement) {}
    }

    /// A sample, its state, the event that left it so, its record, and three values.
    private static void say(int samples, StatementSink sink) {
        for (int i = 0; i < samples; i++) {
            String sample = BASE + "/sample/" + i;
            String state = BASE + "/state/" + i + "/" + i;
            String event = BASE + "/event/" + i;
            String record = BASE + "/record/" + i;
            type(sink, sample, "Sample");
            type(sink, state, "SampleState");
            type(sink, event, "Event");
            type(sink, event, "Processing");
            type(sink, record, "EventRecord");
            link(sink, state, Namespaces.PROV + "specializationOf", sample);
            link(sink, state, Namespaces.PROV + "wasGeneratedBy", event);
            link(sink, event, Namespaces.LS + "onSample", sample);
            link(
                    sink,
                    event,
                    Namespaces.LS + "kind",
                    "https://w3id.org/lodestone/kind/Calcination");
            link(sink, event, Namespaces.LS + "record", record);
            link(sink, record, Namespaces.LS + "describes", event);
            value(sink, record, Namespaces.LS + "position", String.valueOf(i), "integer");
            value(sink, sample, Namespaces.LS + "label", "sample " + i, "string");
            for (int n = 0; n < 3; n++) {
                String datum = BASE + "/datum/" + i + "-" + n;
                String property = Namespaces.LSP + "property" + n;
                String si = Double.toString(i * 0.01 + n);
                type(sink, datum, "Datum");
                type(sink, datum, "Parameter");
                link(sink, datum, Namespaces.LS + "property", property);
                link(sink, datum, Namespaces.LS + "unit", Namespaces.UNIT + "DEG_C");
                link(sink, datum, Namespaces.LS + "onSample", sample);
                link(sink, event, Namespaces.LS + "parameter", datum);
                link(sink, datum, Namespaces.LS + "record", record);
                value(sink, datum, Namespaces.LS + "valueSI", si, "double");
                value(sink, datum, Namespaces.LS + "asRecorded", si, "string");
                value(sink, sample, property, si, "double");
            }
        }
    }

    private static void type(StatementSink sink, String subject, String name) {
        link(sink, subject, Namespaces.RDF + "type", Namespaces.LS + name);
    }

    private static void link(StatementSink sink, String subject, String predicate, String object) {
        sink.statement(new Statement(subject, predicate, new Resource(object)));
    }

    private static void value(
            StatementSink sink, String subject, String predicate, String text, String datatype) {
        sink.statement(
                new Statement(subject, predicate, new Literal(text, Namespaces.XSD + datatype)));
    }

    private static void delete(Path directory) {
        new GenerationFiles(directory).delete(directory);
    }
}
