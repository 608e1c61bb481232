package dev.lodestone.importers.materialsproject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Identifiers with one of few things, or with an identifier, each: 20 to 30 bytes an entry, since
/// a dump of the database names millions of tasks.
final class MpIdMap {
    private static final String USUAL = "mp";
    private static final int FIRST_SLOTS = 64;

    /// Number + 1 and value of a slot, and so on, of identifiers with the usual prefix.
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int size;

    /// By identifiers with another prefix, of which there are few.
    private final Map<MpId, Long> others = new HashMap<>();

    /// Values that are identifiers with another prefix.
    private final List<MpId> unusual = new ArrayList<>();

    /// The value of an identifier, if it has one.
    Optional<Long> find(MpId id) {
        if (!id.prefix().equals(USUAL)) {
            return Optional.ofNullable(others.get(id));
        }
        int slot = slot(slots, id.number() + 1);
        return slots[slot] == 0 ? Optional.empty() : Optional.of(slots[slot + 1]);
    }

    boolean has(MpId id) {
        return id.prefix().equals(USUAL)
                ? slots[slot(slots, id.number() + 1)] != 0
                : others.containsKey(id);
    }

    /// Gives an identifier a value, unless it has one.
    void putIfAbsent(MpId id, long value) {
        if (!id.prefix().equals(USUAL)) {
            others.putIfAbsent(id, value);
            return;
        }
        int slot = slot(slots, id.number() + 1);
        if (slots[slot] != 0) {
            return;
        }
        if ((size + 1L) * 5 > slots.length / 2 * 4L) {
            grow();
            slot = slot(slots, id.number() + 1);
        }
        slots[slot] = id.number() + 1;
        slots[slot + 1] = value;
        size++;
    }

    /// The identifier that is the value of another.
    Optional<MpId> findId(MpId id) {
        return find(id).map(value ->
                value < 0 ? unusual.get((int) (-1 - value)) : new MpId(USUAL, value));
    }

    /// Gives an identifier another as its value, unless it has one.
    void putIfAbsent(MpId id, MpId value) {
        if (has(id)) {
            return;
        }
        if (value.prefix().equals(USUAL)) {
            putIfAbsent(id, value.number());
        } else {
            unusual.add(value);
            putIfAbsent(id, -unusual.size());
        }
    }

    int size() {
        return size + others.size();
    }

    void forEach(Consumer<MpId> action) {
        others.keySet().forEach(action);
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0) {
                action.accept(new MpId(USUAL, slots[i] - 1));
            }
        }
    }

    private void grow() {
        var larger = new long[2 * (slots.length / 2 + slots.length / 4)];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0) {
                int slot = slot(larger, slots[i]);
                larger[slot] = slots[i];
                larger[slot + 1] = slots[i + 1];
            }
        }
        slots = larger;
    }

    /// Where a number stands, or would stand. Numbers that follow each other are spread.
    private static int slot(long[] slots, long number) {
        long mixed = (number ^ (number >>> 29)) * 0x9E37_79B9_7F4A_7C15L;
        int slot = 2 * (int) (((mixed >>> 32) * (slots.length / 2)) >>> 32);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 2 == slots.length ? 0 : slot + 2;
        }
        return slot;
    }
}
