package dev.lodestone.query.audit;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.EventId;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.audit.AuditReport.Actual;
import dev.lodestone.query.audit.AuditReport.CellLine;
import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.AuditReport.Counts;
import dev.lodestone.query.audit.AuditReport.Kind;
import dev.lodestone.query.audit.AuditReport.ModelPart;
import dev.lodestone.query.audit.AuditReport.PredictedValue;
import dev.lodestone.query.audit.AuditReport.RowLine;
import dev.lodestone.query.audit.AuditReport.TrainingSetPart;
import dev.lodestone.query.audit.PredictionBook.Entry;
import dev.lodestone.query.learning.Cell;
import dev.lodestone.query.learning.LogRecords;
import dev.lodestone.query.learning.TrainingManifest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tells what stands behind a prediction, from the log alone. Safe for many threads.
public final class PredictionAudit {
    private static final String INPUT = "input cell";
    private static final String ACTUAL = "actual value";

    private final EventLog log;
    private final Iris iris;

    public PredictionAudit(EventLog log, Iris iris) {
        this.log = log;
        this.iris = iris;
    }

    /// Audits a prediction as the log stands now.
    ///
    /// @param word its id `{record}-{n}`, its IRI, or an unambiguous beginning of its id
    public AuditReport audit(String word) {
        var records = new LogRecords(log);
        var entry = new PredictionBook(records).named(word, iris);
        return new Report(records, entry).build();
    }

    /// The making of one report.
    private final class Report {
        private final LogRecords records;
        private final Entry entry;
        private final ModelAudit model;
        private final CellFates fates;
        private final SourceBook sources;
        private final SampleNames names;
        private final Optional<SampleId> subject;

        Report(LogRecords records, Entry entry) {
            this.records = records;
            this.entry = entry;
            this.model = ModelAudit.of(records, entry.model());
            this.fates = new CellFates(records, records.lives(events(records, List.of(entry))));
            this.sources = new SourceBook(records);
            this.subject = entry.prediction().subject().flatMap(Subject::sample);
            var samples = new HashSet<SampleId>();
            subject.ifPresent(samples::add);
            model.set().ifPresent(set -> set.rows().forEach(row -> samples.add(row.sample())));
            this.names = new SampleNames(records, samples);
        }

        AuditReport build() {
            var predicted = predicted();
            var inputs = cells(entry.prediction().inputs(), INPUT);
            var actual = actual();
            var modelPart = modelPart();
            var set = model.set().map(this::set);
            var changes = new ArrayList<Change>();
            fates.of("prediction", entry.record()).ifPresent(changes::add);
            inputs.forEach(input -> input.since().ifPresent(changes::add));
            actual.flatMap(Actual::cell).flatMap(CellLine::since).ifPresent(changes::add);
            changes.addAll(model.changes());
            return new AuditReport(
                    records.upTo().value(),
                    StaleWords.of(changes, model.model().trainingRowsUnpublished().isPresent()),
                    predicted,
                    inputs,
                    entry.prediction().inputValues().stream()
                            .map(value -> AuditWords.stated(value, List.of()))
                            .toList(),
                    actual,
                    modelPart,
                    set,
                    model.model().trainingRowsUnpublished(),
                    sources.parts());
        }

        private PredictedValue predicted() {
            return new PredictedValue(
                    entry.id(),
                    iris.of(entry.cell().ref()),
                    AuditWords.stated(entry.cell()),
                    entry.prediction().subject().map(AuditWords::subject),
                    subject.flatMap(names::of),
                    AuditWords.record(entry.record()),
                    fates.of("prediction", entry.record()).isEmpty(),
                    sources.note(entry.record(), 0));
        }

        private List<CellLine> cells(List<CellRef> refs, String what) {
            return refs.stream()
                    .flatMap(ref -> records.cell(ref).stream())
                    .map(cell -> line(cell, fates.of(what, OptionalLong.empty(), cell, subject)))
                    .toList();
        }

        private CellLine line(Cell cell, Optional<Change> since) {
            return new CellLine(
                    cell.ref().toString(),
                    AuditWords.stated(cell),
                    AuditWords.record(cell.record()),
                    sources.note(cell.record(), 1),
                    AuditWords.locator(cell),
                    AuditWords.findings(cell.value()),
                    since);
        }

        private Optional<Actual> actual() {
            var prediction = entry.prediction();
            var recorded = prediction.actual().flatMap(records::cell);
            var line = cells(prediction.actual().stream().toList(), ACTUAL).stream().findFirst();
            return recorded.map(Cell::value)
                    .or(prediction::actualValue)
                    .map(value ->
                            new Actual(
                                    recorded.map(AuditWords::stated)
                                            .orElseGet(() -> AuditWords.stated(value, List.of())),
                                    line,
                                    error(value).map(e -> e.toPlainString() + unit()),
                                    percent(value)));
        }

