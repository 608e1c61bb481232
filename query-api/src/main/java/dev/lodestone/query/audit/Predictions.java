package dev.lodestone.query.audit;

import dev.lodestone.events.ModelId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.PredictionBook.Entry;
import dev.lodestone.query.learning.Cell;
import dev.lodestone.query.learning.LogRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Lists predictions that hold, from the log alone. Safe for many threads.
public final class Predictions {
    private final EventLog log;

    public Predictions(EventLog log) {
        this.log = log;
    }

    /// A list of predictions.
    ///
    /// @param basis the log position it is true at
    public record Listing(long basis, List<Line> predictions) {}

    /// One of them.
    ///
    /// @param id what its audit is asked by
    /// @param stale `no`, or `YES: …`
    public record Line(
            String id,
            Optional<String> subject,
            Optional<String> subjectName,
            String property,
            String predicted,
            Optional<String> actual,
            Optional<String> error,
            String model,
            String modelName,
            long position,
            String stale) {}

    /// All that hold, in the order recorded.
    ///
    /// @param sample only those of a sample: id, IRI or a name it alone has
    /// @param model only those by a model: id, IRI or name
    /// @throws Conflict if several samples that something is predicted of have the name
    public Listing list(Optional<String> sample, Optional<String> model) {
        var records = new LogRecords(log);
        var all = new PredictionBook(records).all();
        var models = new HashMap<ModelId, ModelAudit>();
        var chosen = new ArrayList<Entry>();
        var samples = new HashSet<SampleId>();
        for (var entry : all) {
            entry.prediction().subject().flatMap(Subject::sample).ifPresent(samples::add);
        }
        var names = new SampleNames(records, samples);
        var ofSample = sample.map(word -> meant(word, samples, names));
        for (var entry : all) {
            if (ofSample.isEmpty() || isOf(ofSample.get(), entry)) {
                var audit = models.computeIfAbsent(entry.model(), id -> ModelAudit.of(records, id));
                if (model.isEmpty() || isBy(model.get(), audit)) {
                    chosen.add(entry);
                }
            }
        }
        var lives = records.lives(PredictionAudit.events(records, chosen));
        var fates = new CellFates(records, lives);
        return new Listing(
                records.upTo().value(),
                chosen.stream()
                        .filter(entry -> fates.of("prediction", entry.record()).isEmpty())
                        .map(entry -> line(entry, records, fates, models, names))
                        .toList());
    }

    /// The samples that a word means, at most one.
    private static Set<SampleId> meant(String word, Set<SampleId> samples, SampleNames names) {
        var id = word.substring(word.lastIndexOf("/sample/") < 0 ? 0 : word.lastIndexOf('/') + 1);
        var byId = samples.stream().filter(sample -> sample.value().equals(id)).toList();
        var found =
                !byId.isEmpty()
                        ? byId
                        : samples.stream()
                                .filter(sample -> names.of(sample).filter(word::equals).isPresent())
                                .toList();
        if (found.size() > 1) {
            var candidates = found.stream().map(SampleId::value).sorted().toList();
            throw new Conflict(
                    "sample-ambiguous",
                    """
                    The name (%s) means %d samples that something is predicted of.
                    Maybe one of %s.\
                    """
                            .formatted(word, found.size(), String.join(", ", candidates)),
                    Map.of("candidates", candidates));
        }
        return Set.copyOf(found);
    }

    private static boolean isOf(Set<SampleId> wanted, Entry entry) {
        return entry.prediction()
                .subject()
                .flatMap(Subject::sample)
                .filter(wanted::contains)
                .isPresent();
    }

    private static boolean isBy(String wanted, ModelAudit audit) {
        var id = audit.model().model().value();
        return id.equals(wanted)
                || wanted.endsWith("/model/" + id)
                || audit.model().name().equals(wanted);
    }

    private static Line line(
            Entry entry,
            LogRecords records,
            CellFates fates,
            Map<ModelId, ModelAudit> models,
            SampleNames names) {
        var prediction = entry.prediction();
        var audit = models.computeIfAbsent(entry.model(), id -> ModelAudit.of(records, id));
        var subject = prediction.subject().flatMap(Subject::sample);
        var changes = new ArrayList<Change>();
        for (var ref : prediction.inputs()) {
            records.cell(ref)
                    .flatMap(cell -> fates.of("input cell", OptionalLong.empty(), cell, subject))
                    .ifPresent(changes::add);
        }
        changes.addAll(audit.changes());
        var actual =
                prediction
                        .actual()
                        .flatMap(records::cell)
                        .map(Cell::value)
                        .or(prediction::actualValue);
        return new Line(
                entry.id(),
                prediction.subject().map(AuditWords::subject),
                subject.flatMap(names::of),
                AuditWords.label(prediction.value().property()),
                AuditWords.text(prediction.value()),
                actual.map(AuditWords::text),
                actual.flatMap(value -> Errors.of(prediction.value(), value))
                        .map(error -> error.toPlainString()),
                audit.model().model().value(),
                audit.model().name(),
                entry.record().position().value(),
                StaleWords.of(changes, audit.model().trainingRowsUnpublished().isPresent())
                        .words());
    }
}
