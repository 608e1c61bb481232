package dev.lodestone.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// How far a long work is: a bar on a terminal, nothing elsewhere.
final class ProgressLine implements AutoCloseable {
    private static final boolean TERMINAL =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /// A bar, if this process itself talks to a terminal.
    static ProgressLine on(PrintWriter err, String what) {
        if (!TERMINAL) {
            return new ProgressLine(null);
        }
        return new ProgressLine(
                new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(-1)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build());
    }

    /// How much there is to do, from which the time left follows.
    void expect(long all) {
        if (bar != null) {
            bar.maxHint(all);
        }
    }

    /// So far.
    void at(long done, String more) {
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(more);
        }
    }

    /// Why it goes no further just now.
    void say(String what) {
        if (bar != null) {
            bar.setExtraMessage(what);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
