package fangpin.office.web.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.Books;
import fangpin.office.fund.Overpaid;
import fangpin.office.fund.Owing;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PayeeSource;
import fangpin.office.fund.PaymentFile;
import fangpin.office.fund.PaymentFiles;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.PremiumPayments;
import fangpin.office.fund.Yuan;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.BankCard;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 付款: what is owed, orders that pay it, and a second person's answer. */
@Controller
public class PaymentPages {
    private static final int ROWS = 50;

    private final PaymentOrders orders;
    private final PaymentFiles files;
    private final PremiumPayments premiums;
    private final Books books;
    private final PolicyLibrary library;
    private final StaffNames staff;

    PaymentPages(
            PaymentOrders orders,
            PaymentFiles files,
            PremiumPayments premiums,
            Books books,
            PolicyLibrary library,
            StaffNames staff) {
        this.orders = orders;
        this.files = files;
        this.premiums = premiums;
        this.books = books;
        this.library = library;
        this.staff = staff;
    }

    /** 付款页. */
    public record PaymentsPage(
            List<Debt> debts,
            List<Overpaid> overpaid,
            List<PaymentOrder> orders,
            List<PaymentFile> files,
            List<Contract> contracts,
            PaymentOrder.@Nullable State state,
            @Nullable Long next,
            PolicyLibrary library,
            Answer.@Nullable Refused<?> refused) {}

    /** A debt with whom it is to. */
    public record Debt(Owing owing, PayeeSource.Told told) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/payments")
    PageView list(
            Desk desk,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        return list(desk, state, before, null);
    }

    PageView list(Desk desk, String state, long before, Answer.@Nullable Refused<?> refused) {
        PaymentOrder.State asked = Arrays.stream(PaymentOrder.State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(null);
        List<PaymentOrder> found = orders.list(desk.actor(), asked, before, ROWS + 1);
        List<PaymentOrder> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "fund/payments.jte",
                page(desk, "web.place.payments"),
                new PaymentsPage(
                        orders.owing(desk.actor()).stream()
                                .map(one -> debt(desk, one))
                                .toList(),
                        orders.overpaid(desk.actor()),
                        rows,
                        files.list(desk.actor()),
                        premiums.contracts(desk.actor()),
                        asked,
                        found.size() > ROWS ? rows.getLast().id() : null,
                        library,
                        refused));
    }

    private Debt debt(Desk desk, Owing owing) {
        return new Debt(
                owing,
                orders.told(desk.actor(), owing.subject(), owing.openFen())
                        .orElse(new PayeeSource.Told(owing.subject(), "", List.of())));
    }

    /** 申请付款页. */
    public record RaisePage(
            Debt debt,
            long freeFen,
            Payee payee,
            String amount,
            boolean oddAccount,
            PolicyLibrary library,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.PAYMENT_RAISE)
    @GetMapping("/payments/new")
    PageView form(Desk desk, @RequestParam long owed, @RequestParam(defaultValue = "0") int payee) {
        Owing owing = orders.owing(desk.actor(), owed).orElseThrow(NotFoundException::new);
        Debt debt = new Debt(
                owing,
                orders.disclosed(desk.actor(), owing.subject(), owing.openFen())
                        .orElse(new PayeeSource.Told(owing.subject(), "", List.of())));
        List<Payee> known = debt.told().payees();
        Payee first = payee >= 0 && payee < known.size()
                ? known.get(payee)
                : new Payee("", "", "", new Fen(debt.owing().openFen()));
        return form(desk, debt, first, first.amount().yuan(), null);
    }

    private PageView form(Desk desk, Debt debt, Payee payee, String amount, Answer.@Nullable Refused<?> refused) {
        Long contract = debt.owing().contractId();
        String account = BankCard.normal(payee.account());
        return PageView.of(
                "fund/payment-form.jte",
                page(desk, "fund.raise").under(desk.words().of("web.place.payments"), "/payments"),
                new RaisePage(
                        debt,
                        contract == null
                                ? 0
                                : orders.freeFen(
                                        desk.actor(), contract, debt.owing().product()),
                        payee,
                        amount,
                        BankCard.isOne(account) && !new BankCard(account).fitsCheckDigit(),
                        library,
                        refused));
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/payments")
    View raise(
            Desk desk,
            @RequestParam long owed,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String bank,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String amount) {
        Debt debt = debt(desk, orders.owing(desk.actor(), owed).orElseThrow(NotFoundException::new));
        Payee payee = new Payee(
                name,
                bank,
                BankCard.normal(account),
                new Fen(Yuan.fen(amount.strip().replace(",", "")).orElse(0)));
        return switch (orders.raise(desk.actor(), owed, payee, desk.today())) {
            case Answer.Done<Long>(Long id) -> See.other("/payments/" + id);
            case Answer.Refused<Long> refused ->
                form(desk, debt, payee, amount, refused).withStatus(422);
        };
    }

    /** 付款单页. */
    public record OrderPage(
            PaymentOrder order,
            PayeeSource.Told told,
            List<Books.Entry> entries,
            Map<Long, String> staff,
            PolicyLibrary library,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/payments/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        PaymentOrder order = orders.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "fund/payment.jte",
                page(desk, "fund.order").under(desk.words().of("web.place.payments"), "/payments"),
                new OrderPage(
                        order,
                        orders.told(desk.actor(), order.subject(), 0)
                                .orElse(new PayeeSource.Told(order.subject(), "", List.of())),
                        books.of(desk.actor(), "order/" + id),
                        staff.namesOf(Stream.of(order.raisedBy(), order.answeredBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        library,
                        refused));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/payments/{id}/approve")
    View approve(Desk desk, @PathVariable long id) {
        return answer(desk, id, orders.approve(desk.actor(), id, desk.today()));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/payments/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, orders.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/payments/{id}/recall")
    View recall(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, orders.recall(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/payments/{id}/came-back")
    View cameBack(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, orders.cameBack(desk.actor(), id, reason, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<PaymentOrder> answer) {
        return switch (answer) {
            case Answer.Done<PaymentOrder> done -> See.other("/payments/" + id);
            case Answer.Refused<PaymentOrder> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.PAYMENTS);
    }
}
