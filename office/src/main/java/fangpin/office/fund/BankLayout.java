package fangpin.office.fund;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 银行文件格式: how a bank wants the file of payments, and how it writes its reply.
 *
 * @param columns of the file, in its order
 * @param reply further headings of a reply's columns, beside those that are always understood
 * @param success further words for a payment that was made
 * @param failure further words for one that was not
 */
public record BankLayout(
        Format format,
        List<Column> columns,
        Map<ReplyField, List<String>> reply,
        List<String> success,
        List<String> failure) {
    /** What a bank gets that never said how it wants it. */
    public static final BankLayout USUAL = new BankLayout(Format.XLSX, usual(), Map.of(), List.of(), List.of());

    public BankLayout {
        columns = List.copyOf(columns);
        reply = Map.copyOf(reply);
        success = List.copyOf(success);
        failure = List.copyOf(failure);
    }

    private static List<Column> usual() {
        return Arrays.stream(Field.values()).map(field -> new Column(field, "")).toList();
    }

    /** 文件类型 */
    public enum Format {
        XLSX,
        CSV;

        /** Its name in rows and file names. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The format of that name. */
        public static Optional<Format> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    /** 付款文件的内容; who is paid what can't be left out. */
    public enum Field {
        /** 付款单号 */
        ORDER(true),
        /** 收款人 */
        PAYEE(true),
        /** 开户行 */
        BANK(false),
        /** 账号 */
        ACCOUNT(true),
        /** 金额 */
        AMOUNT(true),
        /** 用途 */
        USE(false);

        private final boolean needed;

        Field(boolean needed) {
            this.needed = needed;
        }

        /** Whether every file has it. */
        public boolean needed() {
            return needed;
        }

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 回盘文件的内容 */
    public enum ReplyField {
        ORDER,
        AMOUNT,
        RESULT,
        REFERENCE,
        REASON;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * 一列.
     *
     * @param heading empty for the usual one
     */
    public record Column(Field field, String heading) {}

    /** The bank's own headings for a column of its reply. */
    public List<String> headings(ReplyField field) {
        return reply.getOrDefault(field, List.of());
    }
}
