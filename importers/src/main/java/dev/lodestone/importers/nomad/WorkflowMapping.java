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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// `workflow2` as a plan: its tasks in their order, tasks of tasks in their place. A task whose
/// name is missing is called by its number.
final class WorkflowMapping {
    private static final String AT = "/workflow2";

    private final Gathered into;
    private final Fields part;
    private final References references;
    private final List<WorkflowPlanned.Step> steps = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private WorkflowMapping(Gathered into, References references) {
        this.into = into;
        this.part = into.fields().part();
        this.references = references;
    }

    static void map(Gathered into, References references) {
        if (into.fields().has(AT + "/tasks")
                || into.fields().has(AT + "/inputs")
                || into.fields().has(AT + "/outputs")) {
            new WorkflowMapping(into, references).map();
        }
    }

    private void map() {
        tasks(AT + "/tasks", "");
        var title = part.text(AT + "/name").orElse("workflow of " + into.entry().mainfile());
        var planned =
                new WorkflowPlanned(
                        Occurrence.UNKNOWN,
                        new WorkflowId(into.source().named("workflow", into.entry().key())),
                        title,
                        false,
                        links(AT + "/inputs"),
                        links(AT + "/outputs"),
                        steps);
        into.happened("workflow", planned, part, AT, into.fields().rest(AT, Gathered.LONGEST_TEXT));
    }

    private void tasks(String at, String within) {
        var tasks = part.at(at);
        for (int i = 0; i < tasks.size(); i++) {
            var task = at + "/" + i;
            var reference = references.follow(task + "/task");
            var name =
                    part.text(task + "/name")
                            .or(() -> reference.flatMap(to -> to.entry().text(to.at() + "/name")))
                            .orElse("task " + (i + 1));
            var path = within.isEmpty() ? name : within + "/" + name;
            if (part.has(task + "/tasks")) {
                tasks(task + "/tasks", path);
                continue;
            }
            steps.add(
                    new WorkflowPlanned.Step(
                            unique(path),
                            sort(name),
                            steps.isEmpty() ? List.of() : List.of(steps.getLast().step()),
                            List.of(),
                            part.text(task + "/task").or(() -> output(task))));
        }
    }

    /// What a task gives, as a sign of what carried it out, where it names no other workflow.
    private Optional<String> output(String task) {
        return Optional.of(part.at(task + "/outputs/0/section"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
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
