package fangpin.office.web.appropriation;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.FundPayment;
import fangpin.office.appropriation.RequestPayments;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Typed;
import fangpin.tables.Column;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 送银行与回盘: an approved request on its way to the bank, the bank's file and its reply. */
@Controller
public class RequestBankPages {
    private final RequestPages pages;
    private final RequestPayments payments;
    private final Clock clock;

    RequestBankPages(RequestPages pages, RequestPayments payments, Clock clock) {
        this.pages = pages;
        this.payments = payments;
        this.clock = clock;
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/send")
    View send(Desk desk, @PathVariable long id) {
        return pages.seen(desk, id, payments.send(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/paid-in-cash")
    View paidInCash(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String receipt) {
        return pages.seen(desk, id, payments.paidInCash(desk.actor(), id, receipt, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/export")
    Object export(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        return switch (payments.export(desk.actor(), id, form.in("purpose"), form.in("bank"), clock.instant())) {
            case Answer.Refused<List<FundPayment>> refused -> pages.seen(desk, id, refused);
            case Answer.Done<List<FundPayment>>(List<FundPayment> sent) ->
                ExcelFile.answer(desk.words().of("fund.file") + " ZX" + id + ".xlsx", workbook(desk, sent));
        };
    }

    private static byte[] workbook(Desk desk, List<FundPayment> sent) {
        List<Column> columns = RequestPayments.FIELDS.stream()
                .map(field -> new Column(
                        desk.words().of("fund.column." + field),
                        field.equals("amount") ? Column.Kind.MONEY : Column.Kind.TEXT))
                .toList();
        return ExcelFile.of(columns, rows -> {
            for (FundPayment one : sent) {
                rows.text(one.text())
                        .text(one.payeeName())
                        .text(one.payeeBank())
                        .text(one.account())
                        .money(one.amountFen())
                        .text(desk.words().of("appropriation.special-funds"))
                        .endRow();
            }
        });
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/reply")
    View reply(Desk desk, @PathVariable long id, @RequestParam @Nullable MultipartFile file) throws IOException {
        return pages.replied(
                desk, id, SentFile.with(file, sent -> payments.receive(desk.actor(), id, sent, desk.today())));
    }
}
