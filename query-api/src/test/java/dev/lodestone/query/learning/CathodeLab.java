package dev.lodestone.query.learning;

import dev.lodestone.events.Because;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Tdb2Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A log and a graph in a directory, with a sheet of cathodes like the NCM sheet recorded in it:
/// each sample sintered once, described once, measured two or three times. The same each time.
public final class CathodeLab implements AutoCloseable {
    /// What every lab's sheet is called.
    public static final SourceId SHEET = new SourceId("sheet");

    private static final Instant BEGIN = Instant.parse("2025-03-01T08:00:00Z");

    private final EventLog log;
    private final EventIntake intake;
    private final FileStore files;
    private final Path directory;
    private Optional<Tdb2Graph> graph = Optional.empty();
    private final RecordId run = new RecordId(Uuids.named("run"));
    private final List<Draft> sheet = new ArrayList<>();
    private int row;

    /// @param samples how many
    public CathodeLab(Path directory, int samples) {
        this(directory, new Random(7));
        sheet.add(
                Draft.of(
                        run,
                        new SourceImported(
                                Occurrence.UNKNOWN,
                                SHEET,
                                "A sheet of cathodes",
                                Optional.of("cathodes.csv"),
                                Optional.of("ab".repeat(32)),
                                Optional.of("7"),
                                Optional.of("10.1000/sheet"),
                                Optional.of("MIT"),
                                Optional.of("The lab of the sheet"),
                                "by hand",
                                true,
                                Map.of())));
        var random = new Random(42);
        for (int i = 1; i <= samples; i++) {
            sample(i, random);
        }
        intake.record(sheet);
    }

    private CathodeLab(Path directory, Random random) {
        this.directory = directory;
        this.log = EventLogs.open(directory, () -> BEGIN);
        this.intake = new EventIntake(log, () -> BEGIN, random);
        this.files = new FileStore(directory);
    }

