package dev.lodestone.events.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Entries for tests.
public final class LogTesting {
    private LogTesting() {}

    public static Tag sample(String value) {
        return new Tag("sample", value);
    }

    public static NewEntry entry(Tag... tags) {
        return entry(UUID.randomUUID(), "{\"type\":\"SampleRegistered\"}", tags);
    }

    public static NewEntry entry(UUID record, String payload, Tag... tags) {
        return new NewEntry(
                record,
                "SampleRegistered",
                1,
                "2024-05",
                Arrays.asList(tags),
                NewEntry.PUBLIC,
                payload);
    }

    public static Appended append(EventLog log, NewEntry... entries) {
        return log.append(List.of(entries), List.of());
    }

    public static List<LogEntry> all(LogEntries walk) {
        try (walk) {
            var found = new ArrayList<LogEntry>();
            walk.forEachRemaining(found::add);
            return found;
        }
    }

    public static List<LogEntry> all(EventLog log) {
        return all(log.read(LogPosition.START, log.head()));
    }

    public static List<Long> positions(List<LogEntry> entries) {
        return entries.stream().map(entry -> entry.position().value()).toList();
    }
}
