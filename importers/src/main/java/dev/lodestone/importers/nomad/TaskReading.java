package dev.lodestone.importers.nomad;

import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.nomad.NomadRef.Target;
import dev.lodestone.importers.nomad.NomadUpload.Resolution;
import dev.lodestone.importers.nomad.TaskGraph.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The tasks of a plan as they stand in an entry, with the sections they take and give: their own
/// inputs and outputs, and those of the workflow that a task refers to.
final class TaskReading {
    private final Fields part;
    private final NomadEntry entry;
    private final NomadUpload upload;

    TaskReading(Fields part, NomadEntry entry, NomadUpload upload) {
        this.part = part;
        this.entry = entry;
        this.upload = upload;
    }

    /// Where what carried out a task stands.
    ///
    /// @param target the entry, as the one with the task refers to it
    /// @param entry its place
    /// @param pointer in that entry; empty where only the entry is known
    /// @param named whether the task names it, instead of a section that it gave
    record Carrier(Target target, String entry, String pointer, boolean named) {}

    List<Task> list(String at) {
        return list(at, "");
    }

    private List<Task> list(String at, String within) {
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < part.at(at).size(); i++) {
            var task = at + "/" + i;
            var other = found(task + "/task");
            var name =
                    part.text(task + "/name")
                            .or(() -> other.flatMap(to -> to.entry().text(to.pointer() + "/name")))
                            .orElse("task " + (i + 1));
            var path = within.isEmpty() ? name : within + "/" + name;
            var takes = sections(task + "/inputs");
            var gives = sections(task + "/outputs");
            other.ifPresent(to -> {
                takes.addAll(sections(to.section().path("inputs"), to.entry()));
                gives.addAll(sections(to.section().path("outputs"), to.entry()));
            });
            tasks.add(new Task(path, task, takes, gives, list(task + "/tasks", path)));
        }
        return tasks;
    }

    /// The sections that a list of links of the entry names, each under one name however it is
    /// spelled; used.
    Set<String> sections(String at) {
        for (int i = 0; i < part.at(at).size(); i++) {
            var section = at + "/" + i + "/section";
            if (part.at(section).isString()) {
                part.use(section);
            }
        }
        return sections(part.at(at), entry);
    }

    private Set<String> sections(JsonNode links, NomadEntry from) {
        var sections = new TreeSet<String>();
        for (var link : links) {
            if (link.path("section").isString()) {
                sections.add(upload.sectionKey(link.path("section").stringValue(), from));
            }
        }
        return sections;
    }

    /// What carried out a task: what it names, or else the one other entry in which all stands that
    /// it gives.
    Optional<Carrier> carrier(Task task) {
        var named = activity(task.at() + "/task");
        if (named.isPresent()) {
            return named;
        }
        var carriers = new HashMap<String, Carrier>();
        for (var output : part.at(task.at() + "/outputs")) {
            var carrier =
                    NomadRef.find(output.path("section").asString(""))
                            .flatMap(ref -> carrier(ref.target(), "", false));
            if (carrier.isEmpty()) {
                return Optional.empty();
            }
            carriers.put(carrier.get().entry(), carrier.get());
        }
        return carriers.size() == 1 ? carriers.values().stream().findFirst() : Optional.empty();
    }

    /// The activity of another entry that a reference leads to.
    Optional<Carrier> activity(String at) {
        return part.peek(at)
                .flatMap(NomadRef::find)
                .flatMap(ref -> carrier(ref.target(), "/" + String.join("/", ref.path()), true));
    }

    private Optional<Carrier> carrier(Target target, String pointer, boolean named) {
        return upload.entry(target, entry)
                .filter(other -> !other.place().equals(entry.place()))
                .map(other -> new Carrier(target, other.place(), pointer, named));
    }

    /// The reference that the source gives for what carries a task out, or as a sign of it what it
    /// gives.
    Optional<String> reference(String task) {
        return part.text(task + "/task")
                .or(() -> part.text(task + "/activity"))
                .or(() -> part.text(task + "/outputs/0/section"));
    }

    private Optional<Resolution.Found> found(String at) {
        return part.peek(at)
                .flatMap(NomadRef::find)
                .map(ref -> upload.resolve(ref, entry))
                .flatMap(resolution ->
                        resolution instanceof Resolution.Found found
                                ? Optional.of(found)
                                : Optional.empty());
    }
}
