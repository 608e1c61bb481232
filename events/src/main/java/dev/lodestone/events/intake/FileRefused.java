package dev.lodestone.events.intake;

import dev.lodestone.events.json.InvalidLine;
import java.util.List;
import java.util.stream.Collectors;

/// A file of events was not recorded, none of it.
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;
    private final boolean conflict;

    /// @param complaints at least one
    /// @param conflict whether reading the log anew and trying again may help
    FileRefused(List<Complaint> complaints, boolean conflict) {
        super(complaints.stream().map(Complaint::text).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
        this.conflict = conflict;
    }

    /// Why, line by line.
    public List<Complaint> complaints() {
        return complaints;
    }

    /// Whether all that stands against it is that others were faster.
    public boolean conflict() {
        return conflict;
    }

    /// What stands against one event of the file.
    ///
    /// @param place file and line, `events.jsonl:12`
    /// @param pointer RFC 6901 pointer into the event's JSON; empty for the whole
    /// @param problem what is wrong, with the value
    /// @param maybe what to do about it; empty if nothing is known
    public record Complaint(String place, String pointer, String problem, String maybe) {
        /// One line or two, for people.
        public String text() {
            return InvalidLine.text(place, pointer, problem, maybe);
        }
    }
}
