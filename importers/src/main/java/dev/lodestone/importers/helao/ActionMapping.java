package dev.lodestone.importers.helao;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.helao.HelaoEntry.Action;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An action as what it did to the sample: it waited, something was done to it, or it was measured.
final class ActionMapping {
    private final Action action;
    private final Fields fields;
    private final ActionThings things;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ActionMapping(Action action) {
        this.action = action;
        this.fields = new Fields(action.json());
        this.things = new ActionThings(action, fields, items, this::find);
    }

    /// Maps an action.
    ///
    /// @throws RefusedEntry if it has no id, name or time
    static MappedEntry map(Action action) {
        return new ActionMapping(action).map();
    }

    private MappedEntry map() {
        var id = HelaoMapping.id(fields, "action_uuid", action.place());
        var name = HelaoMapping.required(fields, "action_name", action.place());
        var samples = Participants.of(things.samples().toArray(SampleId[]::new));
        var occurrence = occurrence();
        var files = files();
        var refs = files.stream().map(AttachedFile::ref).toList();
        var event = event(name, occurrence, samples, refs);
        var rest = fields.rest(HelaoMapping.LONGEST_TEXT);
        items.add(
                MappedItem.of(
                                HelaoMapping.key("action/" + id, "action"),
                                event,
                                fields.content()
                                        + rest
                                        + refs.stream()
                                                .map(DataFileRef::sha256)
                                                .collect(Collectors.joining("\n")),
                                action.place())
                        .keeping(rest)
                        .attaching(files));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private ProvenanceEvent event(
            String name, Occurrence occurrence, Participants samples, List<DataFileRef> files) {
        var parameters = parameters();
        var method = ActionKinds.method(name);
        if (method.isPresent()) {
            return new SampleMeasured(
                    occurrence,
                    samples,
                    method.get(),
                    Effect.NONE,
                    List.of(),
                    parameters,
                    GasReadings.of(action.files(), samples.samples().getFirst()),
                    files);
        }
        if (ActionKinds.isWait(name) && files.isEmpty()) {
            return new SampleStored(
                    occurrence, samples, fields.peek("/action_server/machine_name"), parameters);
        }
        var process = ActionKinds.process(name);
        if (process.isEmpty()) {
            find("/action_name", "What (%s) is cannot be told more exactly.".formatted(name));
        }
        return new SampleProcessed(
                occurrence,
                samples,
                process.orElse(Term.of("lsk:MaterialsProcessing")),
                parameters,
                files);
    }

    private List<Value> parameters() {
        var values = new ArrayList<Value>();
        for (var name : fields.at("/action_params").propertyNames()) {
            var pointer = "/action_params/" + Fields.escaped(name);
            var parameter = ActionKinds.parameter(name);
            if (parameter.isPresent()) {
                fields.number(pointer)
                        .ifPresent(number ->
                                values.add(
                                        Value.of(
                                                        parameter.get().property(),
                                                        HowKnown.RECORDED,
                                                        new Quantity(
                                                                number,
                                                                parameter.get().unit(),
                                                                number.toString(),
                                                                Optional.empty()))
                                                .withMode(Mode.SETPOINT)
                                                .at(action.place() + "#" + pointer)));
            }
        }
        return values;
    }

    private Occurrence occurrence() {
        var agents =
                fields.at("/manual_action").asBoolean(false) ? List.<AgentId>of() : things.agent();
        var step =
                action.step()
                        .map(s -> new Occurrence.PlanStep(new WorkflowId(action.sequence()), s));
        if (step.isEmpty()) {
            find(
                    "/experiment_uuid",
                    "The experiment (%s) is none that the sequence had planned."
                            .formatted(fields.at("/experiment_uuid").asString("?")));
        }
        return new Occurrence(labTime(), agents, things.instrument(), outcome(), reason(), step);
    }

    private LabTime labTime() {
        var text = HelaoMapping.required(fields, "action_timestamp", action.place());
        var local =
                StationClock.read(text)
                        .orElseThrow(() ->
                                new RefusedEntry(
                                        action.place() + "#/action_timestamp",
                                        "The time (%s) cannot be read.".formatted(text),
                                        "it is written 2023-01-11 15:12:38.995139."));
        var time = action.clock().labTime(local);
        if (!time.exact()) {
            find("/action_timestamp", "The time (%s) has no zone.".formatted(text));
        }
        return action.order().isPresent() && !time.exact()
                ? time.withOrder(action.order().getAsInt())
                : time;
    }

    private Outcome outcome() {
        var states =
                fields.at("/action_status").valueStream().map(state -> state.asString("")).toList();
        var error = fields.at("/error_code").asString("none");
        if (states.contains("errored") || !error.equals("none")) {
            return Outcome.FAILURE;
        } else if (states.stream().anyMatch(List.of("aborted", "estopped", "skipped")::contains)) {
            return Outcome.ABORTED;
        }
        return states.contains("finished") ? Outcome.SUCCESS : Outcome.UNKNOWN;
    }

    private Optional<String> reason() {
        return fields.peek("/error_code")
                .filter(code -> !code.equals("none"))
                .map(code -> "error code " + code);
    }

    private List<AttachedFile> files() {
        var files = new ArrayList<AttachedFile>();
        var list = fields.at("/files");
        for (int i = 0; i < list.size(); i++) {
            var at = "/files/" + i + "/file_name";
            var name = fields.peek(at).orElse("?");
            var file = action.files().get(name);
            if (file == null) {
                find(at, "The data file (%s) is not in the zip.".formatted(name));
            } else {
                fields.use(at);
                files.add(file.attached());
            }
        }
        return files;
    }

    private void find(String pointer, String what) {
        findings.add(new Finding(action.place() + "#" + pointer, what));
    }
}
