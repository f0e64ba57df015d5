package fangpin.office.web.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.fund.BankLayout;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.web.Desk;
import java.util.List;
import java.util.stream.Collectors;

/** 银行文件 CSV: commas, a heading line, quotes where a value needs them; no value begins like a formula. */
final class BankCsv {
    private static final String FORMULA = "=+-@\t\r";

    private BankCsv() {}

    static String of(Desk desk, BankLayout layout, List<PaymentOrder> orders) {
        StringBuilder file = new StringBuilder("\uFEFF");
        line(
                file,
                layout.columns().stream()
                        .map(column -> PaymentFilePages.heading(desk, column))
                        .toList());
        for (PaymentOrder order : orders) {
            line(
                    file,
                    layout.columns().stream()
                            .map(column -> text(desk, column.field(), order))
                            .toList());
        }
        return file.toString();
    }

    private static void line(StringBuilder file, List<String> cells) {
        file.append(cells.stream().map(BankCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** A field of an order, as text. */
    static String text(Desk desk, BankLayout.Field field, PaymentOrder order) {
        return switch (field) {
            case ORDER -> PaymentNumber.text(order.id());
            case PAYEE -> order.payeeName();
            case BANK -> order.payeeBank();
            case ACCOUNT -> order.payeeAccount();
            case AMOUNT -> new Fen(order.amountFen()).yuan();
            case USE -> desk.words().of("fund.use");
        };
    }
}
