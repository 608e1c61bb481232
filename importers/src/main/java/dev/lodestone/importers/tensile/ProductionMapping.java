package dev.lodestone.importers.tensile;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.tensile.TensileEntry.Blank;
import dev.lodestone.importers.tensile.TensileEntry.Delivery;
import dev.lodestone.importers.tensile.TensileEntry.HeatTreatment;
import dev.lodestone.importers.tensile.TensileEntry.Rod;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The production table as events. It has no times: what is known is what came after what.
final class ProductionMapping {
    static final SourceId SOURCE = new SourceId("tensile-42CrMoS4");
    static final String IWT = "iwt-bremen";
    static final String IWM = "iwm-freiburg";
    static final AgentId IWT_AGENT = new AgentId(IWT);
    static final AgentId IWM_AGENT = new AgentId(IWM);

    private static final MaterialId STEEL = new MaterialId("42CrMoS4");
    private static final String IWT_NAME = "Leibniz-IWT Bremen";
    private static final String IWM_NAME = "Fraunhofer IWM Freiburg";
    private static final ItemKey ROD = key("rod", "sample");

    private ProductionMapping() {}

    static SampleId sample(String scope, String name) {
        return ItemKey.sample(SOURCE, scope + "|" + name);
    }

    static ItemKey cutting(Blank blank) {
        return key(blank.key(), "cutting");
    }

    /// The rod, with whom and what it takes to speak of it, and its cutting.
    static MappedEntry map(Rod rod) {
        var place = rod.place();
        var names = joined(rod.blanks());
        var items =
                List.of(
                        agent(IWT_AGENT, IWT_NAME, place),
                        agent(IWM_AGENT, IWM_NAME, place),
                        MappedItem.of(
                                key("material/42CrMoS4", "material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        STEEL,
                                        Optional.empty(),
                                        List.of(new ScopedName("steel grade", "42CrMoS4")),
                                        Optional.empty()),
                                "42CrMoS4",
                                place),
                        MappedItem.of(
                                ROD,
                                new SampleRegistered(
                                        Occurrence.UNKNOWN,
                                        List.of(of(IWT, "42CrMoS4 rod", "lsk:Rod", true))),
                                "42CrMoS4 rod",
                                place),
                        MappedItem.of(
                                key("rod", "cutting"),
                                new SampleSplit(
                                        after(ROD.event()).by(IWT_AGENT),
                                        sample(IWT, "42CrMoS4 rod"),
                                        rod.blanks().stream()
                                                .map(blank ->
                                                        of(IWT, blank.iwt(), "lsk:Blank", true))
                                                .toList(),
                                        false,
                                        Term.of("lsk:Cutting"),
                                        List.of()),
                                names,
                                place + ", blank_id_iwt"));
        var findings = new ArrayList<Finding>();
        if (!rod.notRead().isEmpty()) {
            findings.add(
                    new Finding(
                            place,
                            "Files beside the table that are not read: %s."
                                    .formatted(String.join(", ", rod.notRead()))));
        }
        return new MappedEntry(items, Set.of("blank_id_iwt"), List.of(), findings);
    }

    /// Austenitisation and tempering of the blanks of one temperature.
    static MappedEntry map(HeatTreatment treatment) {
        var blanks = treatment.blanks();
        var text = blanks.getFirst().austenitisation();
        var temperature =
                Value.of(
                                Term.of("lsp:austenitisationTemperature"),
                                HowKnown.RECORDED,
                                Quantity.of(text, Term.of("unit:DEG_C")))
                        .withMode(Mode.NOMINAL)
                        .at(treatment.place() + "/aust_temp");
        var austenitisation = key(treatment.key(), "austenitisation");
        return new MappedEntry(
                List.of(
                        MappedItem.of(
                                austenitisation,
                                new SampleProcessed(
                                        after(key("rod", "cutting").event()).by(IWT_AGENT),
                                        all(blanks),
                                        Term.of("lsk:Austenitisation"),
                                        List.of(temperature),
                                        List.of()),
                                text + "\n" + joined(blanks),
                                treatment.place() + "/aust_temp"),
                        MappedItem.of(
                                tempering(treatment),
                                new SampleProcessed(
                                        after(austenitisation.event()).by(IWT_AGENT),
                                        all(blanks),
                                        Term.of("lsk:Tempering"),
                                        List.of(),
                                        List.of()),
                                joined(blanks),
                                treatment.place() + ", the temperature is not published")),
                Set.of("aust_temp"),
                List.of(),
                List.of());
    }

