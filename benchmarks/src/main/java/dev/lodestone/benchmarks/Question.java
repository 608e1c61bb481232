package dev.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// One of the five questions of the peer comparison, asked of our graph; the k-th time with the
/// parameters that the peers are given the k-th time.
///
/// @param warm how often it is asked before time is taken
/// @param repetitions how often time is taken
record Question(String name, int warm, int repetitions, IntFunction<String> text) {
    private static final double COULOMB_PER_KG = 3_600;
    private static final double METRE = 1e-6;

    /// All of them, over the lives of N chains.
    static List<Question> all(Lives lives, int chains) {
        return List.of(
                new Question("H", 200, 1_000, k -> about("H", child(lives, chains, k))),
                new Question("L", 20, 200, k -> about("L", lot(lives, k))),
                new Question("I", 1, 6, Question::inverse),
                new Question("A", 1, 4, _ -> read("A")),
                new Question("C", 1, 4, _ -> read("C")));
    }

    private static long child(Lives lives, int chains, int k) {
        var random = new SplittableRandom(777 + k * 7_919L);
        return lives.batch(random.nextInt(chains)) + 1 + random.nextInt(3);
    }

    private static long lot(Lives lives, int k) {
        return new SplittableRandom(999 + k * 104_729L).nextInt(lives.lots());
    }

    private static String inverse(int k) {
        var random = new SplittableRandom(555 + k * 31_337L);
        double capacity = 165 + random.nextDouble() * 30;
        double grain = 0.2 + random.nextDouble();
        return read("I")
                .replace("?from", number(capacity * COULOMB_PER_KG))
                .replace("?to", number((capacity + 1.5) * COULOMB_PER_KG))
                .replace("?least", number(grain * METRE))
                .replace("?most", number((grain + 0.1) * METRE));
    }

    private static String number(double value) {
        return "\"" + value + "\"^^xsd:double";
    }

    private static String about(String name, long sample) {
        return read(name)
                .replace(
                        "?sample",
                        "<https://lodestone.local/id/sample/" + Lives.sample(sample) + ">");
    }

    /// The query without its comments, which are for readers.
    private static String read(String name) {
        try (var file = Question.class.getResourceAsStream(name + ".rq")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no question (%s).".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^#.*\\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
