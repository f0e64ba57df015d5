package fangpin.demonstration;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** 计时: how long each of many questions took when ten users ask at once, each as soon as the last was answered. */
final class Timing {
    private static final int USERS = 10;
    private static final int WARM_UP = 200;
    private static final double MILLI = 1e6;

    private final long[] nanos;

    private Timing(long[] nanos) {
        this.nanos = nanos;
    }

    static Timing of(int questions, IntConsumer question) {
        run(Math.min(WARM_UP, questions), question);
        return new Timing(run(questions, question));
    }

    private static long[] run(int questions, IntConsumer question) {
        long[] nanos = new long[questions];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService users = Executors.newFixedThreadPool(USERS)) {
            for (int user = 0; user < USERS; user++) {
                users.execute(() -> {
                    try {
                        for (int at = next.getAndIncrement(); at < questions; at = next.getAndIncrement()) {
                            long begun = System.nanoTime();
                            question.accept(at);
                            nanos[at] = System.nanoTime() - begun;
                        }
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
            }
            users.shutdown();
            if (!users.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("still asking");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return nanos;
    }

    static void print(String what, Timing timing) {
        long[] sorted = timing.nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                what,
                sorted[sorted.length / 2] / MILLI,
                sorted[sorted.length * 95 / 100] / MILLI,
                sorted[sorted.length - 1] / MILLI);
    }
}
