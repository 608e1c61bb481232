package dev.lodestone.query.balance;

import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The balance of a sample: what came in, what was taken and by what, what remains, and what it
/// consists of. It is worked out when it is asked for; no amount is ever recorded that nobody
/// stated. One state of the graph answers the whole question.
public final class SampleBalance {
    private static final String MASS = "A0E0L0I0M1H0T0D0";

    /// Past it a chain of makings is not followed, and that is said.
    static final int DEEPEST = 500;

    private final GraphQueries graph;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleBalance(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
    }

    /// Draws up the balance.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    public Balance of(String word) {
        return graph.ask(session -> {
            var iri = samples.find(session, word);
            var books = new Books(session);
            var reckoning = books.reckoning(iri);
            var composition = new Composition(books);
            var shares = composition.of(iri);
            var unknown = new java.util.ArrayList<>(reckoning.unknown());
            unknown.addAll(composition.unknown());
            return new Balance(
                    session.basis().position().value(),
                    samples.summary(session, iri),
                    reckoning.lines(),
                    reckoning.remains(),
                    unknown,
                    reckoning.findings(),
                    shares);
        });
    }

    /// The lives and reckonings of all samples that a question leads to.
    static final class Books {
        private final Session session;
        private final Map<String, Life> lives = new HashMap<>();
        private final Map<String, Reckoning> reckonings = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        Books(Session session) {
            this.session = session;
        }

        Life life(String sample) {
            return lives.computeIfAbsent(sample, s -> Life.of(session, s));
        }

        Reckoning reckoning(String sample) {
            var done = reckonings.get(sample);
            if (done != null) {
                return done;
            }
            open.add(sample);
            var reckoning = new Reckoning(life(sample), wentIn(sample));
            open.remove(sample);
            reckonings.put(sample, reckoning);
            return reckoning;
        }

        /// The mass that a merge took of one of its inputs: as stated; or, where all of it was
        /// used, what was left of it.
        Optional<Held> taken(dev.lodestone.query.sparql.Row input) {
            var stated = Life.amount(input).filter(a -> a.unit().dimensionVector().equals(MASS));
            if (stated.isPresent() || !input.isTrue("wholly") || input.text("at").isPresent()) {
                return stated;
            }
            var other = input.get("other");
            if (open.contains(other) || open.size() > DEEPEST) {
                return Optional.empty();
            }
            return Optional.ofNullable(reckoning(other).before(input.get("event")).get(MASS))
                    .filter(Held::known);
        }

        /// Masses add up; volumes need not. Known only where every input's mass is.
        private Optional<Held> wentIn(String sample) {
            Held sum = null;
            for (var input : life(sample).madeOf()) {
                var one = input.isTrue("merge") ? taken(input) : Optional.<Held>empty();
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum == null ? one.get() : Held.of(sum.si().plus(one.get().si()), sum.unit());
            }
            return Optional.ofNullable(sum);
        }
    }
}
