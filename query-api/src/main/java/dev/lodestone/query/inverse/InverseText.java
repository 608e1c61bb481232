package dev.lodestone.query.inverse;

import dev.lodestone.query.inverse.InverseAnswer.Because;
import dev.lodestone.query.inverse.InverseAnswer.Hit;

/// An answer to an inverse question, for people.
final class InverseText {
    private InverseText() {}

    static String of(InverseAnswer answer) {
        var out = new StringBuilder();
        out.append("Wanted ").append(String.join(" and ", answer.targets()));
        if (!answer.where().isEmpty()) {
            out.append(" where ").append(String.join(" and ", answer.where()));
        }
        out.append(", as of log position ").append(answer.basis()).append(".\n");
        out.append(count(answer.measurements(), "measurement"));
        out.append(" of ").append(count(answer.samples(), "sample"));
        out.append(
                answer.flagged() == 0
                        ? ""
                        : ", %d resting on a flagged value".formatted(answer.flagged()));
        out.append(
                answer.orderAssumed() == 0
                        ? ""
                        : ", %d on an assumed order".formatted(answer.orderAssumed()));
        out.append(".\n");
        if (answer.joinedMeasurements() > 0) {
            out.append(count(answer.joinedMeasurements(), "measurement"))
                    .append(" joined to the recipe of another sample of like structure.\n");
        }
        answer.notes().forEach(note -> out.append(note).append('\n'));
        answer.hits().forEach(hit -> hit(out, hit));
        if (answer.cut()) {
            out.append("\nThere are more; ask for a greater limit.\n");
        }
        return out.toString();
    }

    private static void hit(StringBuilder out, Hit hit) {
        out.append('\n');
        for (var measured : hit.measured()) {
            out.append(measured.value().shown()).append("  ").append(hit.label());
            out.append(" · ").append(measured.value().text());
            out.append(" · position ").append(measured.position());
            measured.source().ifPresent(source -> out.append(" · ").append(source));
            out.append('\n');
        }
        hit.join()
                .ifPresent(join -> {
                    out.append("  JOINED to the recipe of ").append(join.label()).append('\n');
                    for (var same : join.agreements()) {
                        out.append(
                                "    %s: %s here, %s there, within %s%n"
                                        .formatted(
                                                same.ofMeasured().label(),
                                                same.ofMeasured().shown(),
                                                same.ofRecipe().shown(),
                                                same.tolerance()));
                    }
                });
        hit.because().forEach(because -> because(out, because));
    }

    private static void because(StringBuilder out, Because because) {
        out.append("  because ").append(because.value().text());
        out.append(" (").append(because.role()).append(" of ").append(because.label());
        out.append(", position ").append(because.position()).append(")\n");
        for (var hop : because.hops()) {
            if (hop.how().startsWith("split")) {
                out.append(
                        "    then %s to %s, position %d%n"
                                .formatted(hop.what(), last(hop.sample()), hop.position()));
            }
            if (hop.orderAssumed()) {
                out.append("    order assumed at ").append(hop.what()).append('\n');
            }
        }
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String count(int n, String what) {
        return n == 1 ? "1 " + what : n + " " + what + "s";
    }
}