        private Optional<BigDecimal> error(Value actual) {
            return Errors.of(entry.prediction().value(), actual);
        }

        private String unit() {
            return Cell.unitOf(entry.prediction().value())
                    .flatMap(term -> Ontology.lodestone().findUnit(term.curie()))
                    .map(unit -> " " + unit.symbol())
                    .orElse("");
        }

        private Optional<String> percent(Value actual) {
            return Errors.percent(entry.prediction().value(), actual)
                    .map(percent -> percent.setScale(1, RoundingMode.HALF_EVEN).toPlainString());
        }

        private ModelPart modelPart() {
            var trained = model.model();
            var scores = new TreeMap<String, String>();
            trained.scores().forEach((name, score) -> scores.put(name, score.toPlainString()));
            return new ModelPart(
                    trained.model().value(),
                    trained.name(),
                    trained.algorithm(),
                    trained.library(),
                    trained.libraryVersion(),
                    trained.hyperParameters(),
                    trained.seed().isPresent()
                            ? Optional.of(Long.toString(trained.seed().getAsLong()))
                            : Optional.empty(),
                    trained.split(),
                    trained.heldOut().stream().map(SampleId::value).toList(),
                    trained.modelHash(),
                    trained.file()
                            .map(file ->
                                    "%s, %d bytes, sha256 %s"
                                            .formatted(file.name(), file.bytes(), file.sha256())),
                    scores,
                    AuditWords.record(model.modelRecord()),
                    model.live(model.modelRecord()),
                    sources.note(model.modelRecord(), 0));
        }

        private TrainingSetPart set(TrainingSetFrozen set) {
            var record = model.setRecord().orElseThrow();
            var manifest = TrainingManifest.of(set.rows(), records);
            var trainedOn = new HashSet<SampleId>();
            set.rows().forEach(row -> trainedOn.add(row.sample()));
            var shared =
                    model.model().heldOut().stream()
                            .filter(trainedOn::contains)
                            .map(SampleId::value)
                            .toList();
            var rows = new ArrayList<RowLine>();
            for (int i = 0; i < set.rows().size(); i++) {
                rows.add(row(i + 1, set.rows().get(i)));
            }
            return new TrainingSetPart(
                    set.dataset().value(),
                    set.title(),
                    set.selection(),
                    set.atPosition(),
                    AuditWords.record(record),
                    model.live(record),
                    set.manifestHash(),
                    manifest.fits(set),
                    manifest.hash(),
                    set.translation(),
                    set.tier(),
                    counts(rows, trainedOn.size(), manifest.cells()),
                    shared.size(),
                    shared,
                    subject.filter(trainedOn::contains).isPresent(),
                    rows);
        }

        private RowLine row(int number, TrainingSetFrozen.Row row) {
            return new RowLine(
                    number,
                    row.sample().value(),
                    names.of(row.sample()),
                    row.cells().stream()
                            .flatMap(ref -> records.cell(ref).stream())
                            .map(cell -> line(cell, model.since(number, cell)))
                            .toList());
        }
    }

    private static Counts counts(List<RowLine> rows, int samples, int cells) {
        var lines = rows.stream().flatMap(row -> row.cells().stream()).toList();
        Map<String, Integer> byHowKnown = new TreeMap<>();
        lines.forEach(line -> byHowKnown.merge(line.stated().howKnown(), 1, Integer::sum));
        return new Counts(
                rows.size(),
                cells,
                samples,
                byHowKnown,
                (int) lines.stream().filter(line -> !line.findings().isEmpty()).count(),
                became(lines, Kind.CHANGED),
                became(lines, Kind.RE_IDENTIFIED),
                became(lines, Kind.WITHDRAWN));
    }

    private static int became(List<CellLine> lines, Kind kind) {
        return (int)
                lines.stream()
                        .flatMap(line -> line.since().stream())
                        .filter(change -> change.kind() == kind)
                        .count();
    }

    /// The events that some predictions rest on directly: their own, and those of their cells.
    static java.util.Set<EventId> events(LogRecords records, List<Entry> entries) {
        var events = new HashSet<EventId>();
        for (var entry : entries) {
            events.add(entry.record().event());
            Stream.concat(
                            entry.prediction().inputs().stream(),
                            entry.prediction().actual().stream())
                    .flatMap(ref -> records.find(ref.record()).stream())
                    .forEach(record -> events.add(record.event()));
        }
        return events;
    }
}
