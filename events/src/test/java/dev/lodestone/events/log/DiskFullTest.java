package dev.lodestone.events.log;

import static dev.lodestone.events.log.LogTesting.append;
import static dev.lodestone.events.log.LogTesting.entry;
import static dev.lodestone.events.log.LogTesting.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lodestone.events.internal.axon.AxonEventLog;
import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
    private static final String PAYLOAD = "x".repeat(5_000);

    @TempDir Path directory;

    @Test
    void aFileThatMayNotGrowKeepsWhatWasAcknowledged() {
        List<UUID> acknowledged;
        try (EventLog log = open(JournalOptions.DEFAULT.withMaxDatabasePages(100))) {
            acknowledged = appendUntilFull(log);
            assertKept(log, acknowledged);
        }

        try (EventLog log = open(JournalOptions.DEFAULT)) {
            append(log, entry(sample("after")));
            assertKept(log, acknowledged);
            assertThat(log.head().value()).isEqualTo(acknowledged.size() + 1);
        }
        assertThat(LogVerification.verify(directory).damage()).isEmpty();
    }

    @Test
    void anAppendThatDoesNotFitDoesNotHurtOneThatDoes() {
        try (EventLog log = open(JournalOptions.DEFAULT.withMaxDatabasePages(100))) {
            var tooMuch = new NewEntry[200];
            Arrays.setAll(tooMuch, _ -> entry(UUID.randomUUID(), PAYLOAD));

            assertThat(fails(log, tooMuch)).isInstanceOf(LogFull.class);
            append(log, entry(sample("small")));

            assertThat(log.head()).isEqualTo(new LogPosition(1));
        }
    }

    @Test
    void aFullDiskKeepsWhatWasAcknowledgedAndGoesOnWhenThereIsRoom() throws Exception {
        Path mount = directory.resolve("small");
        Files.createDirectories(mount);
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mount.toString()))
                .as("this user can mount a small file system")
                .isZero();
        try {
            Path ballast = mount.resolve("ballast");
            Files.write(ballast, new byte[1 << 20]);
            List<UUID> acknowledged;
            try (EventLog log = EventLogs.open(mount, InstantSource.system())) {
                acknowledged = appendUntilFull(log);
                assertKept(log, acknowledged);
                Files.delete(ballast);
                UUID after = UUID.randomUUID();
                append(log, entry(after, PAYLOAD));
                acknowledged.add(after);
                assertKept(log, acknowledged);
            }
            try (EventLog log = EventLogs.open(mount, InstantSource.system())) {
                assertKept(log, acknowledged);
            }
            assertThat(LogVerification.verify(mount).damage()).isEmpty();
        } finally {
            run("umount", mount.toString());
        }
    }

    private static List<UUID> appendUntilFull(EventLog log) {
        var acknowledged = new ArrayList<UUID>();
        while (true) {
            UUID record = UUID.randomUUID();
            try {
                append(log, entry(record, PAYLOAD, sample("a")));
                acknowledged.add(record);
            } catch (LogFull full) {
                assertThat(full)
                        .hasMessageContaining("no room")
                        .hasMessageContaining(
                                "\nMaybe free some space and try again: nothing acknowledged was"
                                        + " lost.");
                assertThat(acknowledged).isNotEmpty();
                return acknowledged;
            }
        }
    }

    private static void assertKept(EventLog log, List<UUID> acknowledged) {
        assertThat(LogTesting.all(log).stream().map(LogEntry::record).toList())
                .startsWith(acknowledged.toArray(UUID[]::new));
    }

    private static LogException fails(EventLog log, NewEntry... entries) {
        try {
            append(log, entries);
            throw new AssertionError("It did not fail");
        } catch (LogException e) {
            return e;
        }
    }

    private EventLog open(JournalOptions options) {
        return new AxonEventLog(
                SqliteJournal.open(
                        directory.resolve(EventLogs.FILE), options, InstantSource.system()),
                () -> {});
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
