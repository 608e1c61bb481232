package dev.lodestone.importers.helao;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.helao.HelaoEntry.Action;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Who and what an action had to do with: an instrument, the orchestrator, samples. Each is
/// registered before it is spoken of.
final class ActionThings {
    private final Action action;
    private final Fields fields;
    private final List<MappedItem> items;
    private final BiConsumer<String, String> find;

    /// @param items where registrations go
    /// @param find is told the pointer and what a reader should know
    ActionThings(
            Action action, Fields fields, List<MappedItem> items, BiConsumer<String, String> find) {
        this.action = action;
        this.fields = fields;
        this.items = items;
        this.find = find;
    }

    List<InstrumentId> instrument() {
        var machine = fields.text("/action_server/machine_name");
        var server = fields.text("/action_server/server_name");
        if (machine.isEmpty() || server.isEmpty()) {
            return List.of();
        }
        var name = server.get() + " of " + machine.get();
        var id =
                new InstrumentId(
                        Uuids.named(HelaoMapping.SOURCE.value(), "instrument", name).toString());
        items.add(
                MappedItem.of(
                        HelaoMapping.key(
                                "station/" + machine.get() + "/" + server.get(), "instrument"),
                        new InstrumentRegistered(
                                Occurrence.UNKNOWN, id, name, Optional.empty(), machine),
                        name,
                        action.place() + "#/action_server"));
        return List.of(id);
    }

    List<AgentId> agent() {
        var machine = fields.text("/orchestrator/machine_name");
        var server = fields.text("/orchestrator/server_name");
        if (machine.isEmpty() || server.isEmpty()) {
            return List.of();
        }
        var name = "HELAO orchestrator %s of %s".formatted(server.get(), machine.get());
        var id = new AgentId(Uuids.named(HelaoMapping.SOURCE.value(), "agent", name).toString());
        items.add(
                MappedItem.of(
                        HelaoMapping.key("station/" + machine.get() + "/" + server.get(), "agent"),
                        new AgentRegistered(
                                Occurrence.UNKNOWN,
                                id,
                                AgentType.SOFTWARE,
                                name,
                                Optional.empty(),
                                Optional.empty()),
                        name,
                        action.place() + "#/orchestrator"));
        return List.of(id);
    }

    /// The samples the log names, or what the sequence handled.
    List<SampleId> samples() {
        var found = new ArrayList<SampleId>();
        var inputs = fields.at("/samples_in");
        for (int i = 0; i < inputs.size(); i++) {
            var at = "/samples_in/" + i + "/global_label";
            var label = fields.text(at);
            if (label.isEmpty()) {
                find.accept(at, "A sample without a label is left out of the participants.");
                continue;
            }
            var id = ItemKey.sample(HelaoMapping.SOURCE, "sample|" + label.get());
            if (!found.contains(id)) {
                found.add(id);
                items.add(
                        MappedItem.of(
                                HelaoMapping.key("sample/" + label.get(), "sample"),
                                new SampleRegistered(
                                        Occurrence.UNKNOWN,
                                        List.of(
                                                new SampleDescription(
                                                        id,
                                                        Optional.empty(),
                                                        List.of(
                                                                new ScopedName(
                                                                        "helao", label.get())),
                                                        Nature.PHYSICAL,
                                                        Optional.empty(),
                                                        Optional.empty()))),
                                label.get(),
                                action.place() + "#" + at));
            }
        }
        if (!fields.at("/samples_out").isEmpty()) {
            find.accept(
                    "/samples_out",
                    "What the action gave is kept as text: which of its samples it was made of is not said.");
        }
        return found.isEmpty() ? List.of(HelaoMapping.sampleOf(action.sequence())) : found;
    }
}
