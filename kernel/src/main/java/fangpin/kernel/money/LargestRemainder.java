package fangpin.kernel.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 最大余数法 Splits a total by weights so that the parts sum to the total exactly. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Splits {@code total} in steps of {@code quantum}: each part gets the whole quanta of its exact share, and the quanta that are
     * left go one by one to the largest remainders, ties to the earlier part.
     *
     * @param total fen, 0 or more, a multiple of the quantum
     * @param weights each 0 or more, not all 0 unless the total is 0
     * @param quantum fen, 1 or more
     * @return parts in the order of the weights, each a multiple of the quantum, summing to the total
     */
    public static List<Long> split(long total, List<Long> weights, long quantum) {
        if (total < 0 || quantum < 1 || total % quantum != 0) {
            throw new IllegalArgumentException("total " + total + " is not a multiple of the quantum " + quantum);
        }
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight below 0: " + weights);
        }
        long weightSum = weights.stream().reduce(0L, Math::addExact);
        if (weightSum == 0 && total != 0) {
            throw new IllegalArgumentException("nothing to split by: all weights are 0");
        }
        long quanta = total / quantum;
        List<Part> parts = new ArrayList<>();
        long given = 0;
        for (int index = 0; index < weights.size(); index++) {
            Part part = Part.of(index, quanta, weights.get(index), Math.max(1, weightSum));
            parts.add(part);
            given += part.whole;
        }
        long left = quanta - given;
        List<Part> byRemainder = new ArrayList<>(parts);
        byRemainder.sort(Comparator.comparingLong(Part::remainder).reversed().thenComparingInt(Part::index));
        Long[] result = new Long[parts.size()];
        for (int rank = 0; rank < byRemainder.size(); rank++) {
            Part part = byRemainder.get(rank);
            result[part.index] = (part.whole + (rank < left ? 1 : 0)) * quantum;
        }
        return List.of(result);
    }

    private record Part(int index, long whole, long remainder) {
        static Part of(int index, long quanta, long weight, long weightSum) {
            java.math.BigInteger[] split = java.math.BigInteger.valueOf(quanta)
                    .multiply(java.math.BigInteger.valueOf(weight))
                    .divideAndRemainder(java.math.BigInteger.valueOf(weightSum));
            return new Part(index, split[0].longValueExact(), split[1].longValueExact());
        }
    }
}
