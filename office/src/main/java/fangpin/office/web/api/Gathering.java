package fangpin.office.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * 归集: what is asked while earlier questions are worked on is worked on together, next. Who asks alone waits for nobody.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Gathering<Q, A> implements AutoCloseable {
    private final BlockingQueue<Waiting<Q, A>> waiting = new LinkedBlockingQueue<>();
    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final ExecutorService workers;

    /**
     * Ready to be asked.
     *
     * @param name of its threads
     * @param threads how many sets are worked on at a time
     * @param most questions of a set
     * @param work the answers to questions, in their order
     */
    Gathering(String name, int threads, int most, Function<List<Q>, List<A>> work) {
        this.work = work;
        this.most = most;
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }

    private record Waiting<Q, A>(Q asked, CompletableFuture<A> answer) {}

    /**
     * Waits for the answer. Errors: {@link java.util.concurrent.CompletionException} with what the work threw,
     * {@link java.util.concurrent.RejectedExecutionException} after the close.
     */
    A ask(Q asked) {
        Waiting<Q, A> own = new Waiting<>(asked, new CompletableFuture<>());
        waiting.add(own);
        // one of as many turns as there are questions: a turn that finds none is over at once
        workers.execute(this::turn);
        return own.answer().join();
    }

    private void turn() {
        List<Waiting<Q, A>> together = new ArrayList<>();
        if (waiting.drainTo(together, most) == 0) {
            return;
        }
        try {
            List<A> answers = work.apply(together.stream().map(Waiting::asked).toList());
            for (int at = 0; at < together.size(); at++) {
                together.get(at).answer().complete(answers.get(at));
            }
        } catch (RuntimeException | Error broken) {
            together.forEach(one -> one.answer().completeExceptionally(broken));
        }
    }

    /** Takes no more questions, and waits for the answers to those that it took. */
    @Override
    public void close() {
        workers.close();
    }
}
