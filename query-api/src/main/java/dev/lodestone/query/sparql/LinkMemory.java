package dev.lodestone.query.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.RdfChanges;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was asked of single things lately, kept for as long as it holds: a change of the graph
/// drops whatever it says something of. Serves readers of the newest state only; others look into
/// the graph itself. For many threads.
final class LinkMemory implements RdfChanges {
    private static final long NONE = -1;

    private final Cache<String, Thing> things;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /// At which everything kept holds.
    private volatile long position = NONE;

    /// @param most how much to keep, roughly in bytes
    LinkMemory(long most) {
        this.things =
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .weigher((String _, Thing thing) -> thing.weight())
                        .build();
    }

    /// What is known of one thing.
    ///
    /// @param of by aspect, what it says
    /// @param to by the IRI of a property, which things say it of this one
    private record Thing(Map<Aspect, Facts> of, Map<String, List<String>> to) {
        int weight() {
            return 256
                    + of.values().stream().mapToInt(Facts::weight).sum()
                    + to.values().stream()
                            .mapToInt(
                                    all -> 128 + all.stream().mapToInt(t -> 64 + t.length()).sum())
                            .sum();
        }

        Thing with(Thing other) {
            return new Thing(united(of, other.of), united(to, other.to));
        }

        private static <K, V> Map<K, V> united(Map<K, V> one, Map<K, V> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.isEmpty() ? other : one;
            }
            var all = new HashMap<>(one);
            all.putAll(other);
            return all;
        }
    }

    /// For a reader of the state at a position.
    Things.Remembering at(long reading) {
        reach(reading, () -> {}, true);
        return new Things.Remembering() {
            @Override
            public Facts of(String iri, Aspect aspect, Supplier<Facts> read) {
                var known = known(iri, reading).map(thing -> thing.of().get(aspect));
                return known.orElseGet(() -> {
                    var facts = read.get();
                    keep(iri, new Thing(Map.of(aspect, facts), Map.of()), reading);
                    return facts;
                });
            }

            @Override
            public List<String> to(String iri, String property, Supplier<List<String>> read) {
                var known = known(iri, reading).map(thing -> thing.to().get(property));
                return known.orElseGet(() -> {
                    var subjects = read.get();
                    keep(iri, new Thing(Map.of(), Map.of(property, subjects)), reading);
                    return subjects;
                });
            }
        };
    }

    private Optional<Thing> known(String iri, long reading) {
        lock.readLock().lock();
        try {
            return position == reading
                    ? Optional.ofNullable(things.getIfPresent(iri))
                    : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void keep(String iri, Thing found, long reading) {
        lock.readLock().lock();
        try {
            if (position == reading) {
                things.asMap().merge(iri, found, Thing::with);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /// @param only if nothing has been reached yet: then the first reader says where things stand,
    ///   and whatever changed since it began to look comes as a change
    private void reach(long to, Runnable dropping, boolean only) {
        if (only && position != NONE) {
            return;
        }
        lock.writeLock().lock();
        try {
            if (!only || position == NONE) {
                position = to;
                dropping.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void applied(GraphDelta delta, GraphBasis reached) {
        var touched =
                Stream.concat(delta.removed().stream(), delta.added().stream())
                        .flatMap(LinkMemory::ends)
                        .collect(Collectors.toSet());
        reach(reached.position().value(), () -> things.invalidateAll(touched), false);
    }

    @Override
    public void rebuilt(GraphBasis reached) {
        reach(reached.position().value(), things::invalidateAll, false);
    }

    private static Stream<String> ends(Statement statement) {
        return statement.object() instanceof Resource(var iri)
                ? Stream.of(statement.subject(), iri)
                : Stream.of(statement.subject());
    }
}
