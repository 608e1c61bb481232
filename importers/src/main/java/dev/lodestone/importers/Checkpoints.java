package dev.lodestone.importers;

import java.util.Optional;

/// Keeps how far a reading got, so that one that was cut off need not fetch again what is recorded.
/// Only a convenience: without it everything is read again and nothing is written twice.
public interface Checkpoints {
    /// Keeps nothing.
    Checkpoints NONE =
            new Checkpoints() {
                @Override
                public Optional<String> read(String name) {
                    return Optional.empty();
                }

                @Override
                public void write(String name, String text) {}

                @Override
                public void remove(String name) {}
            };

    /// What was written last under a name.
    ///
    /// @param name letters, digits and dashes
    Optional<String> read(String name);

    /// Replaces what stands under a name, all or nothing.
    void write(String name, String text);

    /// Forgets it.
    void remove(String name);
}
