package dev.lodestone.importers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Reads and maps the entries of a source on a thread of its own, so that this goes on while the
/// batch before is being recorded. One batch at most is ahead. For one caller.
final class ReadAhead implements AutoCloseable {
    /// A run begins with small batches, so that something is told and recorded soon.
    private static final int FIRST_ENTRIES = 200;

    private static final int MOST_ENTRIES = 1_000;
    private static final int MANY = 2_000;

    /// So that entries as large as a calculation's archive do not pile up.
    private static final long MOST_CHARACTERS = 2_000_000;

    /// So that what a slow service gave is recorded soon.
    private static final long LONGEST_NANOS = 1_000_000_000;

    private final SourceReading reading;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("lodestone-import-reader").factory());
    private final long most;
    private long read;
    private @Nullable Iterator<SourceEntry> entries;
    private CompletableFuture<Batch> next = CompletableFuture.completedFuture(Batch.NONE);

    /// @param most how many entries are read at most
    ReadAhead(SourceReading reading, long most) {
        this.reading = reading;
        this.most = most;
    }

    /// Some entries, in the order of the source.
    ///
    /// @param read how many the source gave, whatever became of them
    /// @param refused why some of them could not be mapped
    /// @param last whether there are no more
    /// @param unfinished why nothing more can be read, if the source is not at its end
    record Batch(
            long read,
            List<HashedEntry> mapped,
            List<Refusal> refused,
            boolean last,
            Optional<UnreadableSource> unfinished) {
        static final Batch NONE = new Batch(0, List.of(), List.of(), false, Optional.empty());
    }

    /// Whether a run has so few entries behind it that batches are still small.
    static boolean isYoung(long entries) {
        return entries < MANY;
    }

    /// Has the next batch read.
    void start() {
        next = CompletableFuture.supplyAsync(this::read, thread);
    }

    /// The batch that was started last. Until the next is started, the reading stands still.
    Batch take() {
        try {
            return next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Batch read() {
        var mapped = new ArrayList<HashedEntry>();
        var refused = new ArrayList<Refusal>();
        long before = read;
        long began = System.nanoTime();
        long characters = 0;
        int full = isYoung(read) ? FIRST_ENTRIES : MOST_ENTRIES;
        try {
            var walk = entries == null ? reading.entries() : entries;
            entries = walk;
            while (read < most && walk.hasNext()) {
                var entry = walk.next();
                read++;
                try {
                    var one = HashedEntry.of(entry);
                    characters += one.characters();
                    mapped.add(one);
                } catch (RefusedEntry e) {
                    refused.add(new Refusal(e.place(), e.problem(), e.maybe()));
                } catch (IllegalArgumentException e) {
                    refused.add(Refusal.of(entry.locator(), String.valueOf(e.getMessage())));
                }
                if (mapped.size() + refused.size() == full
                        || characters > MOST_CHARACTERS
                        || System.nanoTime() - began > LONGEST_NANOS) {
                    return new Batch(
                            read - before, mapped, refused, read == most, Optional.empty());
                }
            }
        } catch (UnreadableSource e) {
            return new Batch(read - before, mapped, refused, true, Optional.of(e));
        }
        return new Batch(read - before, mapped, refused, true, Optional.empty());
    }

    /// Waits for what is being read.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
