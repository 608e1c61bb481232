package dev.lodestone.importers;

import java.util.function.Supplier;

/// One entry of a source in the source's own shape: a row, a document, an archive section. What it
/// maps to is recorded whole or refused whole.
public interface SourceEntry {
    /// Where it stands, for people: `row 12`, `/data/3`.
    String locator();

    /// What it means. A pure function of the entry and of what its reading knows of the source's
    /// other entries ([HeldItems]): no clock, no network, so that mapping again gives the same.
    ///
    /// @throws RefusedEntry if it cannot be understood
    MappedEntry map();

    /// An entry.
    ///
    /// @param locator where it stands
    /// @param mapping what it means, worked out when it is asked for
    static SourceEntry of(String locator, Supplier<MappedEntry> mapping) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return locator;
            }

            @Override
            public MappedEntry map() {
                return mapping.get();
            }
        };
    }

    /// An entry that is there and cannot be understood.
    static SourceEntry refused(RefusedEntry why) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return why.place();
            }

            @Override
            public MappedEntry map() {
                throw why;
            }
        };
    }
}
