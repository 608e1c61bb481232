package dev.lodestone.app.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// Says something where the process is stopped, as by Ctrl-C, before a work is done.
final class WhenStopped implements AutoCloseable {
    private final Thread hook;

    private WhenStopped(Thread hook) {
        this.hook = hook;
    }

    /// Until it is closed.
    static WhenStopped say(PrintWriter err, Supplier<String> what) {
        var hook =
                new Thread(() -> {
                    err.printf("%n%s%n", what.get());
                    err.flush();
                });
        Runtime.getRuntime().addShutdownHook(hook);
        return new WhenStopped(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is being stopped, and the hook says so
        }
    }
}
