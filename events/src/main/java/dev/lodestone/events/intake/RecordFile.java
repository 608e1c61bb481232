package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.intake.FileRefused.Complaint;
import dev.lodestone.events.json.EventFile;
import dev.lodestone.events.json.InvalidLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Records a file of events: all of it, or none.
public final class RecordFile {
    /// The most events one file may hold: they are appended in one piece.
    public static final int MOST_EVENTS = 200_000;

    /// After so many lines that cannot be read, nobody reads on.
    private static final int MOST_COMPLAINTS = 100;

    private final EventIntake intake;

    public RecordFile(EventIntake intake) {
        this.intake = intake;
    }

    /// Records a file.
    ///
    /// @return what became of each event, in the order of the file
    /// @throws FileRefused with every line that stands against it
    public List<Receipt> record(Path file) throws IOException {
        try (var events = EventFile.open(file, intake::newId)) {
            return record(events);
        }
    }

    /// Records what a stream holds, and closes it.
    ///
    /// @param name what complaints call it
    /// @throws FileRefused with every line that stands against it
    public List<Receipt> record(String name, InputStream in) {
        try (var events = EventFile.of(name, in, intake::newId)) {
            return record(events);
        }
    }

    private List<Receipt> record(EventFile events) {
        var places = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        read(events, places, drafts);
        try {
            return intake.record(drafts);
        } catch (Refused e) {
            throw new FileRefused(
                    e.rejections().stream()
                            .map(r ->
                                    new Complaint(
                                            places.get(r.index()),
                                            r.pointer(),
                                            r.problem(),
                                            r.maybe()))
                            .toList(),
                    e.conflict());
        }
    }

    private static void read(EventFile events, List<String> places, List<Draft> drafts) {
        var complaints = new ArrayList<Complaint>();
        while (events.hasNext() && complaints.size() < MOST_COMPLAINTS) {
            try {
                var line = events.next();
                if (drafts.size() == MOST_EVENTS) {
                    complaints.add(tooMany(line.place()));
                    break;
                }
                places.add(line.place());
                drafts.add(line.draft());
            } catch (InvalidLine e) {
                complaints.add(
                        new Complaint(
                                e.place(),
                                e.fault().pointer(),
                                e.fault().problem(),
                                e.fault().maybe().orElse("")));
                drafts.clear();
                places.clear();
            }
        }
        if (!complaints.isEmpty()) {
            throw new FileRefused(complaints, false);
        }
    }

    private static Complaint tooMany(String place) {
        return new Complaint(
                place,
                "",
                "The file holds more than %d events.".formatted(MOST_EVENTS),
                "split it; each file is recorded whole or not at all.");
    }
}
