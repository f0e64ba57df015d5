package fangpin.packs.load;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Instalments.Group;
import fangpin.kernel.money.Ratio;
import fangpin.packs.Figure;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads steps that divide an amount among parts or over time. */
final class DivisionReader {
    private static final int MOST_WEIGHT = 1_000_000;
    private static final int MOST_TIMES = 600;

    private DivisionReader() {}

    /** {@code {amount: loss, parts: {insurer: 7, bank: 3}, take: insurer}}. */
    static Operation share(Cursor body, int amount) {
        Cursor parts = body.field("parts");
        Cursor take = body.field("take");
        Map<String, Long> weights = new LinkedHashMap<>();
        for (Cursor.Entry entry : parts.entries()) {
            weights.put(entry.key(), (long) Values.count(entry.value(), 1, MOST_WEIGHT));
        }
        List<String> names = List.copyOf(weights.keySet());
        if (names.size() < 2 && !parts.absent()) {
            parts.wrongType("至少两份，如 {insurer: 7, bank: 3}", "at least two parts, such as {insurer: 7, bank: 3}");
        }
        int part = names.indexOf(take.word());
        if (part < 0 && !names.isEmpty()) {
            take.unknownWord(take.word(), names);
        }
        weights.values().forEach(weight -> used(body.context(), weight, weights.values()));
        return new Operation.Share(
                amount, names.isEmpty() ? List.of(1L) : List.copyOf(weights.values()), Math.max(0, part));
    }

    /** The clause may print the parts as such, {@code 7:3}, or as a share of the whole, {@code 70%}. */
    private static void used(Context context, long weight, java.util.Collection<Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).sum();
        if (weight * Ratio.PPM % whole == 0) {
            context.used(new Figure(Figure.Unit.PPM, weight * Ratio.PPM / whole));
        }
    }

    /** {@code {amount: year, number: month, schedule: [{share: 70%, times: 12}, {share: 30%}]}}. */
    static Operation instalments(Cursor body, int amount, int number) {
        Cursor schedule = body.field("schedule");
        List<Group> groups = new ArrayList<>();
        int before = body.context().problems.size();
        for (Cursor item : schedule.items()) {
            Ratio share = Values.ratio(item.field("share"));
            int times = item.optional("times")
                    .map(cursor -> Values.count(cursor, 1, MOST_TIMES))
                    .orElse(1);
            item.done();
            if (share.numerator() > 0) {
                groups.add(new Group(share, times));
            }
        }
        long sum = groups.stream().mapToLong(group -> group.share().ppm()).sum();
        if (sum == Ratio.PPM) {
            return new Operation.Instalments(amount, number, groups);
        }
        if (!schedule.absent() && body.context().problems.size() == before) {
            notTheWhole(schedule, sum);
        }
        return new Operation.Instalments(amount, number, List.of(new Group(Ratio.WHOLE, 1)));
    }

    private static void notTheWhole(Cursor schedule, long sum) {
        String read = sum / (Ratio.PPM / 100) + "%";
        schedule.context()
                .problem(
                        schedule.place(),
                        sum < Ratio.PPM ? Problem.Reason.GAP : Problem.Reason.OVERLAP,
                        read,
                        "各期比例合计为 " + read + "；应为 100%，使各期之和正好是全额。",
                        "The shares of the instalments sum to " + read
                                + "; they must sum to 100%, so that the instalments are the whole amount.");
    }
}
