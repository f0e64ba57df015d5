package fangpin.office.web.appropriation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** 万元: amounts as the documents print them. What is rounded for print still adds up. */
final class Wan {
    private static final int DECIMALS_OF_A_FEN = 6;
    private static final long FEN = 1_000_000;

    private Wan() {}

    /** Ten thousands of yuan without rounding: 1214.25. */
    static String exact(long fen) {
        return new BigDecimal(BigInteger.valueOf(fen), DECIMALS_OF_A_FEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The same in whole ten thousands, dealt out by largest remainder so that the parts add up to their rounded sum. */
    static List<Long> whole(List<Long> fen) {
        long sum = fen.stream().mapToLong(Long::longValue).sum();
        long rounded = Math.floorDiv(sum + FEN / 2, FEN);
        long[] parts = new long[fen.size()];
        long left = rounded;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.floorDiv(fen.get(i), FEN);
            left -= parts[i];
        }
        List<Integer> byRemainder = java.util.stream.IntStream.range(0, parts.length)
                .boxed()
                .sorted(java.util.Comparator.comparingLong((Integer i) -> -Math.floorMod(fen.get(i), FEN)))
                .toList();
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return java.util.Arrays.stream(parts).boxed().toList();
    }
}
