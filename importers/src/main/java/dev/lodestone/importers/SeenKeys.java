package dev.lodestone.importers;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Which keys a run has met and with what content: the first 64 bits of either hash, in 20 to 32
/// bytes a key. Two keys of a million share them once in thirty million runs.
///
/// The keys lie in many small tables, each of which grows by itself, so that growing needs little
/// room besides.
final class SeenKeys {
    private static final int TABLES = 1 << 10;
    private static final int FIRST_SLOTS = 4;

    /// By table: key and content of a slot, and so on.
    private final long[][] tables = new long[TABLES][2 * FIRST_SLOTS];

    private final int[] sizes = new int[TABLES];

    /// The content a key was met with.
    ///
    /// @param print the key's
    OptionalLong find(long print) {
        var table = tables[table(print)];
        int slot = slot(table, print);
        return table[slot] == 0 ? OptionalLong.empty() : OptionalLong.of(table[slot + 1]);
    }

    boolean has(long print) {
        var table = tables[table(print)];
        return table[slot(table, print)] != 0;
    }

    void put(long print, long content) {
        int number = table(print);
        var table = tables[number];
        int slot = slot(table, print);
        if (table[slot] == 0) {
            if ((sizes[number] + 1) * 5 > table.length / 2 * 4) {
                table = grown(table);
                tables[number] = table;
                slot = slot(table, print);
            }
            sizes[number]++;
        }
        table[slot] = print;
        table[slot + 1] = content;
    }

    /// The first 64 bits of a SHA-256 in hexadecimal.
    static long first64(String sha256) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(sha256, 0, 16)).getLong();
    }

    /// What stands for a key here; never 0.
    static long print(String key) {
        long print = Hashes.first64(key);
        return print == 0 ? 1 : print;
    }

    private static int table(long print) {
        return (int) (print >>> 54);
    }

    /// Where a key stands in a table, or would stand.
    private static int slot(long[] table, long print) {
        long slots = table.length / 2;
        int slot = 2 * (int) (((print & 0xFFFF_FFFFL) * slots) >>> 32);
        while (table[slot] != 0 && table[slot] != print) {
            slot = slot + 2 == table.length ? 0 : slot + 2;
        }
        return slot;
    }

    private static long[] grown(long[] table) {
        var larger = new long[2 * (table.length / 2 + table.length / 4)];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                int slot = slot(larger, table[i]);
                larger[slot] = table[i];
                larger[slot + 1] = table[i + 1];
            }
        }
        return larger;
    }
}
