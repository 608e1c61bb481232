package dev.lodestone.events.log;

import dev.lodestone.events.internal.sqlite.JournalVerification;
import java.nio.file.Path;
import java.util.Optional;

/// Recomputes what the log says of itself: that positions have no gaps, that every payload and
/// header has the hash stored for it, and that the tags it is searched by are those that were
/// hashed.
///
/// A log that was rewritten as a whole with fresh hashes passes; to notice that, compare the root
/// with one kept elsewhere.
public final class LogVerification {
    private LogVerification() {}

    /// The first thing that is not as it was recorded.
    ///
    /// @param position where the damage is, or the first place it may be
    /// @param what in words
    public record Damage(LogPosition position, String what) {}

    /// What was found.
    ///
    /// @param entries how many entries are sound, counted from the first
    /// @param root of the Merkle tree (RFC 6962) over their leaves, in lower-case hex
    /// @param damage the first, if there is any
    public record Report(long entries, String root, Optional<Damage> damage) {
        public boolean isSound() {
            return damage.isEmpty();
        }
    }

    /// Reads the whole log of a data directory, which may be in use meanwhile.
    ///
    /// @throws LogUnavailable if there is no log to be read
    public static Report verify(Path dataDirectory) {
        return JournalVerification.verify(dataDirectory.resolve(EventLogs.FILE));
    }
}
