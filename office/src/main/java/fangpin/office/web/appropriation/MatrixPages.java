package fangpin.office.web.appropriation;

import fangpin.kernel.Text;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundRules;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 层级与用途: what each level's money that came to a division in a year is for, with a warning where the two do not go together. */
@Controller
public class MatrixPages {
    private final FundDocuments documents;
    private final FundRules rules;
    private final Laws laws;

    MatrixPages(FundDocuments documents, FundRules rules, Laws laws) {
        this.documents = documents;
        this.rules = rules;
        this.laws = laws;
    }

    /**
     * 一格.
     *
     * @param unfit why the level's money does not go with the purpose; null where nothing speaks against it
     */
    public record Cell(long fen, FundRules.@Nullable Unfit unfit) {
        Cell plus(long more) {
            return new Cell(fen + more, unfit);
        }
    }

    /** 一个用途. */
    public record Row(Text name, Map<FundOrigin, Cell> cells) {
        /** Of all levels. */
        public long sumFen() {
            return cells.values().stream().mapToLong(Cell::fen).sum();
        }
    }

    /** 层级与用途页. */
    public record MatrixPage(int year, List<Row> rows, List<Law> laws) {
        /** What a level gives for all purposes. */
        public long sumFen(FundOrigin origin) {
            return rows.stream()
                    .map(row -> row.cells().get(origin))
                    .mapToLong(cell -> cell == null ? 0 : cell.fen())
                    .sum();
        }

        /** What all levels give for all purposes. */
        public long sumFen() {
            return rows.stream().mapToLong(Row::sumFen).sum();
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-matrix")
    PageView matrix(Desk desk, @RequestParam(defaultValue = "") String year) {
        return PageView.of("appropriation/matrix.jte", page(desk), shown(desk, Form.year(desk, year)));
    }

    private static Page page(Desk desk) {
        return FundDocumentPages.page(desk, "appropriation.matrix")
                .under(desk.words().of("web.place.fund-documents"), "/fund-documents");
    }

    private MatrixPage shown(Desk desk, int year) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (FundDocument document : documents.list(desk.actor(), year, false)) {
            if (document.state() == FundDocument.State.CONFIRMED) {
                document.items().forEach(item -> add(desk, rows, document, item));
            }
        }
        return new MatrixPage(year, List.copyOf(rows.values()), laws.of("WHT"));
    }

    private void add(Desk desk, Map<String, Row> rows, FundDocument document, FundDocument.Item item) {
        Row row = rows.computeIfAbsent(
                document.pack() + "/" + item.item(),
                key -> new Row(rules.itemName(document.pack(), item.item()), new EnumMap<>(FundOrigin.class)));
        Optional<FundRules.Unfit> unfit = rules.pack(desk.actor(), document.pack())
                .flatMap(pack -> FundRules.unfit(pack, document.origin(), item.item()));
        row.cells()
                .merge(
                        document.origin(),
                        new Cell(item.amountFen(), unfit.orElse(null)),
                        (one, more) -> one.plus(more.fen()));
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-matrix/export")
    Object export(Desk desk, @RequestParam(defaultValue = "") String year) {
        MatrixPage it = shown(desk, Form.year(desk, year));
        Page page = page(desk);
        Show show = Show.to(desk);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(page.say("appropriation.item"), Column.Kind.TEXT));
        for (FundOrigin origin : FundOrigin.values()) {
            columns.add(new Column(page.say(origin.key()), Column.Kind.MONEY));
        }
        columns.add(new Column(page.say("register.sum"), Column.Kind.MONEY));
        columns.add(new Column(page.say("appropriation.matrix.warnings"), Column.Kind.TEXT));
        return ExcelFile.answer(page.title() + " " + it.year() + ".xlsx", ExcelFile.of(columns, rows -> {
            for (Row row : it.rows()) {
                rows.text(show.text(row.name()));
                List<String> warnings = new ArrayList<>();
                for (FundOrigin origin : FundOrigin.values()) {
                    Cell cell = row.cells().getOrDefault(origin, new Cell(0, null));
                    rows.money(cell.fen());
                    FundRules.Unfit unfit = cell.unfit();
                    if (unfit != null) {
                        warnings.add(page.say(unfit.key(), page.say(origin.key()), show.text(row.name())));
                    }
                }
                rows.money(row.sumFen()).text(String.join(" ", warnings)).endRow();
            }
        }));
    }
}
