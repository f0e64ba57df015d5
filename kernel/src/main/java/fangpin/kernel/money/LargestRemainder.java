package fangpin.kernel.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 最大余数法 Splits a total by weights so that the parts sum to the total exactly. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * One part of a split and how it came about.
     *
     * @param whole whole quanta of the exact share
     * @param remainder what the exact share holds beyond them, in quanta times {@code weights}
     * @param weights sum of all weights
     * @param rank by remainder, 1 for the largest, ties to the earlier part
     * @param raised true if it got one of the quanta that were left
     * @param amount fen, a multiple of the quantum
     */
    public record Part(long whole, long remainder, long weights, int rank, boolean raised, long amount) {}

    /**
     * Splits {@code total} in steps of {@code quantum}, as {@link #apportion} does.
     *
     * @return parts in the order of the weights, each a multiple of the quantum, summing to the total
     */
    public static List<Long> split(long total, List<Long> weights, long quantum) {
        return apportion(total, weights, quantum).stream().map(Part::amount).toList();
    }

    /**
     * Splits {@code total} in steps of {@code quantum}: each part gets the whole quanta of its exact share, and the quanta that are
     * left go one by one to the largest remainders, ties to the earlier part.
     *
     * @param total fen, 0 or more, a multiple of the quantum
     * @param weights each 0 or more, not all 0 unless the total is 0
     * @param quantum fen, 1 or more
     * @return parts in the order of the weights, their amounts summing to the total
     */
    public static List<Part> apportion(long total, List<Long> weights, long quantum) {
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
        List<Share> shares = new ArrayList<>();
        long given = 0;
        for (int index = 0; index < weights.size(); index++) {
            Share share = Share.of(index, quanta, weights.get(index), Math.max(1, weightSum));
            shares.add(share);
            given += share.whole;
        }
        long left = quanta - given;
        List<Share> byRemainder = new ArrayList<>(shares);
        byRemainder.sort(Comparator.comparingLong(Share::remainder).reversed().thenComparingInt(Share::index));
        Part[] parts = new Part[shares.size()];
        for (int place = 0; place < byRemainder.size(); place++) {
            Share share = byRemainder.get(place);
            boolean raised = place < left;
            long amount = (share.whole + (raised ? 1 : 0)) * quantum;
            parts[share.index] = new Part(share.whole, share.remainder, weightSum, place + 1, raised, amount);
        }
        return List.of(parts);
    }

    private record Share(int index, long whole, long remainder) {
        static Share of(int index, long quanta, long weight, long weightSum) {
            java.math.BigInteger[] split = java.math.BigInteger.valueOf(quanta)
                    .multiply(java.math.BigInteger.valueOf(weight))
                    .divideAndRemainder(java.math.BigInteger.valueOf(weightSum));
            return new Share(index, split[0].longValueExact(), split[1].longValueExact());
        }
    }
}
