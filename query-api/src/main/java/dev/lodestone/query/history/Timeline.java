package dev.lodestone.query.history;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The life of a sample: its states, what made them, and what was found of them, in lab order.
///
/// @param basis the log position it is true at
/// @param lives of what it was made of, oldest first, then its own
/// @param plans the plans that something in these lives carried out a step of
public record Timeline(long basis, SampleSummary sample, List<Life> lives, List<Plan> plans)
        implements Told {
    public Timeline {
        lives = List.copyOf(lives);
        plans = List.copyOf(plans);
    }

    /// What happened to one sample.
    ///
    /// @param until the event by which the line of the sample asked about left this one; absent for
    ///   its own life
    public record Life(String sample, String label, Optional<String> until, List<Stage> stages) {
        public Life {
            stages = List.copyOf(stages);
        }
    }

    /// A state, and what happened while it lasted.
    ///
    /// @param state its number in the life, from 0; absent for what touched no state
    /// @param begins what made it
    /// @param during measurements and whatever else made no state of its own
    public record Stage(
            Optional<Long> state,
            Optional<String> iri,
            Optional<Moment> begins,
            List<Moment> during) {
        public Stage {
            during = List.copyOf(during);
        }
    }

    /// An event of a life.
    ///
    /// @param event with the first few of the samples it made or used
    /// @param related how many samples it made or used, by role
    /// @param type `Processing`, `Split`, `Merge`, `Measurement`, `Storage`, `Transport` …
    /// @param recorded the position of its first record
    /// @param recordedAfter the first position at which something that comes after it was known
    ///   already; absent if it was not recorded late
    /// @param place where it was stored, or from where to where it was brought
    /// @param planned the step it carried out
    public record Moment(
            HistoryLine event,
            Map<String, Long> related,
            Optional<String> type,
            LabMoment labTime,
            long recorded,
            Optional<Long> recordedAfter,
            Optional<String> place,
            Optional<PlannedStep> planned) {
        /// Whether something that comes after it was recorded before it.
        public boolean late() {
            return recordedAfter.isPresent();
        }
    }

    /// A plan beside what was done of it.
    public record Plan(String iri, String title, List<PlannedStep> steps) {
        public Plan {
            steps = List.copyOf(steps);
        }
    }

    /// All events, in the order they are told.
    public List<Moment> moments() {
        return lives.stream()
                .flatMap(life -> life.stages().stream())
                .flatMap(stage ->
                        java.util.stream.Stream.concat(
                                stage.begins().stream(), stage.during().stream()))
                .toList();
    }

    /// For people.
    @Override
    public String text() {
        return TimelineText.of(this);
    }
}
