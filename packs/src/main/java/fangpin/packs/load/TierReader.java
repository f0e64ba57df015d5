package fangpin.packs.load;

import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the bands of tiers: bounds that rise, the last band without one. */
final class TierReader {
    private TierReader() {}

    /** The bands; what is wrong is said and left out. */
    static List<Tier> tiers(Cursor list, Tiers.Method method) {
        List<Tier> tiers = new ArrayList<>();
        long last = 0;
        Cursor end = list;
        for (Cursor item : list.items()) {
            Optional<Cursor> upTo = item.optional("up_to");
            Optional<Cursor> below = item.optional("below");
            if (upTo.isPresent() && below.isPresent()) {
                twoBounds(below.get());
            }
            Optional<Cursor> bound = upTo.or(() -> below);
            int before = list.context().problems.size();
            long highest = bound.map(cursor -> Values.money(cursor).amount()).orElse(Long.MAX_VALUE)
                    - (upTo.isEmpty() && below.isPresent() ? fenOfNextBand(method) : 0);
            boolean read = list.context().problems.size() == before;
            Ratio share = Values.ratio(item.field("share"));
            item.done();
            end = bound.orElse(item);
            if (highest > last) {
                tiers.add(new Tier(highest, share));
                last = highest;
            } else if (read && !end.absent()) {
                notRising(end);
            }
        }
        if (last != Long.MAX_VALUE) {
            endsTooSoon(end);
            tiers.add(new Tier(Long.MAX_VALUE, Ratio.ZERO));
        }
        return tiers;
    }

    /** Below a bound is a fen less where the bound's band decides about all; a band paid by itself ends at the bound either way. */
    private static long fenOfNextBand(Tiers.Method method) {
        return switch (method) {
            case WHOLE_AMOUNT -> 1;
            case MARGINAL -> 0;
        };
    }

    private static void twoBounds(Cursor below) {
        below.context()
                .problem(
                        below.place(),
                        Problem.Reason.OVERLAP,
                        below.read(),
                        "这一档已写 up_to，不能再写 below；up_to 含本数，below 不含。",
                        "The tier already has up_to and cannot also have below; up_to includes the bound, below does not.");
    }

    private static void notRising(Cursor bound) {
        bound.context()
                .problem(
                        bound.place(),
                        Problem.Reason.OVERLAP,
                        bound.read(),
                        "读到“" + bound.read() + "”；分档上限必须逐档升高，只有最后一档不写上限。",
                        "Read \"" + bound.read()
                                + "\"; upper bounds must rise tier by tier; only the last tier has none.");
    }

    private static void endsTooSoon(Cursor bound) {
        if (!bound.absent()) {
            bound.context()
                    .problem(
                            bound.place(),
                            Problem.Reason.GAP,
                            bound.read(),
                            "读到“" + bound.read() + "”；最后一档不写上限，使每个金额都有档。",
                            "Read \"" + bound.read()
                                    + "\"; the last tier has no up_to, so that every amount has a tier.");
        }
    }
}
