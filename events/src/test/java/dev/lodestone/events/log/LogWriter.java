package dev.lodestone.events.log;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/// Appends from four threads until it is killed; prints the id of a record once it is acknowledged.
final class LogWriter {
    private LogWriter() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        EventLog log = EventLogs.open(Path.of(arguments[0]), InstantSource.system());
        var random = new SplittableRandom(Long.parseLong(arguments[1]));
        for (int i = 0; i < 4; i++) {
            SplittableRandom own = random.split();
            Thread.ofPlatform().start(() -> append(log, own));
        }
    }

    @SuppressWarnings("SystemOut")
    private static void append(EventLog log, SplittableRandom random) {
        while (true) {
            List<NewEntry> entries =
                    Stream.generate(() ->
                                    LogTesting.entry(
                                            UUID.randomUUID(),
                                            "x".repeat(random.nextInt(2_000)),
                                            LogTesting.sample("s" + random.nextInt(9))))
                            .limit(random.nextInt(1, 20))
                            .toList();
            log.append(entries, List.of());
            var text = new StringBuilder();
            entries.forEach(entry -> text.append(entry.record()).append('\n'));
            System.out.print(text);
        }
    }
}
