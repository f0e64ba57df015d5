package fangpin.office.settlement.internal;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.Lines;
import fangpin.tables.RowHandler;
import fangpin.tables.TableOutcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * 账单文件: a file found whole, whose columns are known.
 *
 * @param header as it stands in the file
 * @param rows how many there are below it
 */
public record BillFile(Lines lines, List<String> header, BillColumns columns, int rows) {
    /** Rows of a file; a hospital's month has fewer. */
    public static final int MOST_ROWS = 500_000;

    /** A row of the file with what is to be kept of it. */
    public record Line(long number, List<String> cells, BillColumns.Row row) {}

    /** Reads a file through once; nothing of it is kept. */
    public static Answer<BillFile> open(Path file, String fileName, Product product) {
        return switch (Lines.open(file)) {
            case FileRefusal refusal -> refused(refusal, fileName);
            case Lines lines -> {
                Counter counter = new Counter();
                yield switch (lines.read(counter)) {
                    case FileRefusal refusal -> refused(refusal, fileName);
                    case TableOutcome.AllRead _ -> counted(lines, counter, product);
                };
            }
        };
    }

    private static Answer<BillFile> counted(Lines lines, Counter counter, Product product) {
        if (counter.rows > MOST_ROWS) {
            return Answer.refused(SettlementRefusal.TOO_MANY_ROWS, MOST_ROWS);
        }
        return BillColumns.of(product, counter.header)
                .map(columns -> new BillFile(lines, counter.header, columns, counter.rows));
    }

    private static Answer<BillFile> refused(FileRefusal refusal, String fileName) {
        return Answer.refused(
                SettlementRefusal.FILE_REFUSED,
                new Text(
                        refusal.message().zh().replace(refusal.file(), fileName),
                        refusal.message().en().replace(refusal.file(), fileName)));
    }

    /** Every row, checked, in the order of the file. */
    public void read(LocalDate today, Consumer<Line> taker) {
        if (lines.read(new Reader(today, taker)) instanceof FileRefusal refusal) {
            throw new IllegalStateException("a file that was whole is not: " + refusal.reason());
        }
    }

    private static List<String> texts(Cells cells) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < cells.count(); at++) {
            texts.add(cells.text(at));
        }
        return texts;
    }

    private static final class Counter implements RowHandler {
        private List<String> header = List.of();
        private int rows = -1;

        @Override
        public void row(long row, Cells cells) {
            if (rows < 0) {
                header = List.copyOf(texts(cells));
            }
            rows++;
        }

        @Override
        public void restart(List<String> again) {
            throw new IllegalStateException("lines are never read again");
        }
    }

    private final class Reader implements RowHandler {
        private final LocalDate today;
        private final Consumer<Line> taker;
        private final Set<String> seen = new HashSet<>();
        private boolean below;
        private long last;

        Reader(LocalDate today, Consumer<Line> taker) {
            this.today = today;
            this.taker = taker;
        }

        @Override
        public void row(long written, Cells cells) {
            // a damaged workbook may number rows twice or backwards: each keeps a number of its own
            last = Math.max(written, last + 1);
            if (!below) {
                below = true;
                return;
            }
            List<String> texts = texts(cells);
            while (lines.shortens() && texts.size() < columns.width()) {
                texts.add("");
            }
            taker.accept(new Line(last, texts, checked(cells, texts)));
        }

        private BillColumns.Row checked(Cells cells, List<String> texts) {
            if (texts.size() == columns.width()) {
                for (int column : columns.numberColumns()) {
                    if (cells.lostDigits(column)) {
                        return BillColumns.Row.wrong(SettlementRefusal.BAD_ID, column);
                    }
                }
            }
            BillColumns.Row row = columns.read(texts, today);
            return row.message() == null || seen.add(row.message().billNumber())
                    ? row
                    : BillColumns.Row.wrong(SettlementRefusal.DUPLICATE_BILL, columns.billColumn());
        }

        @Override
        public void restart(List<String> again) {
            throw new IllegalStateException("lines are never read again");
        }
    }
}