    /// A copy of the log of another lab, which must be closed.
    public static CathodeLab copyOf(Path other, Path directory) {
        try (var all = Files.list(other)) {
            for (var file :
                    all.filter(f -> f.getFileName().toString().startsWith(EventLogs.FILE))
                            .toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CathodeLab(directory, new Random(8));
    }

    public EventLog log() {
        return log;
    }

    public EventIntake intake() {
        return intake;
    }

    public FileStore files() {
        return files;
    }

    /// The n-th sample, from 1.
    public static SampleId sampleId(int n) {
        return new SampleId("cathode-" + n);
    }

    /// The record of a step of the n-th sample: `registered`, `sintered`, `described`, or `primary
    /// 1`, `measured 1` and so on.
    public static RecordId recordId(int n, String step) {
        return new RecordId(Uuids.named("cathode", Integer.toString(n), step));
    }

    private void sample(int n, Random random) {
        var sample = sampleId(n);
        double nickel = 0.4 + 0.05 * random.nextInt(11);
        double size = 3 + random.nextInt(100) / 10.0;
        int celsius = 700 + 10 * random.nextInt(26);
        int hours = 8 + random.nextInt(9);
        var first = row + 1;
        sheet.add(
                sheet(
                        n,
                        "registered",
                        first,
                        new SampleRegistered(
                                Occurrence.UNKNOWN,
                                List.of(
                                        SampleDescription.of(
                                                sample,
                                                Term.of("lsk:Powder"),
                                                new ScopedName("lab", "NCM <" + n + ">"))))));
        sheet.add(sheet(n, "sintered", first, sintered(n, Integer.toString(celsius), hours)));
        sheet.add(
                sheet(
                        n,
                        "described",
                        first,
                        new ValuesAsserted(
                                after(n, "sintered"),
                                Subject.of(sample),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(
                                        value(
                                                "lsp:fractionNi",
                                                "%.2f",
                                                nickel,
                                                "unit:FRACTION",
                                                HowKnown.EXTRACTED),
                                        value(
                                                "lsp:fractionCo",
                                                "%.2f",
                                                0.1,
                                                "unit:FRACTION",
                                                HowKnown.EXTRACTED),
                                        value(
                                                "lsp:fractionMn",
                                                "%.2f",
                                                0.9 - nickel,
                                                "unit:FRACTION",
                                                HowKnown.EXTRACTED),
                                        value(
                                                "lsp:secondaryParticleSize",
                                                "%.1f",
                                                size,
                                                "unit:MicroM",
                                                HowKnown.UNVERIFIED)))));
        int rows = 2 + random.nextInt(2);
        for (int m = 1; m <= rows; m++) {
            row++;
            double rate = 0.1 * m;
            double capacity =
                    120
                            + 90 * nickel
                            - 25 * rate
                            - 0.02 * Math.abs(celsius - 850)
                            + random.nextGaussian();
            sheet.add(
                    sheet(
                            n,
                            "primary " + m,
                            row,
                            new ValuesAsserted(
                                    after(n, "sintered"),
                                    Subject.of(sample),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    List.of(
                                            value(
                                                    "lsp:primaryParticleSize",
                                                    "%.7f",
                                                    0.1 + size / 20 + m / 1000.0,
                                                    "unit:MicroM",
                                                    HowKnown.IMPUTED)))));
            sheet.add(
                    sheet(
                            n,
                            "measured " + m,
                            row,
                            measured(
                                    n,
                                    "%.1f".formatted(rate),
                                    String.format(Locale.ROOT, "%.1f", capacity))));
        }
    }

    /// How the n-th sample was sintered.
    public static SampleProcessed sintered(int n, String celsius, int hours) {
        return new SampleProcessed(
                after(n, "registered"),
                Participants.of(sampleId(n)),
                Term.of("lsk:Sintering"),
                List.of(
                        Value.of(
                                        Term.of("lsp:sinteringTemperature"),
                                        HowKnown.UNVERIFIED,
                                        Quantity.of(celsius, Term.of("unit:DEG_C")))
                                .at("row %d, column sin_temp".formatted(n)),
                        Value.of(
                                Term.of("lsp:sinteringTime"),
                                HowKnown.UNVERIFIED,
                                Quantity.of(Integer.toString(hours), Term.of("unit:HR")))),
                List.of());
    }

    /// What was measured of the n-th sample at a rate.
    public static SampleMeasured measured(int n, String rate, String capacity) {
        return new SampleMeasured(
                after(n, "sintered"),
                Participants.of(sampleId(n)),
                Term.of("lsk:GalvanostaticCycling"),
                Effect.NONE,
                List.of(),
                List.of(
                        Value.of(
                                Term.of("lsp:upperCutoffVoltage"),
                                HowKnown.UNVERIFIED,
                                Quantity.of("4.3", Term.of("unit:V"))),
                        Value.of(
                                Term.of("lsp:measurementTemperature"),
                                HowKnown.UNVERIFIED,
                                Quantity.of("25", Term.of("unit:DEG_C"))),
                        Value.of(
                                Term.of("lsp:cRate"),
                                HowKnown.UNVERIFIED,
                                Quantity.of(rate, Term.of("unit:UNITLESS")))),
                List.of(
                        Value.of(
                                Term.of("lsp:specificDischargeCapacity"),
                                HowKnown.UNVERIFIED,
                                Quantity.of(capacity, Term.of("unit:MilliA-HR-PER-GM")))),
                List.of());
    }

    private static Occurrence after(int n, String step) {
        return Occurrence.at(LabTime.UNKNOWN.withAfter(new EventId(recordId(n, step).value())));
    }

    private static Value value(
            String property, String form, double number, String unit, HowKnown how) {
        return Value.of(
                Term.of(property),
                how,
                Quantity.of(String.format(Locale.ROOT, form, number), Term.of(unit)));
    }

    private Draft sheet(int n, String step, int at, ProvenanceEvent event) {
        return Draft.of(recordId(n, step), event)
                .from(
                        new SourceRef(
                                SHEET,
                                Optional.of(run),
                                Optional.of(n + "/" + step),
                                Optional.empty(),
                                Optional.of("row " + at),
                                Optional.of("MIT"),
                                Map.of()));
    }

    public Receipt record(Draft draft) {
        return intake.record(List.of(draft)).getFirst();
    }

    /// Corrects a record; gives the correction's.
    public RecordId correct(RecordId wrong, Because because, String why, ProvenanceEvent right) {
        return record(
                        Draft.of(
                                intake.newId(),
                                new RecordCorrected(
                                        Occurrence.UNKNOWN,
                                        List.of(wrong),
                                        because,
                                        Optional.of(why),
                                        right)))
                .record();
    }

    /// Withdraws a record; gives the retraction's.
    public RecordId retract(RecordId wrong, Because because) {
        return record(
                        Draft.of(
                                intake.newId(),
                                new RecordRetracted(
                                        Occurrence.UNKNOWN,
                                        List.of(wrong),
                                        because,
                                        Optional.of("it was not so"))))
                .record();
    }

    /// What a record says now.
    public ProvenanceEvent stated(RecordId record) {
        return EventCodec.read(log.find(record.value()).orElseThrow()).stated();
    }

    /// A selection asked of the graph, which first catches up with the log.
    public SparqlSelection selection(String name) {
        return new SparqlSelection(
                queries(), Iris.DEFAULT, () -> graph().basis().fingerprint(), name);
    }

    /// The graph, which first catches up with the log.
    public GraphQueries queries() {
        var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
        var head = log.head();
        var graph = graph();
        graph.rebuild(
                sink -> meaning.whole(head, sink), new GraphBasis(head, meaning.fingerprint()));
        return new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT);
    }

    private Tdb2Graph graph() {
        var open = graph.orElseGet(() -> Tdb2Graph.open(directory, Iris.DEFAULT, _ -> {}));
        graph = Optional.of(open);
        return open;
    }

    /// The whole sheet frozen, a fifth of the samples held out.
    public FrozenTrainingSet freeze(long seed) {
        return new FreezeTrainingSet(log, intake, Occurrence.UNKNOWN)
                .freeze(
                        "Cathodes",
                        selection(SparqlSelection.CATHODE_CAPACITY),
                        new HoldOut(seed, 0.2));
    }

    public TrainModel training() {
        return new TrainModel(log, intake, files, Occurrence.UNKNOWN);
    }

    /// A trained model with the predictions of the held-out rows; their ids, in the order recorded.
    public Learned learned() {
        var set = freeze(1);
        var model =
                training().train("Forest", set, new ModelRecipe.RandomForest(30, 8, 2f, 0.5f, 1));
        var ids = new ArrayList<String>();
        var receipts = training().predictHeldOut(model, set);
        var records = new LogRecords(log);
        for (var receipt : receipts) {
            var record = records.find(receipt.record()).orElseThrow();
            records.values(record).forEach(value -> ids.add(receipt.record() + "-" + value.n()));
        }
        return new Learned(set, model, ids);
    }

    /// What was learned.
    public record Learned(FrozenTrainingSet set, TrainedModel model, List<String> predictions) {}

    @Override
    public void close() {
        graph.ifPresent(Tdb2Graph::close);
        log.close();
    }
}
