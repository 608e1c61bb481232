package dev.lodestone.importers.helao;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// What a station logs: a sequence with its experiments, and actions.
public sealed interface HelaoEntry {
    /// Where it stands.
    String place();

    /// A sequence, as it was planned and as it was carried out.
    ///
    /// @param json the file `*-seq.yml`
    /// @param experiments the files `*-exp.yml` of the zip, in the order they were begun
    /// @param station the machine that carried it out
    /// @param nameless whether some action names no sample
    /// @param remarks what the zip as a whole gives rise to
    /// @param state names of files with the run-time state of the orchestrator
    record Sequence(
            String place,
            JsonNode json,
            List<JsonNode> experiments,
            String station,
            boolean nameless,
            List<String> remarks,
            List<String> state)
            implements HelaoEntry {
        public Sequence {
            experiments = List.copyOf(experiments);
            remarks = List.copyOf(remarks);
            state = List.copyOf(state);
        }
    }

    /// An action.
    ///
    /// @param json the file `*-act.yml`
    /// @param sequence what it was part of
    /// @param order its place among the actions of the zip, from 1
    /// @param clock how its time stamp is to be read
    /// @param step which step of the plan it belongs to
    /// @param files its data files, by name; those it names and the zip lacks are missing here
    record Action(
            String place,
            JsonNode json,
            String sequence,
            OptionalInt order,
            StationClock clock,
            Optional<String> step,
            Map<String, HloFile> files)
            implements HelaoEntry {
        public Action {
            files = Map.copyOf(files);
        }
    }
}
