package dev.lodestone.query.audit;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.Told;
import java.util.Optional;
import java.util.stream.Collectors;

/// Audits from the log.
public final class LogAudits implements AuditDoor {
    private final Predictions predictions;
    private final PredictionAudit audits;

    public LogAudits(EventLog log, Iris iris) {
        this.predictions = new Predictions(log);
        this.audits = new PredictionAudit(log, iris);
    }

    @Override
    public Told predictions(Optional<String> sample, Optional<String> model) {
        return new Listed(predictions.list(sample, model));
    }

    @Override
    public Audited audit(String prediction) {
        return new Report(audits.audit(prediction));
    }

    private record Listed(Predictions.Listing listing) implements Told {
        @Override
        public long basis() {
            return listing.basis();
        }

        @Override
        public Object content() {
            return listing;
        }

        @Override
        public String text() {
            return listing.predictions().stream()
                    .map(line ->
                            "%s  %s %s of %s, by %s, stale: %s%n"
                                    .formatted(
                                            line.id(),
                                            line.property(),
                                            line.predicted(),
                                            line.subjectName()
                                                    .or(line::subject)
                                                    .orElse("no sample"),
                                            line.modelName(),
                                            line.stale()))
                    .collect(Collectors.joining());
        }
    }

    private record Report(AuditReport report) implements Audited {
        @Override
        public long basis() {
            return report.basis();
        }

        @Override
        public Object content() {
            return report;
        }

        @Override
        public String text() {
            return AuditText.of(report);
        }

        @Override
        public String html() {
            return AuditHtml.of(report);
        }
    }
}
