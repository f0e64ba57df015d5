package fangpin.demonstration;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** 骰子: chance that falls the same way on every machine and every Java (SplitMix64). */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** Dice of its own for one part, so that a change in one part leaves the others as they are. */
    static Dice of(String part) {
        long seed = 20200510;
        for (int i = 0; i < part.length(); i++) {
            seed = seed * 31 + part.charAt(i);
        }
        return new Dice(seed);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** 0 up to before the bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From the least to the most, both possible. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times in a thousand. */
    boolean falls(int inThousand) {
        return below(1000) < inThousand;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** A day from the first until before the last. */
    LocalDate day(LocalDate from, LocalDate until) {
        return from.plusDays(below((int) (until.toEpochDay() - from.toEpochDay())));
    }

    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, below(i + 1));
        }
    }
}
