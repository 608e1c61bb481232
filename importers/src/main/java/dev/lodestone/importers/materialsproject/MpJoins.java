package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.Bearing;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How documents of the Materials Project bear on what others of them state: a summary says of
/// which material a calculation is, a calculation says by which functional a summary's values are.
final class MpJoins {
    /// Names under which a material is known since its identifier moved.
    private static final String MOVED = "materials-project/moved";

    private MpJoins() {}

    /// The material of a calculation that nobody else knows.
    static MaterialId ownMaterial(MpId task) {
        return new MaterialId("mp-task-" + task.decimal());
    }

    /// A calculation is of this material.
    static Joining calculationOf(MpId material) {
        var subject = Subject.of(SummaryMapping.material(material));
        return event ->
                event instanceof SimulationPerformed s && !s.subject().equals(subject)
                        ? new SimulationPerformed(
                                s.occurrence(),
                                subject,
                                s.method(),
                                s.names(),
                                s.components(),
                                s.conditions(),
                                s.results(),
                                s.files())
                        : event;
    }

    /// What a calculation registered as a material is this one.
    static Joining registrationOf(MpId material) {
        var id = SummaryMapping.material(material);
        return event ->
                event instanceof MaterialRegistered m && !m.material().equals(id)
                        ? new MaterialRegistered(
                                m.occurrence(),
                                id,
                                m.formula(),
                                SummaryMapping.names(SummaryMapping.MATERIALS, material),
                                m.structure())
                        : event;
    }

    /// Values of a calculation hold under its run type.
    static Joining under(MpId task, String runType) {
        var computation = Optional.of(SummaryMapping.task(task).event());
        var conditions = MpTerms.runType(runType, place(task));
        return event ->
                event instanceof ValuesAsserted v
                                && v.computedBy().equals(computation)
                                && !v.conditions().equals(conditions)
                        ? new ValuesAsserted(
                                v.occurrence(),
                                v.subject(),
                                v.computedBy(),
                                v.originUnknown(),
                                v.components(),
                                conditions,
                                v.values())
                        : event;
    }

    /// Where the run type of a calculation stands.
    static String place(MpId task) {
        return "task " + task;
    }

    /// A material is known by its own identifier.
    static Joining unmoved() {
        return event ->
                event instanceof MaterialRegistered m && m.names().stream().anyMatch(MpJoins::moved)
                        ? renamed(m, Stream.empty())
                        : event;
    }

    /// A material is one of the calculations of another now.
    private static Joining movedTo(MpId other) {
        return event ->
                event instanceof MaterialRegistered m
                        ? renamed(m, Stream.of(new ScopedName(MOVED, other.decimal())))
                        : event;
    }

    private static MaterialRegistered renamed(MaterialRegistered m, Stream<ScopedName> names) {
        return new MaterialRegistered(
                m.occurrence(),
                m.material(),
                m.formula(),
                Stream.concat(m.names().stream().filter(name -> !moved(name)), names).toList(),
                m.structure());
    }

    private static boolean moved(ScopedName name) {
        return name.scope().equals(MOVED);
    }

    /// What a summary says of calculations, and of materials that became such.
    ///
    /// @param tasks those grouped in it whose documents are not read together with it
    /// @param held what earlier imports know
    /// @param given tells the materials that are read together with it
    static List<Bearing> ofSummary(
            MpId material, List<MpId> tasks, MpHeld held, Predicate<MpId> given) {
        var bearings = new ArrayList<Bearing>();
        var why = "The Materials Project groups the calculation in (%s).".formatted(material);
        var calculation = calculationOf(material);
        var registration = registrationOf(material);
        var moved = movedTo(material);
        for (var task : tasks) {
            if (held.tasks()) {
                bearings.add(Bearing.on(SummaryMapping.task(task), calculation, why));
                bearings.add(Bearing.on(SummaryMapping.taskMaterial(task), registration, why));
            }
            if (held.materials() && !given.test(task)) {
                bearings.add(
                        Bearing.on(
                                        new ItemKey(
                                                SummaryMapping.SOURCE,
                                                "material/" + task.decimal(),
                                                "material"),
                                        moved,
                                        "The material (%s) is part of (%s) now."
                                                .formatted(task, material))
                                .toBeTold());
            }
        }
        return bearings;
    }

    /// What a calculation says of the values of its material.
    static List<Bearing> ofTask(MpId task, MpId material, String runType) {
        return List.of(
                Bearing.onAll(
                        "material/" + material.decimal(),
                        under(task, runType),
                        "The calculation (%s) says under which functional.".formatted(task)));
    }
}
