package dev.lodestone.importers.helao;

import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.helao.HelaoEntry.Sequence;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A sequence as a plan of experiments, and, where the log names no sample, as what it handled.
final class SequenceMapping {
    private final Sequence sequence;
    private final Fields fields;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DroppedField> dropped = new ArrayList<>();

    private SequenceMapping(Sequence sequence) {
        this.sequence = sequence;
        this.fields = new Fields(sequence.json());
    }

    static MappedEntry map(Sequence sequence) {
        return new SequenceMapping(sequence).map();
    }

    private MappedEntry map() {
        var id = HelaoMapping.id(fields, "sequence_uuid", sequence.place());
        if (sequence.nameless()) {
            sample(id);
        }
        plan(id);
        compareExperiments();
        sequence.remarks().forEach(this::find);
        if (fields.at("/dummy").asBoolean(false)) {
            find(
                    "The log calls the sequence a dummy (dummy: true, simulation: %s)."
                            .formatted(fields.at("/simulation").asString("?")));
        }
        dropped.addAll(fields.dropped());
        sequence.state()
                .forEach(_ ->
                        dropped.add(
                                new DroppedField(
                                        "*.progress", "run-time state of the orchestrator")));
        return new MappedEntry(items, fields.mapped(), dropped, findings);
    }

    private void sample(String id) {
        var part = fields.part();
        var folder = part.text("/sequence_output_dir").map(SequenceMapping::last).orElse(id);
        items.add(
                MappedItem.of(
                        HelaoMapping.key("sequence/" + id, "sample"),
                        new SampleRegistered(
                                Occurrence.UNKNOWN,
                                List.of(
                                        new SampleDescription(
                                                HelaoMapping.sampleOf(id),
                                                Optional.empty(),
                                                List.of(new ScopedName(sequence.station(), folder)),
                                                Nature.PHYSICAL,
                                                Optional.empty(),
                                                Optional.empty()))),
                        part.content() + sequence.station(),
                        sequence.place()));
        find(
                "The actions name no sample; what the sequence handled is taken as one, called (%s)."
                        .formatted(folder));
    }

    private void plan(String id) {
        var part = fields.part();
        part.use("/sequence_uuid");
        part.use("/experiment_plan_list");
        var name = part.text("/sequence_name").orElse("sequence");
        var title = part.text("/sequence_label").map(label -> name + ", " + label).orElse(name);
        var steps = new ArrayList<WorkflowPlanned.Step>();
        for (var step : PlanSteps.names(sequence.json())) {
            steps.add(
                    new WorkflowPlanned.Step(
                            step,
                            Optional.empty(),
                            steps.isEmpty() ? List.of() : List.of(steps.getLast().step()),
                            List.of(),
                            Optional.empty()));
        }
        var rest = new TreeMap<>(fields.rest(HelaoMapping.LONGEST_TEXT));
        rest.putAll(parameters());
        rest.putAll(carriedOut());
        items.add(
                MappedItem.of(
                                HelaoMapping.key("sequence/" + id, "plan"),
                                new WorkflowPlanned(
                                        Occurrence.UNKNOWN,
                                        new WorkflowId(id),
                                        title,
                                        false,
                                        List.of(),
                                        List.of(),
                                        steps),
                                part.content() + rest,
                                sequence.place())
                        .keeping(rest));
    }

    /// What each planned experiment was to be done with.
    private Map<String, String> parameters() {
        var kept = new TreeMap<String, String>();
        var planned = sequence.json().path("experiment_plan_list");
        for (int i = 0; i < planned.size(); i++) {
            var parameters = planned.get(i).path("experiment_params");
            var name = "experiment_plan_list.%d.experiment_params".formatted(i);
            if (parameters.toString().length() > HelaoMapping.LONGEST_TEXT) {
                dropped.add(
                        new DroppedField(
                                name, "longer than " + HelaoMapping.LONGEST_TEXT + " characters"));
            } else if (!parameters.isEmpty()) {
                kept.put(name, parameters.toString());
            }
        }
        return kept;
    }

    /// The experiments carried out, with their ids, times and states.
    private Map<String, String> carriedOut() {
        var kept = new TreeMap<String, String>();
        int number = 0;
        for (var experiment : sequence.experiments()) {
            var name = "experiment %d of the zip".formatted(++number);
            var text = experiment.toString();
            if (text.length() > HelaoMapping.LONGEST_TEXT) {
                dropped.add(
                        new DroppedField(
                                name, "longer than " + HelaoMapping.LONGEST_TEXT + " characters"));
            } else {
                kept.put(name, text);
            }
        }
        return kept;
    }

    /// The list of a sequence's experiments against those that are there.
    private void compareExperiments() {
        var there = ids(sequence.experiments());
        var own = fields.at("/sequence_output_dir").asString("");
        var listed = new ArrayList<String>();
        for (var experiment : fields.at("/experiment_list")) {
            var id = experiment.path("experiment_uuid").asString("?");
            listed.add(id);
            var folder = experiment.path("experiment_output_dir").asString("");
            if (!there.contains(id)) {
                find(
                        "The experiment (%s, %s) is in the list of the sequence and not in the zip%s."
                                .formatted(
                                        experiment.path("experiment_name").asString("?"),
                                        id,
                                        folder.startsWith(own + "/")
                                                ? ""
                                                : "; it belongs to another sequence (%s)"
                                                        .formatted(folder)));
            }
        }
        for (var experiment : sequence.experiments()) {
            var id = experiment.path("experiment_uuid").asString("?");
            if (!listed.contains(id)) {
                find(
                        "The experiment (%s, %s) is in the zip and not in the list of the sequence."
                                .formatted(experiment.path("experiment_name").asString("?"), id));
            }
        }
    }

    private static List<String> ids(List<JsonNode> experiments) {
        return experiments.stream()
                .map(experiment -> experiment.path("experiment_uuid").asString("?"))
                .collect(Collectors.toList());
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private void find(String what) {
        findings.add(new Finding(sequence.place(), what));
    }
}
