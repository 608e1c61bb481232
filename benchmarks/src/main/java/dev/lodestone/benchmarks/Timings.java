package dev.lodestone.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// How long things took. Not for several threads.
final class Timings {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long[] nanos = new long[64];
    private int count;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    void addAll(Timings others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    /// Does something and takes its time.
    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    /// Does something in this thread and takes the time that the thread itself had of a processor,
    /// which what else runs on the machine makes no longer.
    void timeOfThread(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        add(THREADS.getCurrentThreadCpuTime() - start);
    }

    int count() {
        return count;
    }

    double seconds() {
        return Arrays.stream(nanos, 0, count).sum() / 1e9;
    }

    /// @param share 0.5 for the median, 0.99 for what one in a hundred exceeds
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (count * share))] / 1e6;
    }
}
