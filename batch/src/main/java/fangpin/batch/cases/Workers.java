package fangpin.batch.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** The threads of a run: one a processor. What one of them throws comes out here. */
final class Workers {
    static final int COUNT = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);

    private Workers() {}

    /** Does each of {@code count} pieces once. */
    static void each(int count, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        together(() -> next.set(count), () -> {
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                piece.accept(index);
            }
        });
    }

    /**
     * Runs the same work in every thread.
     *
     * @param stop called when one of them has failed, so that the others end early
     */
    static void together(Runnable stop, Runnable work) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
                stop.run();
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int index = 1; index < COUNT; index++) {
            threads.add(Thread.ofPlatform().daemon().name("fangpin-" + index).start(guarded));
        }
        guarded.run();
        join(threads);
        switch (failure.get()) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
