package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Statement.Column;
import fangpin.kernel.provision.Statement.Kind;
import fangpin.kernel.provision.Statement.Row;
import fangpin.kernel.time.Period;
import fangpin.packs.load.ProvisionsReader.Head;
import fangpin.packs.words.Quantity;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table of amounts, and holds its sums against their parts. */
final class StatementReader {
    private static final int MOST = 999_999_999;

    private final Clauses clauses;

    StatementReader(Clauses clauses) {
        this.clauses = clauses;
    }

    private record Cell(Row row, Column column) {}

    Statement statement(Cursor item) {
        Head head = Head.of(item, clauses);
        Period period = item.optional("period").map(StatementReader::period).orElse(null);
        item.context().figuresUnder(head.clause());
        List<Cursor> columnItems = item.field("columns").items();
        List<Column> columns = columnItems.stream().map(StatementReader::column).toList();
        int before = item.context().problems.size();
        Map<Cell, Place> places = new HashMap<>();
        List<Cursor> rowItems = item.field("rows").items();
        List<Row> rows = rowItems.stream()
                .map(row -> row(row, head.clause(), columns, places))
                .toList();
        parts(columnItems, columns.stream().map(Column::id).toList());
        parts(rowItems, rows.stream().map(Row::id).toList());
        Statement statement = new Statement(head.id(), head.name(), head.clause(), period, columns, rows);
        if (item.context().problems.size() > before || item.context().waits()) {
            return statement;
        }
        for (Statement.Difference difference : statement.differences()) {
            Place place = places.getOrDefault(new Cell(difference.row(), difference.column()), item.place());
            doesNotTie(item.context(), place, difference);
        }
        return statement;
    }

    private static Period period(Cursor field) {
        Period period = Values.period(field);
        field.done();
        return period;
    }

    private static Column column(Cursor item) {
        Column column = new Column(
                item.field("id").word(),
                item.field("name").text(),
                item.field("counts").choice(Kind.values()),
                item.optional("sum_of").map(Cursor::words).orElse(List.of()));
        item.done();
        return column;
    }

    private Row row(Cursor item, ClauseId own, List<Column> columns, Map<Cell, Place> places) {
        String id = item.field("id").word();
        Text name = item.field("name").text();
        List<String> sumOf = item.optional("sum_of").map(Cursor::words).orElse(List.of());
        Cursor field = item.field("cells");
        List<Cursor> cells = field.items();
        Map<String, Long> amounts = new HashMap<>();
        for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
            Column column = columns.get(at);
            amount(cells.get(at), column.kind()).ifPresent(amount -> amounts.put(column.id(), amount));
        }
        if (cells.size() != columns.size() && field.isList()) {
            field.wrongType(
                    columns.size() + " 格，每列一格，空格写 \"\"", columns.size() + " cells, one a column, a blank one as \"\"");
        }
        Optional<Cursor> stated = item.optional("clause");
        ClauseId clause = stated.map(clauses::cited).orElse(own);
        item.context().figuresUnder(clause);
        item.done();
        Row row = new Row(id, name, clause, sumOf, Map.copyOf(amounts));
        for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
            places.put(new Cell(row, columns.get(at)), cells.get(at).place());
        }
        return row;
    }

    private static Optional<Long> amount(Cursor cell, Kind kind) {
        if (cell.cell().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case MONEY -> Values.money(cell).amount();
                    case COUNT -> (long) Values.count(cell, 0, MOST);
                    case SHARE -> Values.ratio(cell).ppm();
                });
    }

    /** Ids stand once, and a sum is of others that stand there. */
    private static void parts(List<Cursor> items, List<String> ids) {
        for (int at = 0; at < items.size(); at++) {
            String id = ids.get(at);
            if (ids.indexOf(id) < at && !id.isEmpty()) {
                ProvisionsReader.twice(items.get(at).field("id"), id);
            }
            for (Cursor part :
                    items.get(at).optional("sum_of").map(Cursor::items).orElse(List.of())) {
                List<String> others =
                        ids.stream().filter(other -> !other.equals(id)).toList();
                if (!others.contains(part.word())) {
                    part.unknownWord(part.word(), others);
                }
            }
        }
    }

    private static void doesNotTie(Context context, Place place, Statement.Difference difference) {
        Quantity stated = new Quantity(difference.column().kind(), difference.stated());
        Quantity summed = new Quantity(difference.column().kind(), difference.summed());
        Quantity off = new Quantity(difference.column().kind(), difference.amount());
        String read = stated.plain();
        Text row = difference.row().name();
        Text column = difference.column().name();
        context.problem(
                place,
                Problem.Reason.DOES_NOT_TIE,
                read,
                "“" + row.zh() + "”的“" + column.zh() + "”写作 " + read + "，各项之和是 " + summed.plain() + "，相差 " + off.plain()
                        + "；请核对原文，原文如此则去掉 sum_of，写入 contradictions。",
                "\"" + column.en() + "\" of \"" + row.en() + "\" is stated as " + read + ", its parts come to "
                        + summed.plain() + ", a difference of " + off.plain()
                        + "; check it against the document; if that is what it prints, leave sum_of out and say so under"
                        + " contradictions.");
    }
}
