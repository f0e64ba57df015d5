package fangpin.office.supervision.internal;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.access.Mask;
import fangpin.office.register.CellText;
import fangpin.office.supervision.SupervisionRefusal;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 银行流水文件 as banks write it: with a column each for what came in and went out, or one amount and its direction, or one amount with its sign.
 * Numbers of cards and persons are masked before anything is kept.
 */
public final class StatementTable implements RowHandler {
    private static final List<String> DAY =
            List.of("交易日期", "记账日期", "入账日期", "日期", "交易时间", "date", "day", "booking date");
    private static final List<String> IN = List.of("收入", "收入金额", "贷方发生额", "贷方金额", "贷方", "存入", "存入金额", "credit", "in");
    private static final List<String> OUT = List.of("支出", "支出金额", "借方发生额", "借方金额", "借方", "支取", "支取金额", "debit", "out");
    private static final List<String> AMOUNT = List.of("金额", "交易金额", "发生额", "amount");
    private static final List<String> SIDE = List.of("借贷标志", "借贷方向", "借贷", "借/贷", "收支", "收支方向", "方向", "direction");
    private static final List<String> REFERENCE = List.of("流水号", "交易流水号", "银行流水号", "核心流水号", "凭证号", "业务编号", "reference");
    private static final List<String> OTHER = List.of("对方户名", "对方名称", "对方账户名称", "对方单位", "counterparty");
    private static final List<String> WORDS = List.of("摘要", "用途", "附言", "备注", "交易摘要", "summary", "remark");
    private static final List<List<String>> COLUMNS = List.of(DAY, IN, OUT, AMOUNT, SIDE, REFERENCE, OTHER, WORDS);

    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?.*");
    private static final Pattern MONEY = Pattern.compile("[-+]?[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,19}[xX]?");
    private static final int LONGEST = 200;
    private static final int SHORT_NAME = 4;

    private final List<Row> rows = new ArrayList<>();
    private List<Integer> at;
    private long wrong;

    /** A row as it is kept. */
    public record Row(LocalDate day, long amountFen, String reference, String otherSide, String words) {}

    private StatementTable(List<String> header) {
        at = columns(header);
    }

    /** All rows of a file, or why there are none. */
    public static Answer<List<Row>> read(Path file) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> {
                StatementTable reader = new StatementTable(table.header());
                yield switch (table.read(reader)) {
                    case FileRefusal refusal -> refused(refusal);
                    case TableOutcome.AllRead _ -> reader.said();
                };
            }
        };
    }

    private static Answer<List<Row>> refused(FileRefusal refusal) {
        return Answer.refused(
                SupervisionRefusal.UNREADABLE,
                new Text(
                        refusal.message().zh().replace(refusal.file(), ""),
                        refusal.message().en().replace(refusal.file(), "")));
    }

    private Answer<List<Row>> said() {
        boolean amounts = has(1) || has(2) || has(3);
        if (!has(0) || !amounts) {
            return Answer.refused(
                    SupervisionRefusal.UNREADABLE,
                    new Text(
                            "要有“交易日期”，和“收入”“支出”两列，或“金额”一列（可带“借贷标志”）",
                            "it needs a day, and columns for what came in and went out, or one amount (with its direction)"));
        }
        if (wrong > 0) {
            return Answer.refused(SupervisionRefusal.BAD_ROW, Long.toString(wrong));
        }
        return rows.isEmpty()
                ? Answer.refused(SupervisionRefusal.UNREADABLE, new Text("没有一行流水", "there is no row"))
                : Answer.done(List.copyOf(rows));
    }

    private boolean has(int column) {
        return at.get(column) >= 0;
    }

    private static List<Integer> columns(List<String> header) {
        List<String> headings = header.stream()
                .map(heading ->
                        CellText.normal(heading).toLowerCase(Locale.ROOT).replaceAll("[（(].*[)）]$", ""))
                .toList();
        return COLUMNS.stream()
                .map(names -> names.stream()
                        .map(headings::indexOf)
                        .filter(place -> place >= 0)
                        .findFirst()
                        .orElse(-1))
                .toList();
    }

    @Override
    public void restart(List<String> header) {
        rows.clear();
        wrong = 0;
        at = columns(header);
    }

    @Override
    public void row(long row, Cells cells) {
        List<String> found = at.stream()
                .map(place -> place < 0 || place >= cells.count() ? "" : CellText.normal(cells.text(place)))
                .toList();
        if (wrong > 0 || found.stream().allMatch(String::isEmpty)) {
            return;
        }
        Optional<LocalDate> day = day(found.get(0));
        OptionalLong amount = amount(found.get(1), found.get(2), found.get(3), found.get(4));
        if (day.isEmpty() || amount.isEmpty() || amount.getAsLong() == 0) {
            wrong = row;
            return;
        }
        rows.add(new Row(
                day.get(), amount.getAsLong(), kept(found.get(5)), name(found.get(6)), masked(kept(found.get(7)))));
    }

    private static Optional<LocalDate> day(String written) {
        Matcher matcher = DATE.matcher(written);
        try {
            return matcher.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static OptionalLong amount(String in, String out, String amount, String side) {
        OptionalLong came = fen(in);
        OptionalLong went = fen(out);
        if (!in.isEmpty() || !out.isEmpty()) {
            boolean wrong = (!in.isEmpty() && came.isEmpty()) || (!out.isEmpty() && went.isEmpty());
            return wrong ? OptionalLong.empty() : OptionalLong.of(came.orElse(0) - went.orElse(0));
        }
        OptionalLong signed = fen(amount);
        if (signed.isEmpty() || side.isEmpty()) {
            return signed;
        }
        boolean outgoing = side.startsWith("借")
                || side.startsWith("支")
                || side.startsWith("付")
                || side.equalsIgnoreCase("d")
                || side.equalsIgnoreCase("debit");
        return OptionalLong.of(outgoing ? -Math.abs(signed.getAsLong()) : Math.abs(signed.getAsLong()));
    }

    private static OptionalLong fen(String written) {
        String plain =
                written.replace(",", "").replace("¥", "").replace("￥", "").strip();
        if (!MONEY.matcher(plain).matches()) {
            return OptionalLong.empty();
        }
        boolean less = plain.startsWith("-");
        String digits = less || plain.startsWith("+") ? plain.substring(1) : plain;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String parts = point < 0 ? "00" : (digits.substring(point + 1) + "0").substring(0, 2);
        long fen = 100 * Long.parseLong(whole) + Long.parseLong(parts);
        return OptionalLong.of(less ? -fen : fen);
    }

    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static String name(String name) {
        return name.length() <= SHORT_NAME ? Mask.name(name) : masked(kept(name));
    }

    private static String masked(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(found -> {
            String number = found.group();
            return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
        });
    }
}
