package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files of the Materials Project being read. They are gone through once to learn what documents
/// know of each other, then for the materials, then for what other documents say of them, and then
/// for the tasks.
final class MpReading implements SourceReading {
    private final Path root;
    private final SourceDescription source;
    private final MpTogether together;
    private final Iterator<Map.Entry<Turn, Set<Path>>> turns;
    private final boolean mixed;
    private Turn turn = Turn.MATERIALS;
    private MpDocuments documents;
    private @Nullable SourceEntry ahead;

    /// @param turns the files that have documents of each turn
    private MpReading(
            Path root, List<Path> files, MpTogether together, Map<Turn, Set<Path>> turns) {
        this.root = root;
        this.together = together;
        this.turns = turns.entrySet().iterator();
        this.mixed = turns.values().stream().mapToInt(Set::size).sum() > files.size();
        this.documents = new MpDocuments(root, List.of());
        this.source =
                MpMapping.describe(root.toString(), JsonFiles.sha256(files), together.version());
    }

    static MpReading open(Path root, List<Path> files, ImportContext context) {
        var together = new MpTogether(context.options(), new MpHeld(context.held()));
        var turns = new EnumMap<Turn, Set<Path>>(Turn.class);
        for (var file : files) {
            try (var documents = new MpDocuments(root, List.of(file))) {
                while (documents.hasNext()) {
                    var document = documents.next().outlined();
                    document.ifPresent(together::learn);
                    turns.computeIfAbsent(Turn.of(document), _ -> new LinkedHashSet<>()).add(file);
                }
            }
        }
        together.recall();
        together.recallGroups();
        return new MpReading(root, files, together, turns);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return isAhead();
            }

            @Override
            public SourceEntry next() {
                var next = isAhead() ? ahead : null;
                if (next == null) {
                    throw new NoSuchElementException();
                }
                ahead = null;
                return next;
            }
        };
    }

    private boolean isAhead() {
        while (ahead == null) {
            if (documents.hasNext()) {
                var found = documents.next();
                if (!mixed || Turn.of(found.outlined()) == turn) {
                    ahead = MpMapping.entry(found, together);
                }
            } else if (turns.hasNext()) {
                var next = turns.next();
                turn = next.getKey();
                documents.close();
                documents = new MpDocuments(root, List.copyOf(next.getValue()));
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        documents.close();
    }
}
