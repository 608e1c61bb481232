package dev.lodestone.importers;

import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import java.util.List;

/// Whether all that the log has of a source was written by this very run. As long as that holds, a
/// key that the run has not met is not in the log, and need not be looked for. It ends when anybody
/// else writes to the log.
final class FirstImport {
    private final EventLog log;
    private boolean holds;
    private LogPosition last;

    FirstImport(EventLog log, KeyStates states) {
        this.log = log;
        // The head first: what comes after it is noticed.
        this.last = log.head();
        this.holds = states.after("", "", 1).isEmpty();
    }

    boolean holds() {
        holds = holds && log.head().equals(last);
        return holds;
    }

    /// Told what the run has written, each time.
    void wrote(List<Receipt> receipts) {
        boolean nextToEachOther =
                !receipts.isEmpty()
                        && receipts.stream().noneMatch(Receipt::alreadyKnown)
                        && receipts.getFirst().position().equals(last.next());
        if (nextToEachOther) {
            last = receipts.getLast().position();
        } else {
            holds = false;
        }
    }
}
