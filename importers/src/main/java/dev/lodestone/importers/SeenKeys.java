package dev.lodestone.importers;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Which keys a run has met and with what content, in 16 bytes each: the first 64 bits of either
/// hash. Two keys of a million share them once in thirty million runs.
final class SeenKeys {
    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = new long[FIRST_SIZE];
    private long[] contents = new long[FIRST_SIZE];
    private int size;

    /// The content a key was met with.
    OptionalLong find(String key) {
        int slot = slot(print(key));
        return keys[slot] == 0 ? OptionalLong.empty() : OptionalLong.of(contents[slot]);
    }

    boolean has(String key) {
        return keys[slot(print(key))] != 0;
    }

    void put(String key, long content) {
        if ((size + 1) * 2 > keys.length) {
            grow();
        }
        long print = print(key);
        int slot = slot(print);
        if (keys[slot] == 0) {
            size++;
        }
        keys[slot] = print;
        contents[slot] = content;
    }

    /// The first 64 bits of a SHA-256 in hexadecimal.
    static long first64(String sha256) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(sha256, 0, 16)).getLong();
    }

    private static long print(String key) {
        long print = Hashes.first64(key);
        return print == 0 ? 1 : print;
    }

    private int slot(long print) {
        int slot = (int) (print >>> 33) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != print) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldContents = contents;
        keys = new long[oldKeys.length * 2];
        contents = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                contents[slot] = oldContents[i];
            }
        }
    }
}
