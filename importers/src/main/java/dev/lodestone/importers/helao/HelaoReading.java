package dev.lodestone.importers.helao;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.helao.HelaoEntry.Action;
import dev.lodestone.importers.helao.HelaoEntry.Sequence;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Zips being read, one open at a time, their actions one after another in the order of the log.
final class HelaoReading implements SourceReading {
    private final SourceDescription source;
    private final Deque<Path> zips;
    private @Nullable SequenceZip open;

    private HelaoReading(SourceDescription source, List<Path> zips) {
        this.source = source;
        this.zips = new ArrayDeque<>(zips);
    }

    static HelaoReading open(Path path, List<Path> zips, Optional<String> licence) {
        if (zips.size() == 1) {
            try (var first = HelaoZip.open(zips.getFirst())) {
                SequenceZip.sequenceFile(first);
            } catch (RefusedEntry e) {
                throw new UnreadableSource(e.place(), e.problem(), e.maybe(), e);
            }
        }
        return new HelaoReading(
                new SourceDescription(
                        HelaoMapping.SOURCE,
                        "HELAO laboratory log",
                        path.toString(),
                        JsonFiles.sha256(zips),
                        Optional.empty(),
                        Optional.empty(),
                        licence,
                        Optional.empty(),
                        "helao 1",
                        false),
                zips);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Walk();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private final class Walk implements Iterator<SourceEntry> {
        private final Deque<SourceEntry> ready = new ArrayDeque<>();

        @Override
        public boolean hasNext() {
            while (ready.isEmpty()) {
                var zip = open;
                if (zip != null && zip.hasNext()) {
                    ready.add(entry(zip.next()));
                } else if (zips.isEmpty()) {
                    return false;
                } else {
                    close();
                    next(zips.remove());
                }
            }
            return true;
        }

        @Override
        public SourceEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void next(Path path) {
            try {
                var zip = SequenceZip.open(path);
                open = zip;
                ready.add(mapped(zip.sequence()));
                zip.unreadable().forEach(e -> ready.add(SourceEntry.refused(e)));
            } catch (RefusedEntry e) {
                ready.add(SourceEntry.refused(e));
            }
        }
    }

    /// An action is read when it is asked for; what it is refused for is told when it is mapped.
    private static SourceEntry entry(SequenceZip.Later later) {
        try {
            return mapped(later.read());
        } catch (RefusedEntry e) {
            return SourceEntry.refused(e);
        }
    }

    private static SourceEntry mapped(HelaoEntry entry) {
        return SourceEntry.of(
                entry.place(),
                () ->
                        switch (entry) {
                            case Sequence sequence -> SequenceMapping.map(sequence);
                            case Action action -> ActionMapping.map(action);
                        });
    }
}
