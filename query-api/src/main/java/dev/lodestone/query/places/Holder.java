package dev.lodestone.query.places;

import dev.lodestone.query.history.LabMoment;
import java.util.List;
import java.util.Optional;

/// Who had a sample for a while.
///
/// @param of the sample that was handed over: the one asked about, or one it was made of
/// @param agent absent where it was handed on to nobody known
/// @param from when it was handed over to him
/// @param until when it was handed on; absent where he has it still
/// @param handedOverBy who is said to have had it before
/// @param event the hand-over
/// @param position of its record in the log
/// @param findings what does not fit, in words
public record Holder(
        String of,
        Optional<String> agent,
        Optional<String> label,
        LabMoment from,
        Optional<LabMoment> until,
        Optional<String> handedOverBy,
        String event,
        long position,
        List<String> findings) {
    public Holder {
        findings = List.copyOf(findings);
    }

    String words() {
        return label.orElse("Nobody known")
                + ", from "
                + from.when().orElse("a time not known")
                + until.map(end -> " to " + end.when().orElse("a time not known"))
                        .orElse(" until now")
                + handedOverBy.map(who -> ", handed over by " + who).orElse("")
                + " · position "
                + position;
    }
}
