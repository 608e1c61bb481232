package dev.lodestone.events.log;

import static dev.lodestone.events.log.LogTesting.append;
import static dev.lodestone.events.log.LogTesting.entry;
import static dev.lodestone.events.log.LogTesting.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir Path directory;

    @Test
    void aDirectoryInUseIsRefusedAndTheOwnerNamed() throws Exception {
        var lock = DataDirectoryLock.acquire(directory, "process 1 at http://localhost:8080");
        try (lock) {
            assertThat(DataDirectoryLock.readOwner(directory))
                    .contains("process 1 at http://localhost:8080");
            assertThatThrownBy(() -> open())
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("in use by (process 1 at http://localhost:8080)")
                    .hasMessageContaining("\nMaybe ");

            Process other = ChildProcess.start(LogWriter.class, directory.toString());
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).contains("in use by (process 1 at http://localhost:8080)");
            assertThat(other.waitFor()).isNotZero();
            lock.describe("process 1 at http://localhost:9090");
            assertThat(DataDirectoryLock.readOwner(directory))
                    .contains("process 1 at http://localhost:9090");
        }
        assertThat(DataDirectoryLock.readOwner(directory)).isEmpty();
        open().close();
    }

    @Test
    void theOwnerOfTheDirectoryMayOpenAndCloseTheLogAgain() {
        try (var lock = DataDirectoryLock.acquire(directory, "me")) {
            EventLogs.open(lock, InstantSource.system()).close();
            EventLogs.open(lock, InstantSource.system()).close();
            assertThat(DataDirectoryLock.readOwner(directory)).contains("me");
        }
    }

    @Test
    void aLogOfALaterFormatIsRefused() throws Exception {
        open().close();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve(EventLogs.FILE));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE meta SET value = '2' WHERE name = 'format'");
        }

        assertRefused("has format (2); this program reads formats up to (1)");
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve(EventLogs.FILE));
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE recipes (name TEXT)");
        }

        assertRefused("not a Lodestone log");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(directory.resolve(EventLogs.FILE), "dear diary, ".repeat(1_000));

        assertRefused("damaged");
    }

    @Test
    void aLogCutShortIsRefused() throws IOException {
        try (EventLog log = open()) {
            append(
                    log,
                    IntStream.range(0, 2_000)
                            .mapToObj(i -> entry(sample("s" + i)))
                            .toArray(NewEntry[]::new));
        }
        Path file = directory.resolve(EventLogs.FILE);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(100_000);
        }

        assertRefused("damaged");
    }

    @Test
    void aWriteAheadFileCutShortLeavesWholeGroups() throws IOException {
        Path crashed = directory.resolve("crashed");
        Files.createDirectories(crashed);
        try (EventLog log = open()) {
            for (int i = 0; i < 100; i++) {
                append(log, entry(sample("a")), entry(sample("b")));
            }
            Files.copy(directory.resolve(EventLogs.FILE), crashed.resolve(EventLogs.FILE));
            byte[] ahead = Files.readAllBytes(directory.resolve(EventLogs.FILE + "-wal"));
            Path wal = crashed.resolve(EventLogs.FILE + "-wal");
            Files.write(wal, Arrays.copyOf(ahead, ahead.length * 2 / 3));
        }

        try (EventLog log = EventLogs.open(crashed, InstantSource.system())) {
            assertThat(log.head().value()).isBetween(2L, 198L).matches(head -> head % 2 == 0);
            assertThat(LogVerification.verify(crashed).isSound()).isTrue();
            append(log, entry(sample("a")));
        }
        assertThat(LogVerification.verify(crashed).isSound()).isTrue();
    }

    @Test
    void nothingThatCallsHomeIsOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.axonframework.update.UpdateChecker"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(System.getProperty("java.class.path")).doesNotContain("axon-update");
    }

    private EventLog open() {
        return EventLogs.open(directory, InstantSource.system());
    }

    private void assertRefused(String words) {
        assertThatThrownBy(this::open)
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining(words)
                .hasMessageContaining("\nMaybe ");
        assertThat(DataDirectoryLock.readOwner(directory)).isEmpty();
    }
}
