package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the guides, typed into a shell as the pages have them, print what the pages say.
class GuidesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Path REPOSITORY = repository();
    private static final Path SHELL = Path.of("/bin/bash");

    @TempDir private Path root;
    private Path directory = Path.of("");

    /// Commands, and what the page says they print; empty where it does not say.
    private record Example(String commands, String printed) {}

    @BeforeEach
    void makeACheckout() throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "the guides are written for a shell");
        directory = Files.createDirectory(root.resolve("lodestone"));
        Files.createSymbolicLink(directory.resolve("events"), REPOSITORY.resolve("events"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = directory.resolve("lodestone");
        Files.writeString(
                script,
                """
                #!/bin/bash
                exec "%s" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \\
                  -Xmx512m -XX:TieredStopAtLevel=1 \\
                  -cp "%s" dev.lodestone.app.Lodestone "$@"
                """
                        .formatted(java, System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// So that nothing behind them is cleaned up with the directory.
    @AfterEach
    void removeTheLinks() throws IOException {
        Files.deleteIfExists(directory.resolve("events"));
        Files.deleteIfExists(root.resolve("shared"));
    }

    @Test
    void whereSamplesAre() throws Exception {
        assertThat(follow("where-samples-are.md")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whenAModifiedSampleBecomesANewSample() throws Exception {
        var shared = Path.of(System.getProperty("lodestone.shared"));
        for (var data : List.of("tensile-42CrMoS4", "lab-event-log", "perovskite")) {
            assumeTrue(
                    Files.isDirectory(shared.resolve("data").resolve(data)),
                    "the published histories are not here: " + data);
        }
        Files.createSymbolicLink(root.resolve("shared"), shared.toAbsolutePath());
        assertThat(follow("when-does-a-sample-change.md")).isGreaterThanOrEqualTo(10);
    }

    /// How many examples had something to be held against.
    private int follow(String page) throws Exception {
        int held = 0;
        for (var example : examples(page)) {
            var said = run(example.commands());
            if (!example.printed().isEmpty()) {
                assertThat(said).as(example.commands()).isEqualTo(example.printed());
                held++;
            }
        }
        return held;
    }

    private static List<Example> examples(String page) throws IOException {
        var text = Files.readString(REPOSITORY.resolve("docs/guides").resolve(page));
        var examples = new ArrayList<Example>();
        var commands = "";
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                if (!commands.isEmpty()) {
                    examples.add(new Example(commands, ""));
                }
                commands = blocks.group(2);
            } else if (blocks.group(1).isEmpty() && !commands.isEmpty()) {
                examples.add(new Example(commands, tidy(blocks.group(2))));
                commands = "";
            }
        }
        if (!commands.isEmpty()) {
            examples.add(new Example(commands, ""));
        }
        return examples;
    }

    private String run(String commands) throws IOException, InterruptedException {
        var out = Files.createTempFile(root, "out", ".txt");
        var err = Files.createTempFile(root, "err", ".txt");
        var shell =
                new ProcessBuilder(SHELL.toString(), "-c", commands)
                        .directory(directory.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(shell.waitFor(5, TimeUnit.MINUTES)).as("%s ends", commands).isTrue();
        } finally {
            shell.destroyForcibly();
        }
        assertThat(Files.readString(err))
                .as(commands)
                .doesNotContain("A fault in Lodestone", "command not found", "Exception in");
        return tidy(Files.readString(out, StandardCharsets.UTF_8));
    }

    /// Without the blanks at the ends of lines, which editors take away.
    private static String tidy(String text) {
        return text.lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n").strip();
    }

    private static Path repository() {
        var at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/guides"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at;
    }
}
