package dev.lodestone.events.json;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Because;
import dev.lodestone.events.CellRef;
import dev.lodestone.events.CellRole;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.DatasetId;
import dev.lodestone.events.Effect;
import dev.lodestone.events.Ending;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Mode;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.WireNamed;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.ontology.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// How the event model's own types are written: identities and terms as strings, closed lists by
/// their wire names, a nested event by its type.
final class EventModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /// Types whose values are written as one text.
    static final Set<Class<?>> TEXTS =
            Set.of(
                    AgentId.class,
                    ContainerId.class,
                    DatasetId.class,
                    InstrumentId.class,
                    MaterialId.class,
                    ModelId.class,
                    SampleId.class,
                    SourceId.class,
                    WorkflowId.class,
                    RecordId.class,
                    EventId.class,
                    CellRef.class,
                    Term.class,
                    Instant.class,
                    LocalDate.class,
                    YearMonth.class);

    EventModule() {
        super("lodestone-events");
        text(AgentId.class, AgentId::new);
        text(ContainerId.class, ContainerId::new);
        text(DatasetId.class, DatasetId::new);
        text(InstrumentId.class, InstrumentId::new);
        text(MaterialId.class, MaterialId::new);
        text(ModelId.class, ModelId::new);
        text(SampleId.class, SampleId::new);
        text(SourceId.class, SourceId::new);
        text(WorkflowId.class, WorkflowId::new);
        text(RecordId.class, RecordId::of);
        text(EventId.class, EventId::of);
        text(CellRef.class, CellRef::of);
        text(Term.class, Term::of);
        text(Instant.class, Times::instant);
        text(LocalDate.class, Times::date);
        text(YearMonth.class, Times::month);
        addDeserializer(Year.class, new YearNumber());
        addDeserializer(long.class, new GivenLong());
        closedList(AgentType.class, Optional.empty());
        closedList(Because.class, Optional.empty());
        closedList(CellRole.class, Optional.empty());
        closedList(Effect.class, Optional.of(Effect.NONE));
        closedList(Ending.class, Optional.empty());
        closedList(HowKnown.class, Optional.empty());
        closedList(Mode.class, Optional.empty());
        closedList(Nature.class, Optional.of(Nature.PHYSICAL));
        closedList(Outcome.class, Optional.of(Outcome.UNKNOWN));
        addDeserializer(ProvenanceEvent.class, new NestedEvent());
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(type, new Text<>(type, Object::toString));
        addDeserializer(type, new FromText<>(type, parse, Optional.empty()));
    }

    private <E extends Enum<E> & WireNamed> void closedList(Class<E> type, Optional<E> absent) {
        var members = type.getEnumConstants();
        addSerializer(type, new Text<>(type, WireNamed::wireName));
        addDeserializer(
                type,
                new FromText<>(
                        type,
                        text ->
                                Arrays.stream(members)
                                        .filter(member -> member.wireName().equals(text))
                                        .findFirst()
                                        .orElseThrow(() -> unknownMember(text, members)),
                        absent));
    }

    private static IllegalArgumentException unknownMember(String text, WireNamed[] members) {
        return new IllegalArgumentException(
                "The word (%s) is not one of the list.\nMaybe one of %s."
                        .formatted(
                                text,
                                Arrays.stream(members)
                                        .map(WireNamed::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    private static final class Text<T> extends StdSerializer<T> {
        private final Function<? super T, String> write;

        Text(Class<T> type, Function<? super T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final Function<String, T> parse;
        private final Optional<T> absent;

        FromText(Class<T> type, Function<String, T> parse, Optional<T> absent) {
            super(type);
            this.parse = parse;
            this.absent = absent;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "no text");
            }
            return parse.apply(in.getString());
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return absent.orElse(null);
        }
    }

    private static final class YearNumber extends StdDeserializer<Year> {
        YearNumber() {
            super(Year.class);
        }

        @Override
        public Year deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return context.reportInputMismatch(this, "no number");
            }
            var digits = in.getString();
            if (digits.length() != 4 || digits.startsWith("-")) {
                throw new IllegalArgumentException(
                        "The year (%s) does not have four digits.".formatted(digits));
            }
            return Year.of(Integer.parseInt(digits));
        }
    }

    /// A whole number that must be given: the JDK's default, 0, says something.
    private static final class GivenLong extends StdDeserializer<Long> {
        GivenLong() {
            super(long.class);
        }

        @Override
        public Long deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return context.reportInputMismatch(this, "no number");
            }
            return in.getLongValue();
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    private static final class NestedEvent extends StdDeserializer<ProvenanceEvent> {
        NestedEvent() {
            super(ProvenanceEvent.class);
        }

        @Override
        public ProvenanceEvent deserialize(JsonParser in, DeserializationContext context) {
            if (context.readTree(in) instanceof ObjectNode event) {
                return EventCodec.body(event);
            }
            throw new IllegalArgumentException("An event is due here: an object with a \"type\".");
        }
    }
}
