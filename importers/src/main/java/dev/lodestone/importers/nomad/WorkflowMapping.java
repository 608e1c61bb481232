package dev.lodestone.importers.nomad;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `workflow2`, or the steps of an experiment, as a plan: tasks of tasks in their place, each after
/// those whose output it takes. A task whose name is missing is called by its number.
final class WorkflowMapping {
    private static final String AT = "/workflow2";
    private static final String EXPERIMENT = "/data/steps";

    private final Gathered into;
    private final Fields part;
    private final TaskReading tasks;
    private final Set<String> taken = new HashSet<>();

    private WorkflowMapping(Gathered into, NomadUpload upload) {
        this.into = into;
        this.part = into.fields().part();
        this.tasks = new TaskReading(part, into.entry(), upload);
    }

    /// A plan, and what carries out its steps.
    record Plan(WorkflowId id, List<Step> steps) {
        Plan {
            steps = List.copyOf(steps);
        }
    }

    /// A step.
    ///
    /// @param after the numbers of the steps before it
    /// @param by where what carried it out stands, if the source says it
    record Step(String name, String at, Set<Integer> after, Optional<TaskReading.Carrier> by) {}

    /// Registers the plan that the entry holds, if it does.
    ///
    /// @param experiment whether the steps of its data are activities of their own
    static Optional<Plan> map(Gathered into, NomadUpload upload, boolean experiment) {
        var fields = into.fields();
        if (Stream.of("/tasks", "/inputs", "/outputs").anyMatch(at -> fields.has(AT + at))) {
            return Optional.of(new WorkflowMapping(into, upload).workflow());
        }
        return experiment && fields.has(EXPERIMENT)
                ? Optional.of(new WorkflowMapping(into, upload).experiment())
                : Optional.empty();
    }

    private Plan workflow() {
        var list = tasks.list(AT + "/tasks");
        var graph = new TaskGraph(list, tasks.sections(AT + "/inputs"));
        if (!graph.inCircles().isEmpty()) {
            into.find(
                    AT + "/tasks",
                    "Of %d tasks each needs what another gives, in a circle; nothing is said of their order."
                            .formatted(graph.inCircles().size()));
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < graph.leaves().size(); i++) {
            var leaf = graph.leaves().get(i);
            steps.add(
                    new Step(unique(leaf.name()), leaf.at(), graph.after(i), tasks.carrier(leaf)));
        }
        var title = part.text(AT + "/name").orElse("workflow of " + into.entry().mainfile());
        return planned(title, AT, links(AT + "/inputs"), links(AT + "/outputs"), steps);
    }

    /// The steps of an experiment are an ordered list by the definition of its section.
    private Plan experiment() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < part.at(EXPERIMENT).size(); i++) {
            var at = EXPERIMENT + "/" + i;
            steps.add(
                    new Step(
                            unique(part.text(at + "/name").orElse("step " + (i + 1))),
                            at,
                            i == 0 ? Set.of() : Set.of(i - 1),
                            tasks.activity(at + "/activity")));
        }
        var title = part.text("/data/name").orElse("experiment of " + into.entry().mainfile());
        return planned(title, "/data", List.of(), List.of(), steps);
    }

    private Plan planned(
            String title, String at, List<String> inputs, List<String> outputs, List<Step> steps) {
        var id = new WorkflowId(into.source().named("workflow", into.entry().key()));
        var planned =
                new WorkflowPlanned(
                        Occurrence.UNKNOWN,
                        id,
                        title,
                        false,
                        inputs,
                        outputs,
                        steps.stream().map(step -> stated(step, steps)).toList());
        var rest =
                at.equals(AT)
                        ? into.fields().rest(at, Gathered.LONGEST_TEXT)
                        : Map.<String, String>of();
        into.thing(Gathered.WORKFLOW, planned, part, at, rest);
        return new Plan(id, steps);
    }

    private WorkflowPlanned.Step stated(Step step, List<Step> all) {
        return new WorkflowPlanned.Step(
                step.name(),
                sort(step.name().substring(step.name().lastIndexOf('/') + 1)),
                step.after().stream().sorted().map(i -> all.get(i).name()).toList(),
                List.of(),
                tasks.reference(step.at()));
    }

    private String unique(String name) {
        var step = name;
        for (int n = 2; !taken.add(step); n++) {
            step = name + " (" + n + ")";
        }
        return step;
    }

    private List<String> links(String at) {
        var links = new ArrayList<String>();
        for (int i = 0; i < part.at(at).size(); i++) {
            var link = at + "/" + i;
            var text =
                    String.join(
                            ": ",
                            Stream.of("/name", "/section")
                                    .flatMap(field -> part.text(link + field).stream())
                                    .toList());
            if (!text.isEmpty()) {
                links.add(text);
            }
        }
        return links;
    }

    private static Optional<Term> sort(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.startsWith("geometryopt")) {
            return Optional.of(Term.of("lsk:StructureRelaxation"));
        } else if (plain.startsWith("groundstate") || plain.startsWith("singlepoint")) {
            return Optional.of(Term.of("lsk:StaticCalculation"));
        } else if (plain.startsWith("moleculardynamics")) {
            return Optional.of(Term.of("lsk:MolecularDynamics"));
        }
        return Optional.empty();
    }
}
