package dev.lodestone.events.internal.sqlite;

/// Runs in the writer's thread after a group is on disk and before its appends are acknowledged.
/// Tests and benchmarks make commits slow with it.
@FunctionalInterface
public interface CommitPacer {
    CommitPacer NONE = () -> {};

    void committed();
}
