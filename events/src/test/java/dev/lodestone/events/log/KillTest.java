package dev.lodestone.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it appends. `-Dlodestone.kills=1000` kills more often,
/// `-Dlodestone.seed=…` repeats a run.
class KillTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    @TempDir Path directory;

    @Test
    void whatWasAcknowledgedOutlivesKills() throws Exception {
        long seed = Long.getLong("lodestone.seed", new SplittableRandom().nextLong());
        var random = new SplittableRandom(seed);
        var acknowledged = new ArrayList<UUID>();
        for (int kill = 0; kill < Integer.getInteger("lodestone.kills", 4); kill++) {
            String run = "seed %d, kill %d".formatted(seed, kill);
            acknowledged.addAll(appendAndKill(random.nextInt(3_000), random.nextLong()));
            assertSound(run, acknowledged);
        }
    }

    /// @return the ids acknowledged, all of those that the process got to say
    private List<UUID> appendAndKill(int afterAcknowledged, long seed)
            throws IOException, InterruptedException {
        Process writer =
                ChildProcess.start(LogWriter.class, directory.toString(), Long.toString(seed));
        var said = new ArrayList<String>();
        try (BufferedReader lines = writer.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                if (said.size() == afterAcknowledged) {
                    writer.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        if (!said.isEmpty() && !ID.matcher(said.getLast()).matches()) {
            said.removeLast();
        }
        assertThat(said).isNotEmpty().allMatch(line -> ID.matcher(line).matches());
        return said.stream().map(UUID::fromString).toList();
    }

    private void assertSound(String run, List<UUID> acknowledged) {
        try (EventLog log = EventLogs.open(directory, InstantSource.system())) {
            List<LogEntry> entries = LogTesting.all(log);
            assertThat(entries.stream().map(LogEntry::record).toList())
                    .as(run)
                    .containsAll(acknowledged);
            assertThat(LogTesting.positions(entries))
                    .as(run)
                    .isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
            assertThat(LogVerification.verify(directory).damage()).as(run).isEmpty();
        }
    }
}
