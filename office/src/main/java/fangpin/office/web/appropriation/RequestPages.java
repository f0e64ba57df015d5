package fangpin.office.web.appropriation;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.appropriation.BankAnswer;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.Clearings;
import fangpin.office.appropriation.FundPayment;
import fangpin.office.appropriation.FundRules;
import fangpin.office.appropriation.PaymentRequest;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.RequestChecks;
import fangpin.office.appropriation.RequestVouchers;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import fangpin.office.web.fund.PlaceNames;
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

/** 用款申请: one request with its payments, what is checked of it, and finance's answer. */
@Controller
public class RequestPages {
    private static final int ROWS = 50;

    private final PaymentRequests requests;
    private final BudgetLines lines;
    private final Clearings clearings;
    private final FundRules rules;
    private final PlaceNames names;
    private final StaffNames staff;
    private final Laws laws;
    private final RequestChecks checks;
    private final RequestVouchers vouchers;

    RequestPages(
            PaymentRequests requests,
            BudgetLines lines,
            Clearings clearings,
            FundRules rules,
            PlaceNames names,
            StaffNames staff,
            Laws laws,
            RequestChecks checks,
            RequestVouchers vouchers) {
        this.requests = requests;
        this.lines = lines;
        this.clearings = clearings;
        this.rules = rules;
        this.names = names;
        this.staff = staff;
        this.laws = laws;
        this.checks = checks;
        this.vouchers = vouchers;
    }

    /** 用款申请列表页. */
    public record ListPage(
            PaymentRequest.@Nullable State state,
            List<PaymentRequest> requests,
            Map<String, String> places,
            @Nullable Long next) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-requests")
    PageView list(
            Desk desk,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        PaymentRequest.State asked = Arrays.stream(PaymentRequest.State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(null);
        List<PaymentRequest> found = requests.list(desk.actor(), asked, before, ROWS + 1);
        List<PaymentRequest> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "appropriation/requests.jte",
                page(desk, "web.place.fund-requests"),
                new ListPage(
                        asked,
                        rows,
                        names.of(desk, rows.stream().map(PaymentRequest::path).toList()),
                        found.size() > ROWS ? rows.getLast().id() : null));
    }

    /**
     * What just happened, besides the request itself.
     *
     * @param answer of the bank, when a reply was taken
     */
    private record Happened(@Nullable BankAnswer answer, Answer.@Nullable Refused<?> refused) {
        static final Happened NOTHING = new Happened(null, null);
    }

    /** 用款申请页. */
    public record RequestPage(
            PaymentRequest request,
            BudgetLine line,
            List<FundPayment> payments,
            @Nullable Integer next,
            List<FundRules.Suspicion> suspicions,
            List<Clearings.Cleared> cleared,
            List<RequestChecks.Check> checks,
            List<Attachments.Listed> vouchers,
            Map<String, String> places,
            Map<Long, String> staff,
            List<Law> laws,
            FundRules rules,
            @Nullable BankAnswer answer,
            Answer.@Nullable Refused<?> refused) {
        /** What an item is called. */
        public String item(Show show) {
            return show.text(rules.itemName(line.pack(), line.item()));
        }

        /** The figure of a check: yuan of money, else a number. */
        public String figure(Show show, RequestChecks.Check check) {
            return switch (check.kind()) {
                case BALANCE, BUDGET -> show.yuan(check.number());
                case POOL, GOALS, NEGATIVE_LIST, PAYEE, DUPLICATE, VOUCHERS -> show.number(check.number());
            };
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-requests/{id}")
    PageView one(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "0") int after) {
        return one(desk, id, after, Happened.NOTHING);
    }

    private PageView one(Desk desk, long id, int after, Happened happened) {
        PaymentRequest request = requests.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        BudgetLine line = lines.find(desk.actor(), request.lineId()).orElseThrow(NotFoundException::new);
        List<FundPayment> found = requests.payments(desk.actor(), id, after, ROWS + 1);
        List<FundPayment> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "appropriation/request.jte",
                page(desk, "appropriation.request").under(desk.words().of("web.place.fund-requests"), "/fund-requests"),
                new RequestPage(
                        request,
                        line,
                        rows,
                        found.size() > ROWS ? rows.getLast().number() : null,
                        request.state() == PaymentRequest.State.RAISED
                                ? clearings.open(desk.actor(), request.expense(line.pack()))
                                : List.of(),
                        clearings.of(desk.actor(), "request/" + id),
                        request.state() == PaymentRequest.State.RAISED
                                ? checks.of(desk.actor(), request, line)
                                : List.of(),
                        vouchers.of(desk.actor(), id),
                        names.of(
                                desk,
                                Stream.concat(rows.stream().map(FundPayment::path), Stream.of(request.path()))
                                        .toList()),
                        staff.namesOf(Stream.of(request.raisedBy(), request.answeredBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        laws.of("WH6 §3.2"),
                        rules,
                        happened.answer(),
                        happened.refused()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/approve")
    View approve(Desk desk, @PathVariable long id) {
        return seen(desk, id, requests.approve(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-requests/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return seen(desk, id, requests.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.FUND_APPROVE)
    @PostMapping("/fund-requests/{id}/clear")
    View clear(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        PaymentRequest request = requests.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        BudgetLine line = lines.find(desk.actor(), request.lineId()).orElseThrow(NotFoundException::new);
        Typed form = Typed.of(fields);
        return seen(
                desk,
                id,
                clearings.clear(
                        desk.actor(),
                        request.expense(line.pack()),
                        form.in("list"),
                        form.in("word"),
                        form.in("reason"),
                        desk.today()));
    }

    /** The request again, after a step or with why it was refused. */
    View seen(Desk desk, long id, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/fund-requests/" + id);
            case Answer.Refused<?> refused ->
                one(desk, id, 0, new Happened(null, refused)).withStatus(422);
        };
    }

    /** The request with what the bank's reply did. */
    View replied(Desk desk, long id, Answer<BankAnswer> answer) {
        return answer instanceof Answer.Done<BankAnswer>(BankAnswer taken)
                ? one(desk, id, 0, new Happened(taken, null))
                : seen(desk, id, answer);
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.FUND_REQUESTS);
    }
}
