package fangpin.office.web.supervision;

import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.register.Division;
import fangpin.office.supervision.BoardChoice;
import fangpin.office.supervision.BoardLine;
import fangpin.office.supervision.FundBoard;
import fangpin.office.web.Bars;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.tables.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资金监管看板 (WH6 §3.4): invested, allocated, spent, used; each figure a door to its rows, down to the payment and back to the document. */
@Controller
public class BoardPages {
    private static final int BARS = 12;

    private final FundBoard board;
    private final Naming naming;
    private final Audit audit;

    BoardPages(FundBoard board, Naming naming, Audit audit) {
        this.board = board;
        this.naming = naming;
        this.audit = audit;
    }

    /** A choice made, with the address without it. */
    public record Chip(String words, String without) {}

    /** 看板页. */
    public record BoardPage(
            Query query,
            BoardChoice.By by,
            BoardLine sum,
            List<BoardLine> lines,
            Map<String, String> names,
            List<BoardLine> below,
            Map<String, String> belowNames,
            List<Division> chain,
            List<Chip> chips,
            Bars bars,
            List<Integer> years) {
        /** Where a row of the board leads: deeper, or to its lines where there is nothing below. */
        public String door(BoardLine line) {
            return switch (by) {
                case DIVISION ->
                    line.key().equals(place())
                            ? linesOf(line)
                            : query.with("place", line.key()).address();
                case ORIGIN ->
                    query.with("origin", line.key()).with("by", "item").address();
                case ITEM -> query.with("item", line.key()).with("by", "").address();
                case USE -> linesOf(line);
                case YEAR -> query.with("year", line.key()).with("by", "").address();
            };
        }

        private String place() {
            return chain.isEmpty() ? "" : chain.getLast().path();
        }

        /** The budget lines behind a row. */
        public String linesOf(BoardLine line) {
            Query lines = new Query("/fund-board/lines", query.values()).with("by", "");
            return (switch (by) {
                        case DIVISION ->
                            lines.with("place", line.key())
                                    .with("alone", line.key().equals(place()) ? "1" : "");
                        case ORIGIN -> lines.with("origin", line.key());
                        case ITEM -> lines.with("item", line.key());
                        case USE -> lines.with("use", line.key());
                        case YEAR -> lines.with("year", line.key());
                    })
                    .address();
        }

        /** 12.3% */
        public static String percent(BoardLine line) {
            return line.usedPermille() / 10 + "." + line.usedPermille() % 10 + "%";
        }
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-board")
    PageView board(Desk desk, @RequestParam Map<String, String> fields) {
        BoardAsked asked = BoardAsked.of(desk, "/fund-board", fields);
        List<BoardLine> lines = board.lines(desk.actor(), asked.choice(), asked.by());
        Map<String, String> names = naming.rows(desk, asked.by(), lines);
        List<BoardLine> below =
                asked.by() == BoardChoice.By.DIVISION ? board.usedBelow(desk.actor(), asked.choice()) : List.of();
        BoardPage shown = new BoardPage(
                asked.query(),
                asked.by(),
                lines.stream().reduce(BoardLine.none(), BoardLine::plus),
                lines,
                names,
                below,
                naming.rows(desk, BoardChoice.By.DIVISION, below),
                naming.chain(desk, asked.choice().place()),
                chips(desk, asked),
                new Bars(List.of()),
                board.years(desk.actor()));
        return PageView.of("supervision/board.jte", page(desk), withBars(shown));
    }

    private static BoardPage withBars(BoardPage page) {
        List<Bars.Bar> bars = page.lines().stream()
                .filter(line -> line.investedFen() > 0)
                .sorted(Comparator.comparingLong(BoardLine::investedFen).reversed())
                .limit(BARS)
                .map(line -> new Bars.Bar(
                        shortened(page.names().getOrDefault(line.key(), line.key())),
                        line.usedPermille() / 10,
                        page.door(line),
                        line.usedPermille() >= 500 ? "fill-supp" : "fill-assist"))
                .toList();
        return new BoardPage(
                page.query(),
                page.by(),
                page.sum(),
                page.lines(),
                page.names(),
                page.below(),
                page.belowNames(),
                page.chain(),
                page.chips(),
                new Bars(bars),
                page.years());
    }

    private static String shortened(String name) {
        return name.length() > 7 ? name.substring(0, 6) + "…" : name;
    }

    private List<Chip> chips(Desk desk, BoardAsked asked) {
        List<Chip> chips = new ArrayList<>();
        BoardChoice choice = asked.choice();
        if (!choice.origin().isEmpty()) {
            chips.add(new Chip(
                    java.util.Arrays.stream(FundOrigin.values())
                            .filter(one -> one.word().equals(choice.origin()))
                            .findFirst()
                            .map(origin -> desk.words().of(origin.key()))
                            .orElse(choice.origin()),
                    asked.query().with("origin", "").address()));
        }
        if (!choice.item().isEmpty()) {
            chips.add(new Chip(
                    naming.row(desk, BoardChoice.By.ITEM, choice.item()),
                    asked.query().with("item", "").address()));
        }
        if (!choice.use().isEmpty()) {
            chips.add(new Chip(
                    naming.row(desk, BoardChoice.By.USE, choice.use()),
                    asked.query().with("use", "").address()));
        }
        return chips;
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-board/export")
    ResponseEntity<byte[]> workbook(Desk desk, @RequestParam Map<String, String> fields) {
        BoardAsked asked = BoardAsked.of(desk, "/fund-board", fields);
        List<BoardLine> lines = board.lines(desk.actor(), asked.choice(), asked.by());
        Map<String, String> names = naming.rows(desk, asked.by(), lines);
        exported(desk, "fund-board", lines.size());
        List<Column> columns = List.of(
                column(desk, "by." + asked.by().word(), Column.Kind.TEXT),
                column(desk, "invested", Column.Kind.MONEY),
                column(desk, "allocated", Column.Kind.MONEY),
                column(desk, "spent", Column.Kind.MONEY),
                column(desk, "used", Column.Kind.MONEY),
                column(desk, "free", Column.Kind.MONEY),
                column(desk, "used-share", Column.Kind.TEXT));
        return ExcelFile.answer(
                desk.words().of("web.place.fund-board") + " " + desk.today() + ".xlsx",
                ExcelFile.of(
                        columns,
                        rows -> lines.forEach(line -> rows.text(names.getOrDefault(line.key(), line.key()))
                                .money(line.investedFen())
                                .money(line.allocatedFen())
                                .money(line.spentFen())
                                .money(line.paidFen())
                                .money(line.freeFen())
                                .text(BoardPage.percent(line))
                                .endRow())));
    }

    private void exported(Desk desk, String what, int rows) {
        audit.recordApart(desk.actor(), AuditAction.EXPORTED, what, Map.of("rows", Integer.toString(rows)));
    }

    private static Column column(Desk desk, String key, Column.Kind kind) {
        return new Column(desk.words().of("supervision." + key), kind);
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.fund-board"), List.of(), Place.FUND_BOARD);
    }
}
