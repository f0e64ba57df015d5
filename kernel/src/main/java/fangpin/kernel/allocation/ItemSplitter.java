package fangpin.kernel.allocation;

import fangpin.kernel.allocation.FundRefusal.Reason;
import fangpin.kernel.allocation.ItemSplit.Share;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.LargestRemainder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Splits one item of a scheme over its divisions, each unit by itself, without the units inside it. */
final class ItemSplitter {
    private final AllocationScheme scheme;
    private final Headcounts headcounts;

    ItemSplitter(AllocationScheme scheme, Headcounts headcounts) {
        this.scheme = scheme;
        this.headcounts = headcounts;
    }

    ItemOutcome split(FundItem item) {
        return switch (item.method()) {
            case FundItem.ByHeadcount byHeadcount -> byHeadcount(item, byHeadcount);
            case FundItem.Given given -> given(item, given);
            case FundItem.Matching matching -> matching(item, matching);
        };
    }

    private ItemOutcome byHeadcount(FundItem item, FundItem.ByHeadcount method) {
        Measure measure = scheme.measure(method.measure());
        List<Division> byCode = scheme.divisions().stream()
                .sorted(Comparator.comparing(Division::code))
                .toList();
        List<Long> weights = new ArrayList<>();
        for (Division division : byCode) {
            OptionalLong headcount = headcounts.value(division.code(), measure.id());
            if (headcount.isEmpty()) {
                return FundRefusal.missing(division, measure);
            }
            weights.add(headcount.getAsLong());
        }
        if (weights.stream().allMatch(weight -> weight == 0) && method.amount().amount() > 0) {
            return FundRefusal.nothing(measure.id());
        }
        List<LargestRemainder.Part> parts = LargestRemainder.apportion(
                method.amount().amount(), weights, scheme.quantum().amount());
        Map<Division, Share> shares = new HashMap<>();
        for (int index = 0; index < byCode.size(); index++) {
            LargestRemainder.Part part = parts.get(index);
            shares.put(
                    byCode.get(index),
                    new Share(
                            byCode.get(index),
                            new Fen(part.amount()),
                            new ItemSplit.Apportioned(weights.get(index), part)));
        }
        return new ItemSplit(item, scheme.divisions().stream().map(shares::get).toList());
    }

    private ItemOutcome given(FundItem item, FundItem.Given method) {
        List<Share> shares = scheme.divisions().stream()
                .map(division -> new Share(
                        division, headcounts.amount(division.code(), method.measure()), new ItemSplit.Stated()))
                .toList();
        Fen stated = shares.stream().map(Share::amount).reduce(Fen.ZERO, Fen::plus);
        return stated.equals(method.amount())
                ? new ItemSplit(item, shares)
                : FundRefusal.of(
                        Reason.AMOUNTS_DIFFER,
                        "“" + method.measure() + "”合计 " + stated.readable() + " 元，" + item.clause() + " 规定"
                                + item.name().zh() + "共 "
                                + method.amount().readable() + " 元；各区划给定的金额合计必须正好相等。",
                        "\"" + method.measure() + "\" adds up to " + stated.readable() + " yuan, but " + item.clause()
                                + " sets " + method.amount().readable() + " yuan for "
                                + item.name().en() + "; the amounts given must add up to exactly that.");
    }

    private ItemOutcome matching(FundItem item, FundItem.Matching method) {
        FundItem matched = scheme.item(method.item()).orElseThrow();
        return switch (split(matched)) {
            case FundRefusal refusal -> refusal;
            case ItemSplit split ->
                new ItemSplit(
                        item,
                        split.shares().stream()
                                .map(share -> new Share(
                                        share.division(),
                                        matching(share.amount(), method),
                                        new ItemSplit.Matched(share.amount(), method.ratio())))
                                .toList());
        };
    }

    private static Fen matching(Fen share, FundItem.Matching method) {
        long parts = Math.multiplyExact(share.amount(), method.ratio().numerator());
        if (parts % method.ratio().denominator() != 0) {
            throw new IllegalStateException(method.ratio() + " of " + share + " is no whole fen");
        }
        return new Fen(parts / method.ratio().denominator());
    }
}
