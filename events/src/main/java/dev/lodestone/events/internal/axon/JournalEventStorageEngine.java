package dev.lodestone.events.internal.axon;

import dev.lodestone.events.internal.sqlite.Condition;
import dev.lodestone.events.internal.sqlite.Criterion;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import dev.lodestone.events.log.AppendConflict;
import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.NewEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/// The journal as a storage engine of Axon Framework. Safe for many threads.
///
/// A consistency marker, and the token of an event, is the position of the last event taken into
/// account; sourcing and streaming go on behind it. Tokens by time go by when the log recorded an
/// event.
public final class JournalEventStorageEngine implements EventStorageEngine {
    private static final QualifiedName ANY = new QualifiedName("any message at all");

    private final SqliteJournal journal;
    private final HeadSignal signal;

    public JournalEventStorageEngine(SqliteJournal journal) {
        this.journal = journal;
        this.signal = new HeadSignal(journal);
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        return CompletableFuture.completedFuture(
                events.isEmpty()
                        ? EmptyAppendTransaction.INSTANCE
                        : transaction(List.of(condition), events));
    }

    AppendTransaction<Appended> transaction(
            List<AppendCondition> conditions, List<? extends TaggedEventMessage<?>> events) {
        return transactionOn(
                conditions.stream()
                        .filter(c -> !c.consistencyMarker().equals(ConsistencyMarker.INFINITY))
                        .map(JournalEventStorageEngine::condition)
                        .toList(),
                events);
    }

    /// An append that rests on several conditions, each with a position of its own.
    AppendTransaction<Appended> transactionOn(
            List<Condition> conditions, List<? extends TaggedEventMessage<?>> events) {
        var entries = new ArrayList<NewEntry>(events.size());
        for (TaggedEventMessage<?> event : events) {
            entries.add(EntryMessages.entry(event));
        }
        return new JournalTransaction(entries, conditions);
    }

    private static Condition condition(AppendCondition condition) {
        long marker = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        return new Condition(criteria(condition.criteria()), Math.max(0, marker));
    }

    static List<Criterion> criteria(EventCriteria criteria) {
        if (criteria.matches(ANY, Set.of())) {
            return List.of(Criterion.EVERYTHING);
        }
        return criteria.flatten().stream()
                .map(one ->
                        new Criterion(
                                Set.copyOf(EntryMessages.tags(one.tags())),
                                one.types().stream()
                                        .flatMap(t -> EntryMessages.kinds(t.name()).stream())
                                        .collect(Collectors.toSet())))
                .toList();
    }

    @Override
    public MessageStream<EventMessage> source(
            SourcingCondition condition, @Nullable ProcessingContext context) {
        long head = journal.head();
        long start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        return JournalMessageStream.upTo(journal, criteria(condition.criteria()), start, head);
    }

    @Override
    public MessageStream<EventMessage> stream(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        long start = condition.position() == null ? 0 : condition.position().position().orElse(0);
        return JournalMessageStream.endless(
                journal, criteria(condition.criteria()), Math.max(0, start), signal);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return token(0);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(journal.head());
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return token(journal.before(at));
    }

    private static CompletableFuture<TrackingToken> token(long position) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(position));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("store", journal.store().toString());
        descriptor.describeProperty("head", journal.head());
    }

    /// An append that is offered to the journal when it is committed.
    private final class JournalTransaction implements AppendTransaction<Appended> {
        private final List<NewEntry> entries;
        private final List<Condition> conditions;
        private final AtomicBoolean finished = new AtomicBoolean();

        JournalTransaction(List<NewEntry> entries, List<Condition> conditions) {
            this.entries = entries;
            this.conditions = conditions;
        }

        @Override
        public CompletableFuture<Appended> commit(@Nullable ProcessingContext context) {
            if (finished.getAndSet(true)) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException(
                                "The append is committed or rolled back already."));
            }
            return journal.append(entries, conditions)
                    .exceptionally(failure -> {
                        throw new CompletionException(inAxonsWords(failure));
                    });
        }

        private static Throwable inAxonsWords(Throwable failure) {
            if (failure instanceof AppendConflict conflict) {
                var rejected = new AppendEventsTransactionRejectedException(conflict.getMessage());
                rejected.initCause(conflict);
                return rejected;
            }
            return failure;
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            finished.set(true);
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                Appended appended, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(
                    new GlobalIndexConsistencyMarker(appended.last().value()));
        }
    }
}
