package fangpin.batch.sample;

/** A fixed shuffle of 0 to size - 1 that needs no memory: a small cipher over the next power of four, walked until it lands inside. */
final class Shuffle {
    private static final int ROUNDS = 4;

    private final long size;
    private final int halfBits;
    private final long seed;

    Shuffle(long size, long seed) {
        this.size = size;
        this.seed = seed;
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
        this.halfBits = (bits + 1) / 2;
    }

    /** What stands at a place. */
    long at(long place) {
        long value = place;
        do {
            value = encrypt(value);
        } while (value >= size);
        return value;
    }

    private long encrypt(long value) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Mix.of(right + seed * 31 + round) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
