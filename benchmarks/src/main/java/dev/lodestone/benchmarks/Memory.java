package dev.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at this process's memory several times a second and remembers the most.
final class Memory implements AutoCloseable {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Thread thread;
    private volatile boolean closed;
    private volatile long heap;
    private volatile long kept;
    private volatile long anonymous;

    Memory() {
        this.thread = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    private void watch() {
        while (!closed) {
            long used = 0;
            long afterCollection = 0;
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                if (pool.getType() == MemoryType.HEAP) {
                    used += pool.getUsage().getUsed();
                    var collected = pool.getCollectionUsage();
                    afterCollection += collected == null ? 0 : collected.getUsed();
                }
            }
            heap = Math.max(heap, used);
            kept = Math.max(kept, afterCollection);
            anonymous = Math.max(anonymous, status("RssAnon"));
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Prints megabytes: of the heap in use, of what collections left, of private memory, and of
    /// all memory with the mapped files.
    void tell(String variant, Report report) {
        report.result(
                variant,
                "heap_limit_mb",
                Runtime.getRuntime().maxMemory() >> 20,
                "peak_heap_mb",
                heap >> 20,
                "peak_after_collection_mb",
                kept >> 20,
                "peak_private_rss_mb",
                anonymous >> 20,
                "peak_rss_with_mapped_files_mb",
                status("VmHWM") >> 20);
    }

    private static long status(String name) {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
