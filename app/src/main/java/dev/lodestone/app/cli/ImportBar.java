package dev.lodestone.app.cli;

import dev.lodestone.importers.ImportProgress;
import java.time.Duration;

/// A bar that says how far an import is.
final class ImportBar implements ImportProgress {
    private final ProgressLine bar;
    private final long most;
    private volatile long entries;
    private volatile long written;

    /// @param most how many entries are read at most
    ImportBar(ProgressLine bar, long most) {
        this.bar = bar;
        this.most = most;
    }

    @Override
    public void at(long entriesSoFar, long recordsSoFar) {
        entries = entriesSoFar;
        written = recordsSoFar;
        bar.at(entriesSoFar, "entries, %,d records written".formatted(recordsSoFar));
    }

    @Override
    public void expected(long all) {
        bar.expect(Math.min(all, most));
    }

    @Override
    public void fetched(long entriesSoFar) {
        bar.at(entriesSoFar, "entries fetched");
    }

    @Override
    public void waiting(Duration time, String why) {
        bar.say("waiting %,d s: %s".formatted(Math.max(1, time.toSeconds()), why));
    }

    /// What is said where the import is stopped.
    String stopped() {
        return """
        Stopped after %,d entries; %,d records are written.
        Maybe run the same command again: it finishes what is missing.\
        """
                .formatted(entries, written);
    }
}
