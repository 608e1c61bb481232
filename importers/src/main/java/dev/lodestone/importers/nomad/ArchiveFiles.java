package dev.lodestone.importers.nomad;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.nomad.EntryIndex.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Files of archives and of answers: gone through once for what their entries are called, and read
/// again, one at a time, when an entry is mapped or referred to.
final class ArchiveFiles implements AutoCloseable {
    private static final Set<String> SECTIONS =
            Set.of("data", "definitions", "metadata", "results", "run", "workflow", "workflow2");

    private final Spool spool = new Spool();
    private final ApiAnswers answers = new ApiAnswers(spool);
    private final EntryIndex index = new EntryIndex();
    private final Accounts accounts = new Accounts();
    private final ShelvedEntries shelved = new ShelvedEntries(index, this::beside);
    private final List<Kept> kept = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<RefusedEntry> refused = new ArrayList<>();
    private final Set<String> versions = new HashSet<>();

    /// What an entry is read from.
    private sealed interface Kept {
        NomadEntry read();
    }

    /// An archive that is a file.
    private record OfFile(String name, Path file) implements Kept {
        @Override
        public NomadEntry read() {
            return archive(name, JsonFiles.read(file, name));
        }
    }

    /// What answers say of an entry.
    private record OfAnswers(ApiAnswers answers, String id) implements Kept {
        @Override
        public NomadEntry read() {
            return answers.entry(id);
        }
    }

    /// Goes through a file.
    ///
    /// @param name as people know it
    void add(String name, Path file) {
        try {
            var tree = JsonFiles.read(file, name);
            if (ApiAnswers.isAnswer(tree)) {
                answers.add(name, tree, accounts);
            } else {
                note(new OfFile(name, file), archive(name, tree));
            }
        } catch (RefusedEntry e) {
            refused.add(e);
        }
    }

    /// Puts together what the answers say, when all files were gone through.
    void complete() {
        for (var id : answers.ids()) {
            note(new OfAnswers(answers, id), answers.entry(id));
        }
    }

    private void note(Kept from, NomadEntry entry) {
        kept.add(from);
        heads.add(index.note(kept.size() - 1, 0, entry));
        shelved.hold(entry);
        accounts.note(entry.archive().path("metadata"));
        if (versions.size() < 2) {
            entry.text("/metadata/nomad_version").ifPresent(versions::add);
        }
    }

    /// The entries, in the order of their files, those of answers last. An id that two files have
    /// is there twice.
    List<Head> heads() {
        return heads;
    }

    /// An entry.
    NomadEntry read(Head head) {
        return shelved.read(head);
    }

    /// The entries as they find each other.
    EntryLookup lookup() {
        return shelved;
    }

    Accounts accounts() {
        return accounts;
    }

    /// The answers in which no entry is.
    List<ApiAnswers.Without> without() {
        return answers.without();
    }

    /// The files that are none.
    List<RefusedEntry> refused() {
        return refused;
    }

    /// The version of NOMAD, if all entries are of one.
    Optional<String> version() {
        return versions.size() == 1 ? versions.stream().findFirst() : Optional.empty();
    }

    @Override
    public void close() {
        spool.close();
    }

    private List<NomadEntry> beside(Head head) {
        return List.of(kept.get(head.page()).read());
    }

    private static NomadEntry archive(String name, JsonNode tree) {
        if (tree instanceof ObjectNode archive && SECTIONS.stream().anyMatch(archive::has)) {
            var mainfile =
                    archive.at("/metadata/mainfile").asString(name.replaceFirst("\\.gz$", ""));
            return new NomadEntry(name, mainfile, archive);
        }
        throw new RefusedEntry(
                name,
                "This is no NOMAD archive: it has none of the sections "
                        + SECTIONS.stream().sorted().collect(Collectors.joining(", "))
                        + ".",
                "it is data that an archive refers to.");
    }
}
