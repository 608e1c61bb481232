package dev.lodestone.importers.perovskite;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.perovskite.PerovskiteEntry.Kind;
import dev.lodestone.ontology.Term;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A deposition routine: each of its steps is a processing of the substrates it refers to.
final class DepositionMapping {
    private static final Map<String, String> BY_NAME =
            Map.of(
                    "spin coating", "lsk:SpinCoating",
                    "sonicate", "lsk:Sonication",
                    "evaporation", "lsk:ThermalEvaporation",
                    "sputtering", "lsk:SputterDeposition",
                    "ald", "lsk:AtomicLayerDeposition",
                    "inkjet printing", "lsk:InkjetPrinting",
                    "annealing", "lsk:Annealing");

    private static final Map<String, String> BY_TYPE =
            Map.of(
                    "Wet Deposition", "lsk:Coating",
                    "Dry Deposition", "lsk:Deposition",
                    "Substrate Treatment", "lsk:Cleaning");

    private final Collected into;
    private final Fields fields;

    DepositionMapping(Collected into) {
        this.into = into;
        this.fields = into.fields();
    }

    /// Maps the routine.
    ///
    /// @throws RefusedEntry if it leads to no sample, or has no steps
    MappedEntry map() {
        var participants = Participants.of(samples().toArray(SampleId[]::new));
        var steps = fields.at("/data/steps");
        if (steps.isEmpty()) {
            throw new RefusedEntry(
                    into.entry().place("/data/steps"),
                    "The deposition routine has no steps.",
                    "it was saved before anything was done.");
        }
        fields.use("/data/samples");
        var roles = new SiblingRoles();
        Optional<LocalDateTime> before = Optional.empty();
        Optional<ItemKey> home = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            var at = "/data/steps/" + i;
            var time = fields.peek(timeField(at)).flatMap(LabDays::local);
            if (time.isPresent() && before.filter(time.get()::isBefore).isPresent()) {
                into.find(
                        timeField(at),
                        "The step was begun (%s) before the one listed before it; the order of the list is taken."
                                .formatted(time.get()));
            }
            before = time.isPresent() ? time : before;
            var key = into.key(roles.next("step/" + number(at, i)));
            step(at, i + 1, key, participants);
            home = home.or(() -> Optional.of(key));
        }
        return into.mapped(home.orElseThrow());
    }

    private List<SampleId> samples() {
        var found = new LinkedHashSet<SampleId>();
        var samples = fields.at("/data/samples");
        for (int i = 0; i < samples.size(); i++) {
            var at = "/data/samples/" + i;
            into.follow(at + "/reference")
                    .or(() ->
                            fields.peek(at + "/lab_id")
                                    .flatMap(id -> into.laboratory().byLabId(id, Kind.SUBSTRATE)))
                    .filter(entry ->
                            entry.kind() == Kind.SUBSTRATE || entry.kind() == Kind.CELL_AREA)
                    .ifPresent(entry -> found.add(into.laboratory().sample(entry)));
        }
        if (found.isEmpty()) {
            throw new RefusedEntry(
                    into.entry().place("/data/samples"),
                    "The deposition routine leads to no sample that is here, so nothing can be said to have happened to one.",
                    "the substrate's archive is missing from the directory.");
        }
        return List.copyOf(found);
    }

    private void step(String at, int order, ItemKey key, Participants participants) {
        var part = fields.part();
        var name = part.text(at + "/name").orElse("step " + order);
        var type = part.text(at + "/step_type");
        part.number(at + "/step_index");
        var kind =
                Optional.ofNullable(BY_NAME.get(name.toLowerCase(java.util.Locale.ROOT)))
                        .or(() -> type.flatMap(t -> Optional.ofNullable(BY_TYPE.get(t))));
        if (kind.isEmpty()) {
            into.find(at + "/name", "What (%s) is cannot be told more exactly.".formatted(name));
        }
        var parameters = new ArrayList<Value>();
        recorded(part, at + "/annealing_temperature", "lsp:annealingTemperature", "unit:DEG_C")
                .ifPresent(parameters::add);
        recorded(part, at + "/annealing_time", "lsp:annealingTime", "unit:MIN")
                .ifPresent(parameters::add);
        recorded(part, at + "/temperature", "lsp:processTemperature", "unit:DEG_C")
                .ifPresent(parameters::add);
        recorded(part, at + "/solution_volume", "lsp:dispensedVolume", "unit:MilliL")
                .ifPresent(parameters::add);
        part.text(at + "/atmosphere")
                .map(text ->
                        Value.ofText(Term.of("lsp:atmosphere"), HowKnown.RECORDED, text)
                                .at(into.entry().place(at + "/atmosphere")))
                .ifPresent(parameters::add);
        Stream.of("/solution", "/chemical")
                .flatMap(field -> used(part, at + field).stream())
                .forEach(parameters::add);
        var time = LabDays.of(into, timeField(at), part);
        into.addWithRest(
                key,
                new SampleProcessed(
                        Occurrence.at(time.withOrder(order)),
                        participants,
                        Term.of(kind.orElse("lsk:MaterialsProcessing")),
                        parameters,
                        List.of()),
                part,
                at);
    }

    private Optional<Value> recorded(Fields part, String at, String property, String unit) {
        return into.value(part, at, property, unit, HowKnown.RECORDED);
    }

    /// What was deposited, where its archive is here.
    private Optional<Value> used(Fields part, String at) {
        return into.follow(at)
                .flatMap(entry -> entry.name().or(entry::labId))
                .map(name -> {
                    part.use(at);
                    return Value.ofText(Term.of("lsp:precursor"), HowKnown.RECORDED, name)
                            .at(into.entry().place(at));
                });
    }

    private String timeField(String at) {
        return at + (fields.has(at + "/start_time") ? "/start_time" : "/timestamp");
    }

    private String number(String at, int i) {
        var index = fields.at(at + "/step_index");
        return index.isNumber() ? index.asString() : "" + (i + 1);
    }
}
