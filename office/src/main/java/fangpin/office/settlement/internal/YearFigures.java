package fangpin.office.settlement.internal;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * 累计: where the running figures of a year stand, key by key: what the last bill of each set of keys left, the newest last. A figure that is cut
 * by no column stands as the newest bill left it; one that is cut, as the newest with the same words in those columns did.
 */
public record YearFigures(List<Left> kept) {
    /** Of a year without bills. */
    public static final YearFigures NONE = new YearFigures(List.of());

    public YearFigures {
        kept = List.copyOf(kept);
    }

    /**
     * What a bill left.
     *
     * @param keys the words of the columns that cut figures; none where nothing does
     * @param after one an accumulator
     */
    public record Left(Map<String, String> keys, List<Long> after) {
        public Left {
            keys = Map.copyOf(keys);
            after = List.copyOf(after);
        }

        private boolean sameIn(Accumulator figure, Map<String, String> others) {
            return figure.scope().keys().stream()
                    .allMatch(key -> keys.getOrDefault(key, "").equals(others.getOrDefault(key, "")));
        }
    }

    /** The figures as they stand before a bill of these keys; 0 where nothing has run yet. */
    public List<Long> before(Product product, Map<String, String> keys) {
        List<Accumulator> figures = product.program().accumulators();
        List<Long> before = new ArrayList<>();
        for (int at = 0; at < figures.size(); at++) {
            before.add(before(figures.get(at), at, keys));
        }
        return before;
    }

    private long before(Accumulator figure, int at, Map<String, String> keys) {
        for (Left left : kept.reversed()) {
            if (left.sameIn(figure, keys)) {
                return left.after().get(at);
            }
        }
        return 0;
    }

    /** After a bill of these keys. */
    public YearFigures with(Map<String, String> keys, List<Long> after) {
        return new YearFigures(Stream.concat(
                        kept.stream().filter(left -> !left.keys().equals(keys)), Stream.of(new Left(keys, after)))
                .toList());
    }

    /** After those bills of a year that count, in their order. */
    public static YearFigures after(List<YearBill> year) {
        YearFigures figures = NONE;
        for (YearBill bill : year) {
            figures = bill.counts() ? figures.with(bill.keys(), bill.after()) : figures;
        }
        return figures;
    }
}
