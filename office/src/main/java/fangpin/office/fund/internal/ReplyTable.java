package fangpin.office.fund.internal;

import fangpin.kernel.Text;
import fangpin.office.fund.BankLayout;
import fangpin.office.register.CellText;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 银行回盘文件: a row an order, with what became of it. The headings of several banks are understood. */
public sealed interface ReplyTable {
    /** 付款单号 */
    List<String> ORDER = List.of("付款单号", "商户订单号", "业务编号", "order");

    /** 金额 */
    List<String> AMOUNT = List.of("金额", "付款金额", "交易金额", "amount");

    /** 结果 */
    List<String> RESULT = List.of("结果", "处理结果", "交易状态", "状态", "result");

    /** 流水号 */
    List<String> REFERENCE = List.of("银行流水号", "流水号", "交易流水号", "reference");

    /** 失败原因 */
    List<String> REASON = List.of("失败原因", "原因", "备注", "reason");

    /** A row as it is written. */
    record Line(long row, String order, String amount, String result, String reference, String reason) {}

    /** What it says. */
    record Read(List<Line> lines) implements ReplyTable {}

    /** It is no table, or a column is not there. */
    record Refused(Text why) implements ReplyTable {}

    /** Reads a file of a bank whose layout may name further headings. */
    static ReplyTable read(Path file, BankLayout layout) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal ->
                new Refused(new Text(refusal.message().zh(), refusal.message().en()));
            case Table table -> {
                Reader reader = new Reader(table.header(), layout);
                yield switch (table.read(reader)) {
                    case FileRefusal refusal ->
                        new Refused(new Text(
                                refusal.message().zh(), refusal.message().en()));
                    case TableOutcome.AllRead _ -> reader.said();
                };
            }
        };
    }

    /** Takes the rows. */
    final class Reader implements RowHandler {
        private static final List<List<String>> COLUMNS = List.of(ORDER, AMOUNT, RESULT, REFERENCE, REASON);
        private static final List<BankLayout.ReplyField> FIELDS = List.of(BankLayout.ReplyField.values());
        private static final int NEEDED = 3;

        private final List<Line> lines = new ArrayList<>();
        private final BankLayout layout;
        private List<Integer> at;

        Reader(List<String> header, BankLayout layout) {
            this.layout = layout;
            at = columns(layout, header);
        }

        private static List<Integer> columns(BankLayout layout, List<String> header) {
            List<String> headings = header.stream()
                    .map(heading -> CellText.normal(heading).toLowerCase(Locale.ROOT))
                    .toList();
            return IntStream.range(0, COLUMNS.size())
                    .mapToObj(field -> Stream.concat(
                                    layout.headings(FIELDS.get(field)).stream()
                                            .map(heading ->
                                                    CellText.normal(heading).toLowerCase(Locale.ROOT)),
                                    COLUMNS.get(field).stream())
                            .map(headings::indexOf)
                            .filter(place -> place >= 0)
                            .findFirst()
                            .orElse(-1))
                    .toList();
        }

        @Override
        public void restart(List<String> header) {
            lines.clear();
            at = columns(layout, header);
        }

        @Override
        public void row(long row, Cells cells) {
            List<String> found = at.stream()
                    .map(place -> place < 0 || place >= cells.count() ? "" : CellText.normal(cells.text(place)))
                    .toList();
            if (found.stream().anyMatch(text -> !text.isEmpty())) {
                lines.add(new Line(row, found.get(0), found.get(1), found.get(2), found.get(3), found.get(4)));
            }
        }

        ReplyTable said() {
            if (at.subList(0, NEEDED).stream().anyMatch(place -> place < 0)) {
                return new Refused(new Text(
                        "文件里要有“付款单号”“金额”“结果”三列。",
                        "The file needs the columns 付款单号, 金额 and 结果 (order, amount, result)."));
            }
            return new Read(lines);
        }
    }
}
