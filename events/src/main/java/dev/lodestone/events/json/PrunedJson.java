package dev.lodestone.events.json;

import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.util.JsonGeneratorDelegate;

/// Writes a bean without what says nothing: fields with null, an empty list or object, or a word
/// that absence means. A field and the beginning of a list or object are held back until something
/// stands in it. What stands in a list is never left out; nor is what stands in a field whose keys
/// are the writer's own ([Defaults#FREE]).
final class PrunedJson extends JsonGeneratorDelegate {
    /// An object or list that is being written.
    private static final class Level {
        private final boolean list;

        /// Whether nothing in it is left out.
        private final boolean free;

        private boolean begun;

        /// The field that is being written, until its name is.
        private @Nullable String field;

        Level(boolean list, boolean free, boolean begun) {
            this.list = list;
            this.free = free;
            this.begun = begun;
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();

    /// @param out where the fields of the bean are written; an object is open there
    PrunedJson(JsonGenerator out) {
        super(out, false);
    }

    /// Writes what was held back, and the name of the field if one is being written.
    private void begin() {
        var iterator = levels.descendingIterator();
        while (iterator.hasNext()) {
            var level = iterator.next();
            if (!level.begun) {
                level.begun = true;
                if (level.list) {
                    delegate.writeStartArray();
                } else {
                    delegate.writeStartObject();
                }
            }
            if (level.field != null) {
                delegate.writeName(level.field);
                level.field = null;
            }
        }
    }

    private PrunedJson open(boolean list) {
        var around = levels.peek();
        if (around == null) {
            // The bean itself, whose fields belong to the object that is open.
            levels.push(new Level(list, false, true));
            return this;
        }
        boolean kept = around.list || around.free;
        boolean free =
                around.free || (around.field != null && Defaults.FREE.contains(around.field));
        if (kept) {
            begin();
        }
        levels.push(new Level(list, free, false));
        if (kept) {
            begin();
        }
        return this;
    }

    private PrunedJson end() {
        var level = levels.pop();
        var around = levels.peek();
        if (around == null) {
            return this;
        }
        if (level.begun && level.list) {
            delegate.writeEndArray();
        } else if (level.begun) {
            delegate.writeEndObject();
        } else {
            around.field = null;
        }
        return this;
    }

    private PrunedJson name(String name) {
        var level = Objects.requireNonNull(levels.peek());
        level.field = name;
        if (level.free) {
            begin();
        }
        return this;
    }

    private boolean isUnsaid(String text) {
        var level = Objects.requireNonNull(levels.peek());
        return !level.free && level.field != null && EventCodec.isUnsaid(level.field, text);
    }

    @Override
    public JsonGenerator writeStartObject() {
        return open(false);
    }

    @Override
    public JsonGenerator writeStartObject(Object value) {
        return open(false);
    }

    @Override
    public JsonGenerator writeStartObject(Object value, int size) {
        return open(false);
    }

    @Override
    public JsonGenerator writeEndObject() {
        return end();
    }

    @Override
    public JsonGenerator writeStartArray() {
        return open(true);
    }

    @Override
    public JsonGenerator writeStartArray(Object value) {
        return open(true);
    }

    @Override
    public JsonGenerator writeStartArray(Object value, int size) {
        return open(true);
    }

    @Override
    public JsonGenerator writeEndArray() {
        return end();
    }

    @Override
    public JsonGenerator writeName(String name) {
        return name(name);
    }

    @Override
    public JsonGenerator writeName(SerializableString name) {
        return name(name.getValue());
    }

    @Override
    public JsonGenerator writeNull() {
        var level = Objects.requireNonNull(levels.peek());
        if (level.list || level.free) {
            begin();
            delegate.writeNull();
        } else {
            level.field = null;
        }
        return this;
    }

    @Override
    public JsonGenerator writeString(@Nullable String text) {
        if (text == null) {
            return writeNull();
        }
        if (isUnsaid(text)) {
            Objects.requireNonNull(levels.peek()).field = null;
            return this;
        }
        begin();
        delegate.writeString(text);
        return this;
    }

    @Override
    public JsonGenerator writeString(SerializableString text) {
        return writeString(text.getValue());
    }

    @Override
    public JsonGenerator writeString(char[] text, int from, int length) {
        return writeString(new String(text, from, length));
    }

    @Override
    public JsonGenerator writeString(Reader text, int length) {
        throw new UnsupportedOperationException("no event has a text that is read");
    }

    @Override
    public JsonGenerator writeNumber(short number) {
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(int number) {
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(long number) {
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigInteger number) {
        if (number == null) {
            return writeNull();
        }
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(double number) {
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(float number) {
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigDecimal number) {
        if (number == null) {
            return writeNull();
        }
        begin();
        delegate.writeNumber(number);
        return this;
    }

    @Override
    public JsonGenerator writeBoolean(boolean state) {
        begin();
        delegate.writeBoolean(state);
        return this;
    }
}
