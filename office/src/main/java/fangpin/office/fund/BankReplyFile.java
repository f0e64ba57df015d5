package fangpin.office.fund;

import fangpin.kernel.Text;
import fangpin.office.fund.internal.ReplyTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 银行回盘文件 as any room reads it that pays through a bank: a row a payment, with what became of it. */
public sealed interface BankReplyFile {
    /** 成功的各种写法 */
    Set<String> GOOD = Set.of("成功", "已付", "交易成功", "付款成功", "success", "paid", "ok");

    /** 失败的各种写法 */
    Set<String> BAD = Set.of("失败", "退回", "退票", "交易失败", "付款失败", "failure", "failed", "returned");

    /**
     * A row.
     *
     * @param number as the file that went to the bank had it
     * @param amountFen -1 where it is not written like an amount
     * @param paid null where it says neither
     */
    record Line(
            long row,
            String number,
            long amountFen,
            @Nullable Boolean paid,
            String reference,
            String reason) {}

    /** What it says. */
    record Read(List<Line> lines) implements BankReplyFile {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    /** It is no table, or a column is not there. */
    record Refused(Text why) implements BankReplyFile {}

    /** Reads a file. */
    static BankReplyFile read(Path file) {
        return switch (ReplyTable.read(file, BankLayout.USUAL)) {
            case ReplyTable.Refused(Text why) -> new Refused(why);
            case ReplyTable.Read(List<ReplyTable.Line> lines) ->
                new Read(lines.stream()
                        .map(line -> new Line(
                                line.row(),
                                line.order(),
                                Yuan.fen(line.amount().replace(",", "")).orElse(-1),
                                result(line.result().toLowerCase(Locale.ROOT)),
                                line.reference(),
                                line.reason()))
                        .toList());
        };
    }

    private static @Nullable Boolean result(String word) {
        if (GOOD.contains(word)) {
            return true;
        }
        return BAD.contains(word) ? false : null;
    }
}