    /// All blanks change hands.
    static MappedEntry map(Delivery delivery) {
        var before =
                delivery.treatments().stream()
                        .map(treatment -> tempering(treatment).event())
                        .toArray(EventId[]::new);
        return new MappedEntry(
                List.of(
                        MappedItem.of(
                                key("delivery", "transport"),
                                new SampleTransported(
                                        after(before).by(IWT_AGENT),
                                        all(delivery.blanks()),
                                        Optional.of(IWT_NAME),
                                        Optional.of(IWM_NAME),
                                        Optional.of(IWM_AGENT),
                                        List.of()),
                                joined(delivery.blanks()),
                                delivery.place())),
                Set.of(),
                List.of(),
                List.of());
    }

    /// A blank's new name, and its cutting into a tensile specimen and a metallographic disc.
    static MappedEntry map(Blank blank) {
        var arrived = after(key("delivery", "transport").event()).by(IWM_AGENT);
        var named = key(blank.key(), "name");
        return new MappedEntry(
                List.of(
                        MappedItem.of(
                                        named,
                                        new SampleIdentified(
                                                arrived,
                                                sample(IWT, blank.iwt()),
                                                List.of(new ScopedName(IWM, blank.iwm())),
                                                List.of()),
                                        blank.iwm() + new TreeMap<>(blank.others()),
                                        blank.place() + "/blank_id")
                                .keeping(blank.others()),
                        MappedItem.of(
                                cutting(blank),
                                new SampleSplit(
                                        after(key("delivery", "transport").event(), named.event())
                                                .by(IWM_AGENT),
                                        sample(IWT, blank.iwt()),
                                        List.of(
                                                of(
                                                        IWM,
                                                        blank.specimen(),
                                                        "lsk:TensileSpecimen",
                                                        false),
                                                of(IWM, blank.disc(), "lsk:CrossSection", false)),
                                        true,
                                        Term.of("lsk:Cutting"),
                                        List.of()),
                                blank.specimen() + "\n" + blank.disc(),
                                blank.place())),
                Set.of("blank_id", "tensile_specimen_id", "metallo_disc_id"),
                List.of(),
                List.of());
    }

    private static ItemKey tempering(HeatTreatment treatment) {
        return key(treatment.key(), "tempering");
    }

    private static ItemKey key(String entity, String role) {
        return new ItemKey(SOURCE, entity, role);
    }

    private static Occurrence after(EventId... events) {
        return Occurrence.at(LabTime.UNKNOWN.withAfter(events));
    }

    private static Participants all(List<Blank> blanks) {
        return Participants.of(
                blanks.stream().map(blank -> sample(IWT, blank.iwt())).toArray(SampleId[]::new));
    }

    private static String joined(List<Blank> blanks) {
        return blanks.stream().map(Blank::iwt).collect(Collectors.joining(","));
    }

    private static SampleDescription of(String scope, String name, String form, boolean steel) {
        return new SampleDescription(
                sample(scope, name),
                Optional.of(Term.of(form)),
                List.of(new ScopedName(scope, name)),
                Nature.PHYSICAL,
                Optional.empty(),
                steel ? Optional.of(STEEL) : Optional.empty());
    }

    private static MappedItem agent(AgentId agent, String name, String place) {
        return MappedItem.of(
                key("agent/" + agent.value(), "agent"),
                new AgentRegistered(
                        Occurrence.UNKNOWN,
                        agent,
                        AgentType.ORGANIZATION,
                        name,
                        Optional.empty(),
                        Optional.empty()),
                name,
                place);
    }
}
