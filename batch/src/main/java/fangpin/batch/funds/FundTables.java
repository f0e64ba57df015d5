package fangpin.batch.funds;

import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.ItemSplit;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.tables.Column;
import fangpin.tables.RowBuffer;
import java.util.List;
import java.util.Locale;

/** The result files about public money: their columns and rows. */
public final class FundTables {
    private FundTables() {}

    private static Column text(String name) {
        return new Column(name, Column.Kind.TEXT);
    }

    private static Column money(String name) {
        return new Column(name, Column.Kind.MONEY);
    }

    private static Column number(String name) {
        return new Column(name, Column.Kind.NUMBER);
    }

    // ----------------------------------------------------------------------------------------------------- allocation

    public static List<Column> allocation() {
        return List.of(text("division"), text("item"), money("amount"), text("of_which"));
    }

    /** A row for each division and item: what it holds together with the units inside it. */
    public static void write(Allocation allocation, RowBuffer rows) {
        for (Division division : allocation.scheme().divisions()) {
            String parent = division.parent();
            for (FundItem item : allocation.scheme().items()) {
                rows.text(division.code())
                        .text(item.id())
                        .money(allocation.amount(division, item).amount())
                        .text(parent == null ? "" : parent)
                        .endRow();
            }
        }
    }

    public static List<Column> shares() {
        return List.of(
                text("division"),
                text("item"),
                text("clause"),
                text("level"),
                text("method"),
                money("item_amount"),
                money("own_amount"),
                text("basis"),
                number("stated"),
                number("stated_total"),
                money("quantum"),
                number("whole_quanta"),
                number("remainder"),
                number("remainder_rank"),
                text("one_more"));
    }

    /** A row for each division and item: why a unit's own share, without the units inside it, is what it is. */
    public static void writeShares(Allocation allocation, RowBuffer rows) {
        for (ItemSplit split : allocation.splits()) {
            FundItem item = split.item();
            long all = allocation.total(item).amount();
            long quantum = allocation.scheme().quantum().amount();
            for (ItemSplit.Share share : split.shares()) {
                rows.text(share.division().code())
                        .text(item.id())
                        .text(item.clause().text())
                        .text(item.source().level().name().toLowerCase(Locale.ROOT));
                rows.text(method(item.method()))
                        .money(all)
                        .money(share.amount().amount())
                        .text(basis(item.method()));
                reason(share.basis(), quantum, rows);
                rows.endRow();
            }
        }
    }

    private static String method(FundItem.Method method) {
        return switch (method) {
            case FundItem.ByHeadcount _ -> "by-headcount";
            case FundItem.Given _ -> "given";
            case FundItem.Matching _ -> "matching";
        };
    }

    private static String basis(FundItem.Method method) {
        return switch (method) {
            case FundItem.ByHeadcount byHeadcount -> byHeadcount.measure();
            case FundItem.Given given -> given.measure();
            case FundItem.Matching matching -> matching.item() + " " + matching.ratio();
        };
    }

    private static void reason(ItemSplit.Basis basis, long quantum, RowBuffer rows) {
        switch (basis) {
            case ItemSplit.Apportioned apportioned ->
                rows.number(apportioned.headcount())
                        .number(apportioned.part().weights())
                        .money(quantum)
                        .number(apportioned.part().whole())
                        .number(apportioned.part().remainder())
                        .number(apportioned.part().rank())
                        .text(apportioned.part().raised() ? "yes" : "no");
            case ItemSplit.Matched matched -> {
                rows.text(matched.share().yuan());
                nothing(6, rows);
            }
            case ItemSplit.Stated _ -> nothing(7, rows);
        }
    }

    private static void nothing(int cells, RowBuffer rows) {
        for (int cell = 0; cell < cells; cell++) {
            rows.text("");
        }
    }

    // -------------------------------------------------------------------------------------------------------- premium

    public static List<Column> premium() {
        return List.of(
                text("division"), text("product"), text("payer"), number("headcount"), money("rate"), money("amount"));
    }

    /**
     * A row for each division, product and payer, then what was carried over and what is due. Money that found nothing to pay stands
     * after a division's products, without product, headcount and rate.
     */
    public static void write(PremiumDue due, RowBuffer rows) {
        for (DivisionPremium division : due.divisions()) {
            for (LineDue line : division.lines()) {
                line.payments()
                        .forEach(payment -> write(
                                division,
                                line,
                                payment.payer().id(),
                                payment.amount().amount(),
                                rows));
                write(
                        division,
                        line,
                        PremiumDue.CARRIED_OVER,
                        line.carriedOver().amount(),
                        rows);
                write(division, line, "due", line.due().amount(), rows);
            }
            division.surpluses()
                    .forEach(surplus -> rows.text(division.code())
                            .text("")
                            .text("surplus-" + surplus.of())
                            .text("")
                            .text("")
                            .money(surplus.amount().amount())
                            .endRow());
        }
    }

    private static void write(DivisionPremium division, LineDue line, String payer, long fen, RowBuffer rows) {
        rows.text(division.code())
                .text(line.line().product())
                .text(payer)
                .text(line.headcount())
                .money(line.line().rate().amount())
                .money(fen)
                .endRow();
    }
}
