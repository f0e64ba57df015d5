package fangpin.office.web.fund;

import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.fund.PaymentRefusal;
import fangpin.office.fund.PremiumPayment;
import fangpin.office.fund.PremiumPayments;
import fangpin.office.fund.Yuan;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 缴纳保费: what is due against what came, by division, product and payer; finance tells, the insurer confirms. */
@Controller
public class PremiumPaymentPages {
    private static final int ROWS = 50;

    private final PremiumPayments payments;
    private final PremiumsDue premiums;
    private final PolicyLibrary library;
    private final PlaceNames names;

    PremiumPaymentPages(PremiumPayments payments, PremiumsDue premiums, PolicyLibrary library, PlaceNames names) {
        this.payments = payments;
        this.premiums = premiums;
        this.library = library;
        this.names = names;
    }

    /**
     * 应缴与到账的一行.
     *
     * @param path division whose premium it is
     */
    public record Line(
            String path, String division, String product, String payer, String payerId, long dueFen, long cameFen) {
        /** Above zero is missing, below zero too much. */
        public long openFen() {
            return dueFen - cameFen;
        }
    }

    /** What was typed, for the form. */
    public record Typed(
            String product, String division, String payer, String amount, String paidOn, String reference) {}

    /** 缴纳保费页. */
    public record PremiumsPage(
            List<Contract> contracts,
            @Nullable Contract contract,
            List<Line> lines,
            List<PremiumPayer> payers,
            List<PremiumPayment> payments,
            Map<String, String> divisions,
            Typed typed,
            @Nullable Long next,
            PolicyLibrary library,
            Answer.@Nullable Refused<?> refused) {
        /** The divisions a transfer may be for: those that owe, or the reader's own. */
        public List<String> choices() {
            List<String> owing = lines.stream().map(Line::path).distinct().toList();
            return owing.isEmpty() ? divisions.keySet().stream().sorted().toList() : owing;
        }

        /** A payer as the pack calls it. */
        public String payerName(Show show, String id) {
            return payers.stream()
                    .filter(payer -> payer.id().equals(id))
                    .map(payer -> show.text(payer.name()))
                    .findFirst()
                    .orElse(id);
        }
    }

    @Needs(Right.LEDGER_READ)
    @GetMapping("/premium-payments")
    PageView page(
            Desk desk,
            @RequestParam(defaultValue = "0") long contract,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        return page(
                desk, contract, before, new Typed("", "", "", "", desk.today().toString(), ""), null);
    }

    /** The contract of today; next year's is there before its year begins. */
    private static @Nullable Contract now(List<Contract> contracts, LocalDate today) {
        return contracts.stream()
                .filter(one -> !today.isBefore(one.validFrom()) && today.isBefore(one.validTo()))
                .findFirst()
                .orElse(contracts.isEmpty() ? null : contracts.getFirst());
    }

