package fangpin.office.web.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundLevel;
import fangpin.kernel.allocation.Proportion;
import fangpin.kernel.money.Fen;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 资金分配表 (WH6 annex): an allocation as its document prints it: divisions down, items across under their level, "of which" in the cell. */
@Component
final class AllocationPaper {
    private final Allocations allocations;
    private final AllocationTables tables;

    AllocationPaper(Allocations allocations, AllocationTables tables) {
        this.allocations = allocations;
        this.tables = tables;
    }

    FundPaper of(Desk desk, Page page, FundAllocation allocation) {
        Show show = Show.to(desk);
        String title = show.text(tables.name(allocation, page.say("appropriation.by-hand")));
        List<Block> blocks = new ArrayList<>();
        AllocationTables.Shown shown = tables.of(desk, allocation);
        AllocationScheme scheme = allocations.scheme(desk.actor(), allocation).orElse(null);
        blocks.add(FundPaper.sentence(
                page,
                "appropriation.paper.allocation-words",
                Piece.words(String.valueOf(allocation.year())),
                new Piece(Wan.exact(shown.sumFen()), "/fund-allocations/" + allocation.id()),
                Piece.words(allocation.number() == null ? "　" : allocation.number())));
        if (allocation.tiltWholeFen() > 0) {
            blocks.add(FundPaper.sentence(
                    page,
                    "appropriation.paper.tilt-words",
                    new Piece(Wan.exact(allocation.tiltPartFen()), "/fund-allocations/" + allocation.id()),
                    Piece.words(new Proportion(new Fen(allocation.tiltPartFen()), new Fen(allocation.tiltWholeFen()))
                            .percent())));
        }
        Map<FundLevel, List<AllocationTables.Row>> levels = new LinkedHashMap<>();
        shown.rows().stream()
                .filter(AllocationTables.Row::fromAbove)
                .forEach(row -> levels.computeIfAbsent(
                                scheme == null
                                        ? FundLevel.CITY
                                        : scheme.item(row.item())
                                                .orElseThrow()
                                                .source()
                                                .level(),
                                level -> new ArrayList<>())
                        .add(row));
        blocks.add(table(page, title, shown, levels, scheme != null));
        return new FundPaper(
                "allocation-" + allocation.id(),
                title,
                "",
                blocks,
                scheme == null ? List.of() : List.of("WH6 annex", "WH6 §1.1", "WH6 §3.3"));
    }

    private static Block table(
            Page page,
            String title,
            AllocationTables.Shown shown,
            Map<FundLevel, List<AllocationTables.Row>> levels,
            boolean subtotals) {
        List<String> head =
                new ArrayList<>(List.of(page.say("appropriation.place"), page.say("appropriation.paper.fund-total")));
        levels.forEach((level, rows) -> {
            if (subtotals) {
                head.add(page.say(
                        "appropriation.paper.subtotal",
                        page.say(FundOrigin.of(level).key())));
            }
            rows.forEach(row -> head.add(row.name()));
        });
        List<List<Piece>> rows = new ArrayList<>();
        for (int at = 0; at < shown.heads().size(); at++) {
            AllocationTables.Head one = shown.heads().get(at);
            if (!one.inside()) {
                int inner = at + 1 < shown.heads().size()
                                && shown.heads().get(at + 1).inside()
                        ? at + 1
                        : -1;
                rows.add(row(page, shown, levels, subtotals, at, inner));
            }
        }
        rows.add(sums(page, shown, levels, subtotals));
        return new FundPaper.Table(title, head, rows);
    }

    private static List<Piece> row(
            Page page,
            AllocationTables.Shown shown,
            Map<FundLevel, List<AllocationTables.Row>> levels,
            boolean subtotals,
            int at,
            int inner) {
        String innerName = inner < 0 ? "" : shown.heads().get(inner).name();
        List<Piece> cells = new ArrayList<>();
        cells.add(Piece.words(
                shown.heads().get(at).name() + (inner < 0 ? "" : page.say("appropriation.paper.with", innerName, ""))));
        cells.add(cell(
                page,
                innerName,
                shown.sums().get(at),
                inner < 0 ? 0 : shown.sums().get(inner)));
        levels.values().forEach(rows -> {
            if (subtotals) {
                cells.add(cell(page, innerName, sum(rows, at), inner < 0 ? 0 : sum(rows, inner)));
            }
            rows.forEach(row -> cells.add(cell(
                    page,
                    innerName,
                    row.figures().get(at).amountFen(),
                    inner < 0 ? 0 : row.figures().get(inner).amountFen())));
        });
        return cells;
    }

    private static long sum(List<AllocationTables.Row> rows, int at) {
        return rows.stream().mapToLong(row -> row.figures().get(at).amountFen()).sum();
    }

    private static Piece cell(Page page, String innerName, long fen, long innerFen) {
        return Piece.words(
                fen == 0
                        ? ""
                        : Wan.exact(fen)
                                + (innerFen == 0
                                        ? ""
                                        : page.say("appropriation.paper.with", innerName, Wan.exact(innerFen))));
    }

    private static List<Piece> sums(
            Page page,
            AllocationTables.Shown shown,
            Map<FundLevel, List<AllocationTables.Row>> levels,
            boolean subtotals) {
        List<Piece> cells =
                new ArrayList<>(List.of(Piece.words(page.say("register.sum")), Piece.words(Wan.exact(shown.sumFen()))));
        levels.values().forEach(rows -> {
            if (subtotals) {
                cells.add(Piece.words(Wan.exact(
                        rows.stream().mapToLong(AllocationTables.Row::sumFen).sum())));
            }
            rows.forEach(row -> cells.add(Piece.words(Wan.exact(row.sumFen()))));
        });
        return cells;
    }
}
