package fangpin.office.campaign;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a campaign counted. */
final class Tally {
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Map<String, AtomicInteger> counts = new TreeMap<>();
    private final Map<String, Long> longest = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    /** Something was acknowledged. */
    void step() {
        Object _ = steps.incrementAndGet();
    }

    int steps() {
        return steps.get();
    }

    /** A request had to be sent again until it was answered. */
    void repeated(int times, long nanos) {
        Object _ = repeats.addAndGet(times);
        Object _ = longestNanos.accumulateAndGet(nanos, Math::max);
    }

    synchronized void count(String what) {
        Object _ = counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    synchronized int counted(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    /** The longest of some times, in milliseconds. */
    synchronized void slowest(String what, long milliseconds) {
        Object _ = longest.merge(what, milliseconds, Math::max);
    }

    /** Something that must not be. */
    void fault(String what) {
        Object _ = faults.add(what);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized String told() {
        StringBuilder told = new StringBuilder();
        counts.forEach((what, count) -> told.append("%-44s %8d%n".formatted(what, count.get())));
        longest.forEach((what, time) -> told.append("%-44s %8.1f s%n".formatted(what, time / 1000.0)));
        told.append("%-44s %8d%n".formatted("requests sent again", repeats.get()));
        told.append("%-44s %8.1f s%n".formatted("longest without an answer", seconds(longestNanos.get())));
        return told.toString();
    }

    private static double seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0;
    }
}