    private PageView page(Desk desk, long number, long before, Typed typed, Answer.@Nullable Refused<?> refused) {
        List<Contract> contracts = payments.contracts(desk.actor());
        Contract contract = contracts.stream()
                .filter(one -> one.id() == number)
                .findFirst()
                .orElseGet(() -> now(contracts, desk.today()));
        Optional<PremiumsDue.Worked> worked =
                contract == null || !desk.actor().may(Right.ENROLMENT_READ) ? Optional.empty() : worked(desk, contract);
        List<Line> lines = worked.map(it -> lines(desk, it)).orElse(List.of());
        List<PremiumPayment> found = payments.list(desk.actor(), before, ROWS + 1);
        List<PremiumPayment> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "fund/premium-payments.jte",
                new Page(desk, desk.words().of("web.place.premium-payments"), List.of(), Place.PREMIUM_PAYMENTS),
                new PremiumsPage(
                        contracts,
                        contract,
                        lines,
                        contract == null
                                ? List.of()
                                : library.pack(contract.pack())
                                        .map(pack -> pack.funds().premium())
                                        .map(funding -> funding.payers())
                                        .orElse(List.of()),
                        rows,
                        names.of(
                                desk,
                                Stream.of(
                                                rows.stream().map(PremiumPayment::path),
                                                lines.stream().map(Line::path),
                                                Stream.of(desk.actor().scope().path()))
                                        .flatMap(paths -> paths)
                                        .toList()),
                        typed,
                        found.size() > ROWS ? rows.getLast().id() : null,
                        library,
                        refused));
    }

    private Optional<PremiumsDue.Worked> worked(Desk desk, Contract contract) {
        return premiums.due(desk.actor(), contract.pack(), desk.today())
                        instanceof Answer.Done<PremiumsDue.Worked>(PremiumsDue.Worked it)
                ? Optional.of(it)
                : Optional.empty();
    }

    private List<Line> lines(Desk desk, PremiumsDue.Worked worked) {
        List<PremiumPayments.Paid> paid =
                payments.paid(desk.actor(), worked.pack().id(), desk.today());
        Show show = Show.to(desk);
        List<Line> lines = new ArrayList<>();
        for (DivisionPremium division : worked.due().divisions()) {
            String path = worked.paths().get(division.code());
            if (path == null || !desk.actor().scope().holds(path)) {
                continue;
            }
            String name = worked.due().funding().divisions().stream()
                    .filter(one -> one.code().equals(division.code()))
                    .map(one -> show.text(one.name()))
                    .findFirst()
                    .orElse(division.code());
            for (LineDue line : division.lines()) {
                for (PremiumPayer payer : worked.due().funding().payers()) {
                    lines.add(line(path, name, line, payer, paid, show));
                }
            }
        }
        return lines;
    }

    private static Line line(
            String path, String name, LineDue line, PremiumPayer payer, List<PremiumPayments.Paid> paid, Show show) {
        long due = line.payments().stream()
                .filter(payment -> payment.payer().equals(payer))
                .mapToLong(payment -> payment.amount().amount())
                .sum();
        long came = paid.stream()
                .filter(one -> one.path().equals(path)
                        && one.product().equals(line.line().product())
                        && one.payer().equals(payer.id()))
                .mapToLong(PremiumPayments.Paid::amountFen)
                .sum();
        return new Line(path, name, line.line().product(), show.text(payer.name()), payer.id(), due, came);
    }

    @Needs(Right.PREMIUM_PAY)
    @PostMapping("/premium-payments")
    View enter(
            Desk desk,
            @RequestParam(defaultValue = "0") long contract,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String paidOn,
            @RequestParam(defaultValue = "") String reference) {
        Typed typed = new Typed(product, division, payer, amount, paidOn, reference);
        Optional<LocalDate> day = day(paidOn);
        Answer<Long> answer = day.isEmpty()
                ? Answer.refused(PaymentRefusal.BAD_DATE)
                : payments.enter(
                        desk.actor(),
                        new PremiumPayments.Told(
                                contract,
                                product,
                                division,
                                payer,
                                new Fen(Yuan.fen(amount.strip().replace(",", ""))
                                        .orElse(0)),
                                day.get(),
                                reference),
                        desk.today());
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/premium-payments?contract=" + contract);
            case Answer.Refused<Long> refused ->
                page(desk, contract, Long.MAX_VALUE, typed, refused).withStatus(422);
        };
    }

    private static Optional<LocalDate> day(String typed) {
        return TypedDay.of(typed);
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/premium-payments/{id}/confirm")
    View confirm(Desk desk, @PathVariable long id) {
        return answer(desk, payments.confirm(desk.actor(), id, desk.today()));
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/premium-payments/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, payments.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/premium-payments/{id}/take-back")
    View takeBack(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, payments.takeBack(desk.actor(), id, reason, desk.today()));
    }

    private View answer(Desk desk, Answer<PremiumPayment> answer) {
        return switch (answer) {
            case Answer.Done<PremiumPayment>(PremiumPayment done) ->
                See.other("/premium-payments?contract=" + done.contractId());
            case Answer.Refused<PremiumPayment> refused ->
                page(
                                desk,
                                0,
                                Long.MAX_VALUE,
                                new Typed("", "", "", "", desk.today().toString(), ""),
                                refused)
                        .withStatus(422);
        };
    }
}
