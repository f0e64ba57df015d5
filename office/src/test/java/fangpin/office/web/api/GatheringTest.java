package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        try (Gathering<Integer, Integer> gathering = new Gathering<>("test", 1, 3, this::doubled);
                ExecutorService who = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = who.submit(() -> gathering.ask(1));
            begun.await();
            List<Future<Integer>> later = asked(who, gathering, 2, 6);
            while (gathering.waiting() < 5) {
                Thread.onSpinWait();
            }
            free.release(10);
            assertEquals(2, first.get());
            assertEquals(
                    List.of(4, 6, 8, 10, 12), answers(later).stream().sorted().toList());
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

    private static List<Future<Integer>> asked(
            ExecutorService who, Gathering<Integer, Integer> gathering, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> who.submit((Callable<Integer>) () -> gathering.ask(number)))
                .toList();
    }

    private static List<Integer> answers(List<Future<Integer>> asked) throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }
}
