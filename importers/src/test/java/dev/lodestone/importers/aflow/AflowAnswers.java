package dev.lodestone.importers.aflow;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as AFLUX gives them, of rows of our own.
public final class AflowAnswers {
    public static final int ROWS = 25;
    private static final Pattern PAGING = Pattern.compile("\\$paging\\((\\d+),(\\d+)\\)");

    private AflowAnswers() {}

    /// The newer interface lists its rows and gives numbers; after the last page it gives none.
    public static Answer listed(Asked asked, int most) {
        return Answer.json(
                page(asked, most)
                        .mapToObj(AflowAnswers::row)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    /// The older interface numbers them, and every value is a text.
    static Answer numbered(Asked asked) {
        return Answer.json(
                page(asked, Integer.MAX_VALUE)
                        .mapToObj(i ->
                                "\"%d of %d\":%s"
                                        .formatted(
                                                i + 1,
                                                ROWS,
                                                row(i).replaceAll("\":(-?[0-9.]+)", "\":\"$1\"")))
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static IntStream page(Asked asked, int most) {
        var paging = PAGING.matcher(asked.uri().getQuery());
        if (!paging.find()) {
            return IntStream.range(0, ROWS);
        }
        int rows = Math.min(most, Integer.parseInt(paging.group(2)));
        int from = (Integer.parseInt(paging.group(1)) - 1) * rows;
        return IntStream.range(Math.min(from, ROWS), Math.min(from + rows, ROWS));
    }

    static String row(int i) {
        return String.format(
                Locale.ROOT,
                "{\"auid\":\"aflow:%016x\",\"compound\":\"Si%dO%d\",\"aurl\":\"example.org:OURS/%d\",\"Egap\":%d.25,\"dft_type\":\"PAW_PBE\"}",
                i + 1,
                i + 1,
                2 * (i + 1),
                i,
                i % 7);
    }
}
