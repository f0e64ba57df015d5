package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a random county: the same seed gives the same throws. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True once in so many throws. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both bounds are included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Both bounds are included. */
    BigInteger between(BigInteger low, BigInteger high) {
        return BigInteger.valueOf(random.nextLong(low.longValueExact(), high.longValueExact() + 1));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, random.nextInt(last + 1));
        }
        return shuffled;
    }

    /** Cuts an amount into so many parts, some of which may be nothing. */
    List<BigInteger> split(BigInteger amount, int parts) {
        List<BigInteger> cuts = new ArrayList<>(List.of(BigInteger.ZERO, amount));
        for (int cut = 1; cut < parts; cut++) {
            cuts.add(oneIn(3) ? pick(cuts) : between(BigInteger.ZERO, amount));
        }
        Collections.sort(cuts);
        List<BigInteger> pieces = new ArrayList<>();
        for (int piece = 0; piece < parts; piece++) {
            pieces.add(cuts.get(piece + 1).subtract(cuts.get(piece)));
        }
        return shuffled(pieces);
    }
}
