package dev.lodestone.projections.translate;

import dev.lodestone.events.ContainerPlace;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What every event says of itself: what it was, when, by whom, how it ended, on which samples.
final class EventNode {
    private EventNode() {}

    static void write(Scribe to, Term type, Term kind, Occurrence occurrence) {
        to.words.types(type).forEach(t -> to.event(Vocabulary.RDF_TYPE, t));
        to.event(Vocabulary.RECORD, to.recordNode());
        to.event(Vocabulary.HAS_KIND, Nodes.iri(kind));
        to.event(Vocabulary.OUTCOME, Nodes.iri(occurrence.outcome().term()));
        to.event(Vocabulary.REASON, occurrence.reason());
        for (var agent : occurrence.agents()) {
            to.event(Vocabulary.OPERATOR, to.link(agent));
            to.event(Vocabulary.PROV_WAS_ASSOCIATED_WITH, to.link(agent));
        }
        for (var instrument : occurrence.instruments()) {
            to.event(Vocabulary.HAS_INSTRUMENT, to.link(instrument));
            to.event(Vocabulary.PROV_WAS_ASSOCIATED_WITH, to.link(instrument));
        }
        occurrence
                .executes()
                .ifPresent(step -> {
                    to.event(Vocabulary.FOLLOWS_PLAN, to.link(step.workflow()));
                    to.event(
                            Vocabulary.EXECUTES,
                            Nodes.iri(to.iris.step(step.workflow(), step.step())));
                });
        labTime(to, occurrence.labTime());
    }

    private static void labTime(Scribe to, LabTime time) {
        to.event(Vocabulary.LAB_PRECISION, Nodes.iri(precision(time)));
        var earliest = time.earliest();
        var latest = time.latest();
        earliest.ifPresent(t -> to.event(Vocabulary.LAB_EARLIEST, Nodes.time(t)));
        latest.ifPresent(t -> to.event(Vocabulary.LAB_LATEST, Nodes.time(t)));
        earliest.ifPresent(
                t -> to.event(Vocabulary.LAB_SECONDS, Nodes.integer(t.getEpochSecond())));
        if (time.exact()) {
            earliest.ifPresent(t -> to.event(Vocabulary.PROV_STARTED_AT_TIME, Nodes.time(t)));
            latest.ifPresent(t -> to.event(Vocabulary.PROV_ENDED_AT_TIME, Nodes.time(t)));
        }
        time.order().ifPresent(n -> to.event(Vocabulary.LAB_ORDER, Nodes.integer(n)));
        time.after().forEach(e -> to.event(Vocabulary.LAB_AFTER, Nodes.iri(to.iris.of(e))));
        time.before().forEach(e -> to.event(Vocabulary.LAB_BEFORE, Nodes.iri(to.iris.of(e))));
        if (earliest.filter(t -> t.isAfter(to.recorded.recordedAt())).isPresent()) {
            to.event(Vocabulary.FINDING, Nodes.iri(Vocabulary.FINDING_LAB_TIME_AFTER_RECORD));
        }
    }

    private static Term precision(LabTime time) {
        return switch (time.precision()) {
            case "Instant" -> Vocabulary.PRECISION_INSTANT;
            case "Interval" -> Vocabulary.PRECISION_INTERVAL;
            case "Date" -> Vocabulary.PRECISION_DATE;
            case "Month" -> Vocabulary.PRECISION_MONTH;
            case "Year" -> Vocabulary.PRECISION_YEAR;
            case "OrderOnly" -> Vocabulary.PRECISION_ORDER_ONLY;
            default -> Vocabulary.PRECISION_TIME_UNKNOWN;
        };
    }

    /// From the ends of an interval, else as stated.
    static void duration(Scribe to, LabTime time, Optional<Double> stated) {
        if (time.from().isPresent() && time.to().isPresent()) {
            var length = Duration.between(time.from().get(), time.to().get());
            to.event(
                    Vocabulary.DURATION_SI,
                    Nodes.dbl(length.getSeconds() + length.getNano() / 1e9));
        } else {
            stated.ifPresent(seconds -> to.event(Vocabulary.DURATION_SI, Nodes.dbl(seconds)));
        }
    }

    /// Into which container what the event is about comes.
    static void into(Scribe to, ContainerPlace place) {
        to.event(Vocabulary.INTO_CONTAINER, to.link(place.container()));
        to.event(Vocabulary.CONTAINER_POSITION, place.position());
    }

    static void onSamples(Scribe to, Iterable<SampleId> samples) {
        samples.forEach(sample -> to.event(Vocabulary.ON_SAMPLE, to.link(sample)));
    }

    /// Says to whom the event happens; returns the samples.
    static Set<SampleId> participants(Scribe to, Participants participants) {
        var samples = to.memberships.samples(participants);
        onSamples(to, samples);
        samples.forEach(sample -> to.event(Vocabulary.HAPPENED_TO, to.link(sample)));
        participants
                .container()
                .ifPresent(pinned -> {
                    to.event(Vocabulary.PARTICIPANTS_OF, to.link(pinned.container()));
                    to.memberships
                            .of(pinned.membership())
                            .ifPresent(m ->
                                    to.event(
                                            Vocabulary.MEMBERSHIP_VERSION,
                                            Nodes.integer(m.position().value())));
                });
        return samples;
    }
}
