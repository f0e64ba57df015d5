package fangpin.office.web.fund;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.fund.BankLayout;
import fangpin.office.fund.BankLayouts;
import fangpin.office.fund.BankReply;
import fangpin.office.fund.PaymentFile;
import fangpin.office.fund.PaymentFiles;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import fangpin.tables.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 银行文件: what goes to the bank, and its reply. */
@Controller
public class PaymentFilePages {
    private final PaymentFiles files;
    private final PaymentPages payments;
    private final BankLayouts layouts;
    private final Clock clock;

    PaymentFilePages(PaymentFiles files, PaymentPages payments, BankLayouts layouts, Clock clock) {
        this.files = files;
        this.payments = payments;
        this.layouts = layouts;
        this.clock = clock;
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/payment-files")
    View make(Desk desk, @RequestParam(defaultValue = "0") long contract) {
        return switch (files.make(desk.actor(), contract, desk.today())) {
            case Answer.Done<Long>(Long id) -> See.other("/payment-files/" + id);
            case Answer.Refused<Long> refused ->
                payments.list(desk, "", Long.MAX_VALUE, refused).withStatus(422);
        };
    }

    /** 银行文件页. */
    public record FilePage(
            PaymentFile file,
            List<PaymentOrder> orders,
            @Nullable BankReply reply,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/payment-files/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null, null);
    }

    private PageView one(Desk desk, long id, @Nullable BankReply reply, Answer.@Nullable Refused<?> refused) {
        PaymentFile file = files.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "fund/payment-file.jte",
                PaymentPages.page(desk, "fund.file").under(desk.words().of("web.place.payments"), "/payments"),
                new FilePage(file, files.orders(desk.actor(), file), reply, refused));
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/payment-files/{id}/export")
    Object export(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String purpose) {
        PaymentFile file = files.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return switch (files.export(desk.actor(), file, purpose, clock.instant())) {
            case Answer.Refused<List<PaymentOrder>> refused ->
                one(desk, id, null, refused).withStatus(422);
            case Answer.Done<List<PaymentOrder>>(List<PaymentOrder> sent) ->
                made(desk, id, layouts.of(desk.actor(), file.contractId()), sent);
        };
    }

    private static Object made(Desk desk, long id, BankLayout layout, List<PaymentOrder> orders) {
        String name =
                desk.words().of("fund.file") + " " + id + "." + layout.format().word();
        return switch (layout.format()) {
            case XLSX -> ExcelFile.answer(name, workbook(desk, layout, orders));
            case CSV ->
                SavedFile.answer(
                        name,
                        MediaType.parseMediaType("text/csv;charset=UTF-8"),
                        BankCsv.of(desk, layout, orders).getBytes(StandardCharsets.UTF_8));
        };
    }

    static String heading(Desk desk, BankLayout.Column column) {
        return column.heading().isBlank()
                ? desk.words().of("fund.column." + column.field().word())
                : column.heading();
    }

    private static byte[] workbook(Desk desk, BankLayout layout, List<PaymentOrder> orders) {
        List<Column> columns = layout.columns().stream()
                .map(column -> new Column(
                        heading(desk, column),
                        column.field() == BankLayout.Field.AMOUNT ? Column.Kind.MONEY : Column.Kind.TEXT))
                .toList();
        return ExcelFile.of(columns, rows -> {
            for (PaymentOrder order : orders) {
                for (BankLayout.Column column : layout.columns()) {
                    if (column.field() == BankLayout.Field.AMOUNT) {
                        rows.money(order.amountFen());
                    } else {
                        rows.text(BankCsv.text(desk, column.field(), order));
                    }
                }
                rows.endRow();
            }
        });
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/payment-files/{id}/reply")
    View reply(Desk desk, @PathVariable long id, @RequestParam @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return one(desk, id, null, new Answer.Refused<>(PaymentRefusal.FIELD_MISSING, List.of()))
                    .withStatus(422);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").toLowerCase(Locale.ROOT);
        Path folder = Files.createTempDirectory("fangpin-reply");
        Path copy = folder.resolve(name.endsWith(".xlsx") ? "reply.xlsx" : "reply.csv");
        try {
            file.transferTo(copy);
            return switch (files.receive(desk.actor(), id, copy, desk.today())) {
                case Answer.Done<BankReply>(BankReply reply) -> one(desk, id, reply, null);
                case Answer.Refused<BankReply> refused ->
                    one(desk, id, null, refused).withStatus(422);
            };
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }
}
