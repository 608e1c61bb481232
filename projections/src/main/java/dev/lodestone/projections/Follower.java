package dev.lodestone.projections;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogException;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.Readiness.Following;
import dev.lodestone.projections.Readiness.Rebuilding;
import dev.lodestone.projections.Readiness.Retrying;
import dev.lodestone.projections.Readiness.Starting;
import dev.lodestone.projections.Readiness.State;
import dev.lodestone.projections.Readiness.Stopped;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Keeps one graph in step with the log, on one thread. What may pass is tried again, more and more
/// slowly; a record that cannot be translated stops this follower, with its position named, and
/// nothing else. A graph whose translation has changed, that is ahead of the log, damaged, or far
/// behind is built anew.
///
/// The thread is interrupted only while it waits for the log: an interrupt in the middle of a write
/// would close the files under a database.
public final class Follower implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final EventLog log;
    private final Meaning meaning;
    private final KeptGraph graph;
    private final FollowerOptions options;
    private final Consumer<String> notice;
    private final FollowerSignals signals = new FollowerSignals();
    private final Backlog backlog;
    private final AtomicBoolean rebuildAsked = new AtomicBoolean();
    private final Thread thread;
    private volatile State state = new Starting();
    private volatile LogPosition head = LogPosition.START;
    private Optional<GraphBasis> known = Optional.empty();
    private boolean untidy;
    private boolean careful;
    private Optional<LogPosition> damagedAt = Optional.empty();

    Follower(
            EventLog log,
            Meaning meaning,
            KeptGraph graph,
            FollowerOptions options,
            Consumer<String> notice) {
        this.log = log;
        this.meaning = meaning;
        this.graph = graph;
        this.options = options;
        this.notice = notice;
        this.backlog = new Backlog(options.rebuildBeyond(), graph.rebuildGain());
        this.thread =
                Thread.ofPlatform().name("follow-" + graph.name()).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// The graph's.
    public String name() {
        return graph.name();
    }

    public Readiness readiness() {
        LogPosition last = state instanceof Stopped ? head : log.head();
        return new Readiness(graph.name(), signals.reached(), last, state);
    }

    /// Waits until the graph has reached a position; those who wait are not kept waiting for a
    /// batch to fill.
    ///
    /// @return whether it has; false as soon as it is known that it will not
    public boolean awaitReached(LogPosition position, Duration atMost) throws InterruptedException {
        return signals.awaitReached(position, atMost);
    }

    /// Waits until the graph has reached a position and is not being built anew, nor about to be:
    /// until then it answers with what an earlier translation said.
    ///
    /// @return whether it has; false as soon as it is known that it will not
    public boolean awaitBuilt(LogPosition position, Duration atMost) throws InterruptedException {
        return signals.awaitReached(position, atMost) && signals.await(this::isBuilt, atMost);
    }

    private boolean isBuilt() {
        return state instanceof Following && !rebuildAsked.get();
    }

    /// Asks for the graph to be built anew, and returns at once.
    public void rebuild() {
        rebuildAsked.set(true);
        signals.wake();
    }

    void stop() {
        signals.stop();
    }

    /// Lets a transaction under way finish, gives up a rebuild, and joins the thread. The graph is
    /// left open.
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = options.firstRetry();
        while (!signals.isStopping()) {
            try {
                step();
                pause = options.firstRetry();
            } catch (GraphUnavailable | LogException e) {
                known = Optional.empty();
                tell(new Retrying(text(e)));
                signals.pause(pause);
                Duration next = pause.multipliedBy(2);
                pause = next.compareTo(options.lastRetry()) > 0 ? options.lastRetry() : next;
            } catch (GaveUp e) {
                break;
            } catch (RuntimeException | Error e) {
                tell(new Stopped(text(e)));
                break;
            }
        }
        signals.end();
    }

    private void step() {
        GraphBasis basis = known.orElseGet(graph::basis);
        look();
        if (mustRebuild(basis)) {
            reached(basis);
            rebuildTo(head);
            return;
        }
        if (!(state instanceof Following)) {
            state = new Following();
        }
        reached(basis);
        if (!head.isAfter(basis.position())) {
            careful = false;
            if (untidy) {
                untidy = false;
                graph.tidy();
            }
            head = signals.await(log, basis.position(), IDLE);
            return;
        }
        gather(basis.position());
        try {
            if (careful || KeptGraph.lag(basis, head) <= options.batch()) {
                follow(basis.position(), batchAfter(basis.position()));
            } else {
                catchUp(basis.position());
            }
        } catch (GraphDamaged e) {
            recoverFrom(e, basis.position());
        }
    }

    private boolean mustRebuild(GraphBasis basis) {
        if (rebuildAsked.get()) {
            return true;
        }
        boolean empty = basis.equals(GraphBasis.EMPTY);
        if (!empty && !basis.fingerprint().equals(meaning.fingerprint())) {
            notice.accept(
                    "The %s graph was made by another translation and is built anew."
                            .formatted(name()));
            return true;
        }
        if (basis.position().isAfter(head)) {
            notice.accept(
                    "The %s graph is at position %s, beyond the log's last (%s), and is built anew."
                            .formatted(name(), basis.position(), head));
            return true;
        }
        return backlog.isTooLong(basis.position(), System.nanoTime());
    }

    private void look() {
        head = log.head();
        backlog.see(head, System.nanoTime());
    }

    /// Waits a little for more records, unless somebody waits for those that are there.
    private void gather(LogPosition position) {
        long until = System.nanoTime() + options.linger().toNanos();
        while (head.value() - position.value() < options.batch() && !signals.isHurried()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            head = signals.await(log, head, Duration.ofNanos(left));
        }
    }

    private LogPosition batchAfter(LogPosition position) {
        return new LogPosition(Math.min(head.value(), position.value() + options.batch()));
    }

    /// Applies some batches together. Where that fails, they are taken one by one from where the
    /// graph then is.
    private void catchUp(LogPosition after) {
        var batches = new Batches(after);
        try {
            graph.apply(batches);
            untidy = true;
            reached(new GraphBasis(batches.at, meaning.fingerprint()));
        } catch (GraphUnavailable | GraphDamaged | LogException e) {
            throw e;
        } catch (RuntimeException e) {
            careful = true;
            known = Optional.empty();
        }
    }

    /// Applies a batch. Where it fails, ever smaller ones, so that the record at fault can be
    /// named.
    private void follow(LogPosition after, LogPosition upTo) {
        LogPosition to = upTo;
        while (true) {
            try {
                var basis = new GraphBasis(to, meaning.fingerprint());
                graph.apply(meaning.delta(after, to), basis);
                untidy = true;
                reached(basis);
                return;
            } catch (GraphUnavailable | GraphDamaged | LogException e) {
                throw e;
            } catch (RuntimeException e) {
                long size = to.value() - after.value();
                if (size <= 1) {
                    throw new IllegalStateException(
                            "the record at position %s cannot be brought into the %s graph: %s"
                                    .formatted(to, name(), text(e)),
                            e);
                }
                to = new LogPosition(after.value() + size / 2);
            }
        }
    }

    private void recoverFrom(GraphDamaged damage, LogPosition position) {
        if (damagedAt.filter(position::equals).isPresent()) {
            throw damage;
        }
        damagedAt = Optional.of(position);
        notice.accept("The %s graph is built anew: %s".formatted(name(), text(damage)));
        rebuildTo(head);
    }

    private void rebuildTo(LogPosition upTo) {
        state = new Rebuilding(upTo, 0);
        rebuildAsked.set(false);
        notice.accept(
                "The %s graph is being built anew up to position %s.".formatted(name(), upTo));
        var basis = new GraphBasis(upTo, meaning.fingerprint());
        graph.rebuild(sink -> meaning.whole(upTo, new Progress(sink, upTo)), basis);
        untidy = true;
        state = new Following();
        reached(basis);
        notice.accept("The %s graph is built, up to position %s.".formatted(name(), upTo));
    }

    private void reached(GraphBasis basis) {
        known = Optional.of(basis);
        signals.reached(basis.position());
    }

    private void tell(State changed) {
        State before = state;
        state = changed;
        if (!before.equals(changed)) {
            notice.accept("The %s graph is %s".formatted(name(), changed.text()));
        }
    }

    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    /// Batches up to the head: not all at once, so that it is seen how far the graph is, and only
    /// as long as the graph is not better built anew.
    private final class Batches implements Iterator<KeptGraph.Advance> {
        private static final int MOST = 8;

        private LogPosition at;
        private int given;
        private boolean tooLong;

        Batches(LogPosition after) {
            this.at = after;
        }

        @Override
        public boolean hasNext() {
            return head.isAfter(at) && given < MOST && !signals.isStopping() && !tooLong;
        }

        @Override
        public KeptGraph.Advance next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var to = batchAfter(at);
            var delta = meaning.delta(at, to);
            at = to;
            given++;
            look();
            tooLong = backlog.isTooLong(at, System.nanoTime());
            return new KeptGraph.Advance(delta, new GraphBasis(to, meaning.fingerprint()));
        }
    }

    /// Thrown out of a rebuild when the follower is to stop.
    private static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GaveUp() {
            super("the follower stops");
        }
    }

    private final class Progress implements StatementSink {
        private static final int TOLD_EVERY = 10_000;

        private final StatementSink sink;
        private final LogPosition upTo;
        private long statements;

        Progress(StatementSink sink, LogPosition upTo) {
            this.sink = sink;
            this.upTo = upTo;
        }

        @Override
        public void statement(Statement statement) {
            count();
            sink.statement(statement);
        }

        @Override
        public void shelved(RecordId record, Statement statement) {
            count();
            sink.shelved(record, statement);
        }

        private void count() {
            if (signals.isStopping()) {
                throw new GaveUp();
            }
            if (++statements % TOLD_EVERY == 0) {
                state = new Rebuilding(upTo, statements);
            }
        }
    }
}
