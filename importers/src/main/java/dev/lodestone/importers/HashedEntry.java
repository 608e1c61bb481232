package dev.lodestone.importers;

import java.util.ArrayList;
import java.util.List;

/// An entry that was mapped, with the hashes by which its items are compared.
record HashedEntry(String locator, MappedEntry entry, List<HashedItem> items, long characters) {
    /// An item of an entry.
    ///
    /// @param key the item's key
    /// @param keyPrint the key's print in [SeenKeys]
    /// @param hash the SHA-256 of its content
    record HashedItem(MappedItem item, String key, long keyPrint, String hash) {
        private static HashedItem of(MappedItem item) {
            var key = item.key().text();
            return new HashedItem(item, key, SeenKeys.print(key), Hashes.sha256(item.content()));
        }
    }

    /// Maps an entry.
    ///
    /// @throws RefusedEntry if it cannot be understood
    static HashedEntry of(SourceEntry source) {
        var entry = source.map();
        var items = new ArrayList<HashedItem>(entry.items().size());
        long characters = 0;
        for (var item : entry.items()) {
            items.add(HashedItem.of(item));
            characters += item.content().length();
            for (var file : item.files()) {
                characters += file.text().length();
            }
        }
        return new HashedEntry(source.locator(), entry, items, characters);
    }
}
