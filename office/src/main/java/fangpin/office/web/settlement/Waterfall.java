package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * 每一分钱: where the fen of a bill went, as a table and as one bar, in the pack's order.
 *
 * @param rows one a bucket of the kernel's waterfall; those of nothing too
 */
public record Waterfall(long totalFen, List<Row> rows) {
    /** The width of the bar, in units of the drawing. */
    public static final int WIDTH = 1000;

    private static final List<String> TONES =
            List.of("fill-basic", "fill-critical", "fill-waiver", "fill-assist", "fill-accent");

    /**
     * Who pays, how much, and what is left.
     *
     * @param clause empty for what is left to the person
     * @param own whether it is the product itself
     * @param tone how the bar shows it
     * @param from where its part of the bar begins
     * @param width of its part
     */
    public record Row(
            String id,
            Text name,
            String clause,
            boolean own,
            long fen,
            long leftFen,
            String tone,
            long from,
            long width) {}

    static Waterfall of(Settlement settled) {
        List<Row> rows = new ArrayList<>();
        long total = settled.waterfall().total().amount();
        long from = 0;
        int payer = 0;
        for (fangpin.kernel.settlement.Waterfall.Bucket bucket :
                settled.waterfall().buckets()) {
            PayerLayer layer = settled.product().layers().stream()
                    .filter(one -> one.payer().equals(bucket.id()))
                    .findFirst()
                    .orElse(null);
            boolean own = bucket.id().equals(settled.product().ownPayer());
            long fen = bucket.amount().amount();
            long end = total == 0 ? 0 : (total - bucket.left().amount()) * WIDTH / total;
            rows.add(new Row(
                    bucket.id(),
                    bucket.name(),
                    layer == null ? "" : layer.clause().text(),
                    own,
                    fen,
                    bucket.left().amount(),
                    tone(bucket.id(), own, payer),
                    from,
                    end - from));
            from = end;
            payer++;
        }
        return new Waterfall(total, List.copyOf(rows));
    }

    private static String tone(String id, boolean own, int payer) {
        if (own) {
            return "fill-supp";
        }
        return switch (id) {
            case "self" -> "fill-self";
            case "ineligible" -> "fill-out";
            default -> TONES.get(payer % TONES.size());
        };
    }
}
