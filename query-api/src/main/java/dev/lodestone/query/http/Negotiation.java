package dev.lodestone.query.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses among media types by an Accept header: the highest quality wins, then the more exact
/// name, then what stands first in the header. A header that is missing, or asks for anything, gets
/// what the server offers first.
final class Negotiation {
    private Negotiation() {}

    private record Wanted(String type, double quality, int place) {
        boolean fits(String offered) {
            return type.equals("*/*")
                    || type.equals("*")
                    || type.equals(offered)
                    || (type.endsWith("/*")
                            && offered.startsWith(type.substring(0, type.length() - 1)));
        }

        int exactness() {
            return type.startsWith("*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    /// @param offered the server's own preference first
    static Optional<String> choose(List<String> offered, Optional<String> accept) {
        if (accept.isEmpty() || accept.get().isBlank()) {
            return offered.stream().findFirst();
        }
        var wanted = new ArrayList<Wanted>();
        for (var part : accept.get().split(",", -1)) {
            if (!part.isBlank()) {
                wanted.add(wanted(part, wanted.size()));
            }
        }
        wanted.sort(
                Comparator.comparingDouble(Wanted::quality)
                        .thenComparingInt(Wanted::exactness)
                        .reversed()
                        .thenComparingInt(Wanted::place));
        return wanted.stream()
                .filter(want -> want.quality() > 0)
                .flatMap(want -> offered.stream().filter(want::fits))
                .filter(type -> wanted.stream().noneMatch(want -> refuses(want, type)))
                .findFirst();
    }

    private static boolean refuses(Wanted want, String type) {
        return want.quality() == 0 && want.type().equals(type);
    }

    private static Wanted wanted(String part, int place) {
        var pieces = part.split(";", -1);
        var quality = 1.0;
        for (var i = 1; i < pieces.length; i++) {
            var piece = pieces[i].strip();
            if (piece.startsWith("q=")) {
                try {
                    quality = Double.parseDouble(piece.substring(2).strip());
                } catch (NumberFormatException e) {
                    quality = 1.0;
                }
            }
        }
        return new Wanted(pieces[0].strip().toLowerCase(Locale.ROOT), quality, place);
    }
}
