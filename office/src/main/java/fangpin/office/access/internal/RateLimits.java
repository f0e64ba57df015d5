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

    /** 0 when the request may pass; else how many seconds to wait. */
    public long secondsToWait(String name, int perMinute, long nanos) {
        if (buckets.size() > MOST_NAMES) {
            dropIdle(nanos);
        }
        long[] wait = new long[1];
        buckets.compute(name, (key, before) -> {
            double left = before == null
                    ? perMinute
                    : Math.min(perMinute, before.left() + (double) (nanos - before.at()) * perMinute / MINUTE_NANOS);
            if (left < 1) {
                wait[0] = Math.max(1, (long) Math.ceil((1 - left) * 60 / perMinute));
                return new Bucket(left, nanos);
            }
            return new Bucket(left - 1, nanos);
        });
        return wait[0];
    }

    private void dropIdle(long nanos) {
        for (Iterator<Bucket> all = buckets.values().iterator(); all.hasNext(); ) {
            if (nanos - all.next().at() > MINUTE_NANOS) {
                all.remove();
            }
        }
    }
}
