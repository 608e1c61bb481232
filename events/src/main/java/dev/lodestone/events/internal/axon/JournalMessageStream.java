package dev.lodestone.events.internal.axon;

import dev.lodestone.events.internal.sqlite.Criterion;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import dev.lodestone.events.log.LogEntries;
import dev.lodestone.events.log.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/// The entries that criteria pick as a stream of messages: up to a position, with a consistency
/// marker as its last entry, or endless. Safe for many threads.
final class JournalMessageStream implements MessageStream<EventMessage> {
    private final SqliteJournal journal;
    private final List<Criterion> criteria;
    private final @Nullable HeadSignal signal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable listener = this::tell;

    private LogEntries entries;
    private long readTo;
    private @Nullable Entry<EventMessage> waiting;
    private @Nullable Throwable error;
    private boolean markerDue;
    private boolean closed;
    private volatile @Nullable Runnable callback;

    private JournalMessageStream(
            SqliteJournal journal,
            List<Criterion> criteria,
            long after,
            long upTo,
            @Nullable HeadSignal signal) {
        this.journal = journal;
        this.criteria = criteria;
        this.signal = signal;
        this.readTo = upTo;
        this.entries = journal.read(criteria, after, upTo);
        this.markerDue = signal == null;
        if (signal != null) {
            signal.add(listener);
        }
    }

    static JournalMessageStream upTo(
            SqliteJournal journal, List<Criterion> criteria, long after, long upTo) {
        return new JournalMessageStream(journal, criteria, after, upTo, null);
    }

    static JournalMessageStream endless(
            SqliteJournal journal, List<Criterion> criteria, long after, HeadSignal signal) {
        return new JournalMessageStream(
                journal, criteria, after, Math.max(after, journal.head()), signal);
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        lock.lock();
        try {
            Optional<Entry<EventMessage>> next = peek();
            waiting = null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Entry<EventMessage>> peek() {
        lock.lock();
        try {
            if (waiting == null && !closed) {
                waiting = fetch();
            }
            return Optional.ofNullable(waiting);
        } catch (RuntimeException e) {
            error = e;
            close();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Entry<EventMessage> fetch() {
        if (!entries.hasNext() && signal != null) {
            long head = journal.head();
            if (head > readTo) {
                entries = journal.read(criteria, readTo, head);
                readTo = head;
            }
        }
        if (entries.hasNext()) {
            return message(entries.next());
        }
        if (markerDue) {
            markerDue = false;
            return new SimpleEntry<>(
                    TerminalEventMessage.INSTANCE,
                    ConsistencyMarker.addToContext(
                            Context.empty(), new GlobalIndexConsistencyMarker(readTo)));
        }
        return null;
    }

    private static Entry<EventMessage> message(LogEntry entry) {
        return new SimpleEntry<>(
                EntryMessages.message(entry),
                TrackingToken.addToContext(
                        Context.empty(),
                        new GlobalSequenceTrackingToken(entry.position().value())));
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        callback.run();
    }

    private void tell() {
        Runnable told = callback;
        if (told != null) {
            told.run();
        }
    }

    @Override
    public Optional<Throwable> error() {
        lock.lock();
        try {
            return Optional.ofNullable(error);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isCompleted() {
        lock.lock();
        try {
            return closed || (signal == null && peek().isEmpty());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting = null;
            entries.close();
        } finally {
            lock.unlock();
        }
        if (signal != null) {
            signal.remove(listener);
        }
    }
}
