package fangpin.office.settlement.internal;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** 对账文件: bill numbers and amounts, with the hospital's code where it is about several. */
public final class StatementFile implements RowHandler {
    private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final List<String> BILL = List.of("账单号", "bill_id");
    private static final List<String> AMOUNT = List.of("金额", "本险支付", "补充保险支付", "amount", "supplementary_paid");
    private static final List<String> HOSPITAL = List.of("医院代码", "hospital_code");
    private static final int MOST_ROWS = 500_000;

    private final boolean many;
    private final Map<Line, Long> lines = new TreeMap<>();
    private int bill;
    private int amount;
    private int hospital;
    private long wrong;

    private StatementFile(boolean many, List<String> header) {
        this.many = many;
        columns(header);
    }

    /**
     * A bill as a statement names it.
     *
     * @param hospital its code in small letters; empty where the whole statement is one hospital's
     */
    public record Line(String hospital, String bill) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            int byHospital = hospital.compareTo(other.hospital);
            return byHospital != 0 ? byHospital : bill.compareTo(other.bill);
        }
    }

    /** The amounts of a file, fen by bill; several lines of one bill are summed. */
    public static Answer<Map<Line, Long>> read(Path file, boolean many) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> {
                StatementFile reader = new StatementFile(many, table.header());
                yield switch (table.read(reader)) {
                    case FileRefusal refusal -> refused(refusal);
                    case TableOutcome.AllRead _ -> reader.found();
                };
            }
        };
    }

    private static Answer<Map<Line, Long>> refused(FileRefusal refusal) {
        return Answer.refused(
                SettlementRefusal.FILE_REFUSED,
                new Text(
                        refusal.message().zh().replace(refusal.file(), ""),
                        refusal.message().en().replace(refusal.file(), "")));
    }

    private Answer<Map<Line, Long>> found() {
        if (bill < 0 || amount < 0 || (many && hospital < 0)) {
            String missing = bill < 0 ? BILL.getFirst() : amount < 0 ? AMOUNT.getFirst() : HOSPITAL.getFirst();
            return Answer.refused(SettlementRefusal.COLUMNS_MISSING, missing);
        }
        return wrong > 0
                ? Answer.refused(SettlementRefusal.STATEMENT_ROW, Long.toString(wrong))
                : lines.size() > MOST_ROWS
                        ? Answer.refused(SettlementRefusal.TOO_MANY_ROWS, MOST_ROWS)
                        : Answer.done(lines);
    }

    private void columns(List<String> header) {
        bill = column(header, BILL);
        amount = column(header, AMOUNT);
        hospital = column(header, HOSPITAL);
    }

    private static int column(List<String> header, List<String> names) {
        for (int at = 0; at < header.size(); at++) {
            if (names.contains(header.get(at))) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void restart(List<String> header) {
        lines.clear();
        wrong = 0;
        columns(header);
    }

    @Override
    public void row(long row, Cells cells) {
        int last = Math.max(Math.max(bill, amount), many ? hospital : -1);
        if (bill < 0 || amount < 0 || (many && hospital < 0) || wrong > 0) {
            return;
        }
        String money = cells.count() > last ? cells.text(amount).strip() : "";
        String number = cells.count() > last ? cells.text(bill).strip() : "";
        if (number.isEmpty()
                || number.indexOf('\0') >= 0
                || !MONEY.matcher(money).matches()) {
            wrong = row;
            return;
        }
        String code = many ? cells.text(hospital).strip().toLowerCase(java.util.Locale.ROOT) : "";
        lines.merge(new Line(code.replace('\0', ' '), number), fen(money), Long::sum);
    }

    private static long fen(String money) {
        boolean less = money.startsWith("-");
        String plain = less ? money.substring(1) : money;
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String parts = point < 0 ? "00" : (plain.substring(point + 1) + "0").substring(0, 2);
        long fen = 100 * Long.parseLong(whole) + Long.parseLong(parts);
        return less ? -fen : fen;
    }
}
