package fangpin.packs.explain;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall.Bucket;
import fangpin.packs.explain.TextTable.Align;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clerk page's tables: the case as read, every fen of the bill, running figures, limits. */
final class ClerkTables {
    private final Settlement settlement;
    private final Explanation explanation;
    private final Program program;
    private final Quantities quantities;
    private final Units units;
    private final Messages messages;

    ClerkTables(Settlement settlement, Quantities quantities, Messages messages) {
        this.settlement = settlement;
        this.explanation = settlement.explanation();
        this.program = explanation.program();
        this.quantities = quantities;
        this.units = Units.of(settlement.product());
        this.messages = messages;
    }

    /** What the case brought in; columns that its kind does not use are left out. */
    List<String> inputs() {
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT);
        for (int register = 0; register < program.inputs().size(); register++) {
            if (used(units.column(register))) {
                table.row(quantities.label(register), quantities.value(register, explanation.value(register)));
            }
        }
        return table.lines(2);
    }

    private boolean used(@Nullable InputColumn column) {
        InputColumn.UsedWhen when = column == null ? null : column.usedWhen();
        if (when == null) {
            return true;
        }
        long code = explanation.value(program.inputs().indexOf(when.column()));
        return when.codes().contains(Math.toIntExact(code));
    }

    List<String> waterfall() {
        List<Bucket> buckets = settlement.waterfall().buckets();
        if (buckets.isEmpty()) {
            return List.of();
        }
        String total = settlement.waterfall().total().readable();
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT);
        table.row(
                messages.text("table.order"),
                messages.text("table.payer"),
                messages.text("table.amount"),
                messages.text("table.left"),
                messages.text("table.source"),
                messages.text("table.clause"));
        table.row("", messages.text("table.total"), "", total, "", "");
        int order = 0;
        for (Bucket bucket : buckets) {
            PayerLayer layer = layer(bucket);
            boolean payer = layer != null;
            order += payer ? 1 : 0;
            table.row(
                    payer ? Integer.toString(order) : "",
                    messages.name(bucket.name()),
                    bucket.amount().readable(),
                    bucket.left().readable(),
                    source(layer),
                    layer == null ? "" : layer.clause().text());
        }
        table.row("", messages.text("table.sum"), total, "", "", "");
        return table.lines(2);
    }

    private @Nullable PayerLayer layer(Bucket bucket) {
        for (PayerLayer layer : settlement.product().layers()) {
            if (layer.payer().equals(bucket.id())) {
                return layer;
            }
        }
        return null;
    }

    private String source(@Nullable PayerLayer layer) {
        if (layer == null) {
            return "";
        }
        return layer.computed() ? messages.text("table.computed") : messages.text("table.as-read");
    }

    List<String> accumulators() {
        if (program.accumulators().isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        table.row(
                messages.text("table.figure"),
                messages.text("table.before"),
                messages.text("table.this-case"),
                messages.text("table.after"),
                messages.text("table.how"));
        for (int index = 0; index < program.accumulators().size(); index++) {
            Accumulator accumulator = program.accumulators().get(index);
            int followed = accumulator.register();
            table.row(
                    messages.name(accumulator.name()),
                    Amounts.readable(explanation.before().get(index)),
                    quantities.value(followed, explanation.value(followed)),
                    Amounts.readable(explanation.after().get(index)),
                    how(accumulator));
        }
        return table.lines(2);
    }

    private String how(Accumulator accumulator) {
        return switch (accumulator.keeps()) {
            case SUM -> messages.text("table.keeps-sum");
            case HIGHEST -> messages.text("table.keeps-highest");
        };
    }

    List<String> limits() {
        List<Limit> limits = Limit.of(settlement.product(), explanation);
        if (limits.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        table.row(
                messages.text("table.limit-of"),
                messages.text("table.limit"),
                messages.text("table.used"),
                messages.text("table.limit-left"),
                messages.text("table.clause"));
        for (Limit limit : limits) {
            table.row(
                    messages.name(limit.trace().step().name()),
                    Amounts.readable(limit.limit()),
                    Amounts.readable(limit.used()),
                    Amounts.readable(limit.left()),
                    limit.trace().step().clause().text());
        }
        return table.lines(2);
    }
}
