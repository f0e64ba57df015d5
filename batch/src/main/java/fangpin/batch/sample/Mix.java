package fangpin.batch.sample;

/** Numbers that look random and depend on nothing but what they are made of. */
final class Mix {
    private Mix() {}

    static long of(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** A number from 0 to bound - 1 for the n-th question about a thing. */
    static long below(long bound, long seed, long thing, int question) {
        return Math.floorMod(of(of(seed * 1_000_003 + question) ^ thing), bound);
    }
}
