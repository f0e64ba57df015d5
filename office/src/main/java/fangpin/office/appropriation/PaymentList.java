package fangpin.office.appropriation;

import fangpin.kernel.Text;
import fangpin.office.fund.Yuan;
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

/** 发放名单: a table of persons with what each gets, as offices keep it in Excel. */
public sealed interface PaymentList {
    /** Rows of a list; a county's programme has fewer. */
    int MOST_ROWS = 200_000;

    /**
     * A row as it is written.
     *
     * @param row in the file, the heading is row 1
     * @param idNumber in capitals, its blanks gone
     * @param account empty where the register's is meant
     * @param amountFen 0 where it is not written like an amount
     */
    record Row(long row, String name, String idNumber, String account, String bank, long amountFen) {}

    /** What it says. */
    record Read(List<Row> rows) implements PaymentList {}

    /** It is no table, or a column is not there. */
    record Refused(Text why) implements PaymentList {}

    /** Reads a file. */
    static PaymentList read(Path file) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal ->
                new Refused(new Text(refusal.message().zh(), refusal.message().en()));
            case Table table -> {
                Reader reader = new Reader(table.header());
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
        private static final List<List<String>> COLUMNS = List.of(
                List.of("姓名", "收款人", "户名", "name"),
                List.of("身份证号码", "身份证号", "证件号码", "公民身份号码", "id number"),
                List.of("金额", "发放金额", "补助金额", "amount"),
                List.of("账号", "银行卡号", "一卡通账号", "社保卡号", "account"),
                List.of("开户行", "开户银行", "bank"));
        private static final int NEEDED = 3;

        private final List<Row> rows = new ArrayList<>();
        private List<Integer> at;

        Reader(List<String> header) {
            at = columns(header);
        }

        private static List<Integer> columns(List<String> header) {
            List<String> headings = header.stream()
                    .map(heading -> CellText.normal(heading).toLowerCase(Locale.ROOT))
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
            at = columns(header);
        }

        @Override
        public void row(long row, Cells cells) {
            List<String> found = at.stream()
                    .map(place -> place < 0 || place >= cells.count() ? "" : CellText.normal(cells.text(place)))
                    .toList();
            if (found.stream().allMatch(String::isEmpty) || rows.size() > MOST_ROWS) {
                return;
            }
            boolean lost = at.get(1) >= 0 && at.get(1) < cells.count() && cells.lostDigits(at.get(1));
            rows.add(new Row(
                    row,
                    found.get(0),
                    lost ? "" : found.get(1).toUpperCase(Locale.ROOT),
                    found.get(3).replace(" ", ""),
                    found.get(4),
                    Yuan.fen(found.get(2).replace(",", "")).orElse(0)));
        }

        PaymentList said() {
            if (at.subList(0, NEEDED).stream().anyMatch(place -> place < 0)) {
                return new Refused(
                        new Text(
                                "名单里要有“姓名”“身份证号码”“金额”三列；“账号”“开户行”可以没有，没有时用档案里的银行卡。",
                                "The list needs the columns 姓名, 身份证号码 and 金额 (name, id number, amount); without 账号 and 开户行 the card in the register is used."));
            }
            if (rows.isEmpty() || rows.size() > MOST_ROWS) {
                return new Refused(new Text(
                        "名单里没有人，或超过" + MOST_ROWS + "人。",
                        "The list names nobody, or more than " + MOST_ROWS + " persons."));
            }
            return new Read(rows);
        }
    }
}
