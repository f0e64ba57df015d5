package fangpin.office.register.roster;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** 传送带: what one thread of a check hands to the next, in order, until it ends or breaks; few things wait on it at a time. */
final class Belt<T> {
    private static final int WAITING = 6;
    /** Longer than any check may take. */
    private static final Duration SILENCE = Duration.ofMinutes(20);

    /** What lies on the belt. */
    sealed interface Parcel<T> {
        record Goods<T>(T goods) implements Parcel<T> {}

        /** Nothing comes after it; {@code read} are the rows that came before. */
        record End<T>(RosterCheck.Checked outcome, int read) implements Parcel<T> {}

        record Broken<T>(RuntimeException cause) implements Parcel<T> {}
    }

    private final BlockingQueue<Parcel<T>> parcels = new ArrayBlockingQueue<>(WAITING);

    /** Waits for room; whoever is told to end while waiting gives the check up. */
    void put(T goods) {
        put(new Parcel.Goods<>(goods));
    }

    void end(RosterCheck.Checked outcome, int read) {
        put(new Parcel.End<>(outcome, read));
    }

    void broken(RuntimeException cause) {
        put(new Parcel.Broken<>(cause));
    }

    private void put(Parcel<T> parcel) {
        try {
            parcels.put(parcel);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new StoppedException(StoppedException.Cause.CANCELLED);
        }
    }

    Parcel<T> next() {
        try {
            Parcel<T> parcel = parcels.poll(SILENCE.toMinutes(), TimeUnit.MINUTES);
            return parcel == null
                    ? new Parcel.Broken<>(new IllegalStateException("the thread before fell silent"))
                    : parcel;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new StoppedException(StoppedException.Cause.CANCELLED);
        }
    }
}
