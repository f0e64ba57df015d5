package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions that wait are answered together; what breaks one set is told to its questions alone. */
class GatheringTest {
    private final List<Integer> sizes = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore free = new Semaphore(0);

    /** Twice what is asked; breaks where 13 is asked. */
    private List<Integer> doubled(List<Integer> asked) {
        sizes.add(asked.size());
        begun.countDown();
        free.acquireUninterruptibly();
        if (asked.contains(13)) {
            throw new IllegalArgumentException("13");
        }
        return asked.stream().map(one -> 2 * one).toList();
    }

    @Test
    void whatComesWhileOthersAreWorkedOnIsWorkedOnTogetherNext() throws Exception {
        try (Gathering<Integer, Integer> gathering = new Gathering<>("test", 1, 3, this::doubled)) {
            Asking first = new Asking(gathering, 1);
            begun.await();
            List<Asking> later = IntStream.rangeClosed(2, 6)
                    .mapToObj(number -> new Asking(gathering, number))
                    .toList();
            while (!later.stream().allMatch(Asking::waits)) {
                Thread.onSpinWait();
            }
            free.release(10);
            assertEquals(2, first.answer());
            for (int at = 0; at < later.size(); at++) {
                assertEquals(2 * (at + 2), later.get(at).answer());
            }
            assertEquals(List.of(1, 3, 2), sizes);
        }
    }

    @Test
    void aSetThatBreaksIsToldToItsQuestionsAlone() throws Exception {
        free.release(10);
        try (Gathering<Integer, Integer> gathering = new Gathering<>("test", 1, 3, this::doubled)) {
            CompletionException broken = assertThrows(CompletionException.class, () -> gathering.ask(13));
            assertInstanceOf(IllegalArgumentException.class, broken.getCause());
            assertEquals(28, gathering.ask(14));
        }
    }

    @Test
    void aClosedOneTakesNoQuestions() {
        Gathering<Integer, Integer> gathering = new Gathering<>("test", 1, 3, this::doubled);
        gathering.close();
        assertThrows(RejectedExecutionException.class, () -> gathering.ask(1));
    }

    /** Somebody who asks and waits. */
    private static final class Asking {
        private final FutureTask<Integer> task;
        private final Thread thread;

        Asking(Gathering<Integer, Integer> gathering, int number) {
            task = new FutureTask<>(() -> gathering.ask(number));
            thread = Thread.ofPlatform().daemon().start(task);
        }

        boolean waits() {
            return thread.getState() == Thread.State.WAITING;
        }

        int answer() throws Exception {
            return task.get();
        }
    }
}
