package dev.lodestone.events.internal.sqlite;

/// How a journal is run.
///
/// @param groupEntries a commit group takes no further append once it has so many entries
/// @param groupBytes nor once its payloads have so many bytes
/// @param readers how many connections read at once at most
/// @param pageEntries how many entries a walk fetches at once at most
/// @param pageBytes how many bytes of payload, after which a walk fetches no more at once
/// @param maxDatabasePages where the file stops growing, in pages of 4096 bytes; 0 for no limit
/// @param pacer slows commits
public record JournalOptions(
        int groupEntries,
        long groupBytes,
        int readers,
        int pageEntries,
        long pageBytes,
        int maxDatabasePages,
        CommitPacer pacer) {
    public static final JournalOptions DEFAULT =
            new JournalOptions(10_000, 16L << 20, 8, 1_000, 4L << 20, 0, CommitPacer.NONE);

    public JournalOptions withPacer(CommitPacer slower) {
        return new JournalOptions(
                groupEntries,
                groupBytes,
                readers,
                pageEntries,
                pageBytes,
                maxDatabasePages,
                slower);
    }

    public JournalOptions withMaxDatabasePages(int pages) {
        return new JournalOptions(
                groupEntries, groupBytes, readers, pageEntries, pageBytes, pages, pacer);
    }

    public JournalOptions withPageEntries(int entries) {
        return new JournalOptions(
                groupEntries, groupBytes, readers, entries, pageBytes, maxDatabasePages, pacer);
    }
}
