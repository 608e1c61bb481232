package dev.lodestone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A verb in a process of its own, as a person runs it.
final class LodestoneProcess implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 5;

    private final Process process;

    private LodestoneProcess(Process process) {
        this.process = process;
    }

    /// What a finished verb said.
    record Said(int exit, String out, String err) {}

    /// Starts a verb.
    static LodestoneProcess start(Path directory, Path out, Path err, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Xmx512m");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.lodestone.app.Lodestone");
        command.addAll(List.of(arguments));
        try {
            return new LodestoneProcess(
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a verb to its end.
    static Said run(Path directory, String... arguments) throws IOException, InterruptedException {
        var out = java.nio.file.Files.createTempFile(directory, "out", ".txt");
        var err = java.nio.file.Files.createTempFile(directory, "err", ".txt");
        try (var verb = start(directory, out, err, arguments)) {
            int exit = verb.await();
            return new Said(
                    exit,
                    java.nio.file.Files.readString(out, StandardCharsets.UTF_8),
                    java.nio.file.Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    /// Waits for its end.
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the verb has not ended");
        }
        return process.exitValue();
    }

    /// Whether it still runs.
    boolean runs() {
        return process.isAlive();
    }

    /// Ends it as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asks it to end.
    void end() throws InterruptedException {
        process.destroy();
        await();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
