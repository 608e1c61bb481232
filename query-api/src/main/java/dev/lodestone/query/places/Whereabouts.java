package dev.lodestone.query.places;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.history.SampleSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a sample is now, and who has it.
///
/// @param basis the log position it is true at
/// @param regionOf the sample that a region lies in, which says where it is
/// @param path the containers it stands in, from the nearest outwards
/// @param places where it was stored or brought last, in words; several where it was put together
///   of samples from several
/// @param custody who had it, in order; the last has it
/// @param findings what does not fit, in words
public record Whereabouts(
        long basis,
        SampleSummary sample,
        Optional<String> regionOf,
        List<Stand> path,
        List<Place> places,
        List<Holder> custody,
        List<String> findings)
        implements Told {
    public Whereabouts {
        path = List.copyOf(path);
        places = List.copyOf(places);
        custody = List.copyOf(custody);
        findings = List.copyOf(findings);
    }

    /// A place in words.
    ///
    /// @param of what was brought there: the sample, or one it was made of since
    /// @param orderAssumed whether that this was the last rests on the order of recording
    public record Place(
            String name,
            String of,
            String ofLabel,
            LabMoment since,
            String event,
            String how,
            long position,
            boolean orderAssumed) {}

    /// The containers in words: `A1 of box 3, shelf 2 of freezer 2, room 1.04`.
    public String pathWords() {
        return path.stream().map(Stand::words).collect(Collectors.joining(", "));
    }

    /// For people.
    @Override
    public String text() {
        var out =
                new StringBuilder("Sample ")
                        .append(sample.label())
                        .append(" (")
                        .append(sample.iri())
                        .append(")\nAs of log position ")
                        .append(basis)
                        .append(".\n");
        regionOf.ifPresent(of ->
                out.append("It is a region of ").append(of).append(", and is where that is.\n"));
        sample.lifecycle()
                .filter(life -> !life.equals("Active"))
                .ifPresent(life -> out.append("It no longer is: ").append(life).append(".\n"));
        if (!path.isEmpty()) {
            out.append("In ").append(pathWords()).append('\n');
            path.forEach(stand ->
                    out.append("  ")
                            .append(stand.words())
                            .append(": ")
                            .append(stand.known())
                            .append('\n'));
        }
        for (var place : places) {
            out.append("At ").append(place.name());
            if (!place.of().equals(sample.iri())) {
                out.append(" as ").append(place.ofLabel());
            }
            out.append(": since ")
                    .append(place.since().words())
                    .append(", by ")
                    .append(place.how())
                    .append(" · position ")
                    .append(place.position())
                    .append(place.orderAssumed() ? " · order assumed\n" : "\n");
        }
        if (path.isEmpty() && places.isEmpty()) {
            out.append("Where it is, nobody said.\n");
        }
        out.append(custody.isEmpty() ? "Who has it, nobody said.\n" : "\nWho had it\n");
        for (var holder : custody) {
            out.append("  ").append(holder.words()).append('\n');
            holder.findings().forEach(odd -> out.append("    ! ").append(odd).append('\n'));
        }
        findings.forEach(finding -> out.append("! ").append(finding).append('\n'));
        return out.toString();
    }
}
