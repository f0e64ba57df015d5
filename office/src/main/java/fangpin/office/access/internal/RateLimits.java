package fangpin.office.access.internal;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** 限流: so many requests a minute for each name; a burst of a minute's worth, then as they trickle in. */
public final class RateLimits {
    private static final int MOST_NAMES = 10_000;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** What is left, in parts of a request, and when that was so. */
    private record Bucket(double left, long at) {}

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * What became of a request.
     *
     * @param left how many more may pass at once
     * @param secondsToWait 0 when this one passes
     * @param secondsToFull until nothing of the minute's worth is used any more
     */
    public record Verdict(long left, long secondsToWait, long secondsToFull) {
        /** Whether the request may pass. */
        public boolean passes() {
            return secondsToWait == 0;
        }
    }

    /** Takes one request of a name's minute. */
    public Verdict take(String name, int perMinute, long nanos) {
        if (buckets.size() > MOST_NAMES) {
            dropIdle(nanos);
        }
        long[] wait = new long[1];
        double left = buckets.compute(name, (key, before) -> {
                    double there = before == null
                            ? perMinute
                            : Math.min(
                                    perMinute,
                                    before.left() + (double) (nanos - before.at()) * perMinute / MINUTE_NANOS);
                    if (there < 1) {
                        wait[0] = Math.max(1, seconds(1 - there, perMinute));
                        return new Bucket(there, nanos);
                    }
                    return new Bucket(there - 1, nanos);
                })
                .left();
        return new Verdict((long) left, wait[0], seconds(perMinute - left, perMinute));
    }

    private static long seconds(double requests, int perMinute) {
        return (long) Math.ceil(requests * 60 / perMinute);
    }

    private void dropIdle(long nanos) {
        for (Iterator<Bucket> all = buckets.values().iterator(); all.hasNext(); ) {
            if (nanos - all.next().at() > MINUTE_NANOS) {
                all.remove();
            }
        }
    }
}
