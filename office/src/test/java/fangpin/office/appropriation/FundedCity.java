package fangpin.office.appropriation;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.fund.BankReplyFile;
import java.time.LocalDate;
import java.util.List;

/** A made-up county of Weihai with its offices and what the city above it has to give, for tests of special funds. */
final class FundedCity {
    static final LocalDate TODAY = LocalDate.of(2020, 4, 1);
    static final int YEAR = 2020;
    static final String PACK = InsuredCounty.PACK;

    final InsuredCounty county;
    final Actor cityFinance;
    final Actor cityFinance2;
    final Actor cityOffice;
    final Actor cityOffice2;
    final Actor finance;
    final Actor finance2;
    final FundDocuments documents;
    final Allocations allocations;
    final FundMoves moves;
    final PaymentRequests requests;
    final RequestPayments payments;
    final BudgetLines lines;
    private final String code;

    /** A county by its code, which no other test uses. */
    FundedCity(RunningOffice office, String code) {
        this.code = code;
        county = new InsuredCounty(office, code);
        cityFinance = county.account("fund-city", "371000", Role.FINANCE);
        cityFinance2 = county.account("fund-city-2", "371000", Role.FINANCE);
        cityOffice = county.account("fund-office", "371000", Role.POVERTY_OFFICE);
        cityOffice2 = county.account("fund-office-2", "371000", Role.POVERTY_OFFICE);
        finance = county.account("fund-" + code, code, Role.FINANCE);
        finance2 = county.account("fund-" + code + "-2", code, Role.FINANCE);
        documents = office.part(FundDocuments.class);
        allocations = office.part(Allocations.class);
        moves = office.part(FundMoves.class);
        requests = office.part(PaymentRequests.class);
        payments = office.part(RequestPayments.class);
        lines = office.part(BudgetLines.class);
    }

    /** A document of the city's budget for one item of this county's tests, confirmed. */
    long given(String item, long fen) {
        long id = done(documents.enter(cityFinance, told("鲁财-" + code + "-" + item, item, fen), TODAY));
        done(documents.confirm(cityFinance2, id, TODAY));
        return id;
    }

    FundDocuments.Told told(String number, String item, long fen) {
        return new FundDocuments.Told(
                "370000/371000/",
                PACK,
                YEAR,
                FundOrigin.CITY,
                "市级财政专项扶贫资金",
                number,
                "2130599",
                LocalDate.of(2020, 3, 20),
                new Fen(fen),
                List.of(new FundDocument.Item(item, fen)));
    }

    /** What the city gives the county of an item: the county's own line. */
    BudgetLine allocated(String item, long fen) {
        given(item, fen);
        long id = done(allocations.proposeByHand(
                cityOffice,
                PACK,
                YEAR,
                List.of(new Allocations.ByHand(item, county.path, new Fen(fen))),
                "按需要",
                TODAY));
        done(allocations.approve(cityOffice2, id, TODAY));
        done(allocations.notice(cityOffice, id, TODAY));
        done(allocations.issue(cityFinance, id, "威扶贫组办字〔2020〕" + code, TODAY));
        return lines.at(finance, county.path, YEAR).stream()
                .filter(line -> line.item().equals(item) && !line.hasUse())
                .findFirst()
                .orElseThrow();
    }

    /** The county's line of a programme that so much was given to. */
    BudgetLine programme(BudgetLine line, String programme, long fen) {
        long move = done(moves.propose(
                county.clerk, FundMoves.Wanted.toProgramme(line.id(), "", programme, "按名单发放", new Fen(fen)), TODAY));
        FundMove done = done(moves.carryOut(finance, move, TODAY));
        return lines.find(finance, java.util.Objects.requireNonNull(done.toLine()))
                .orElseThrow();
    }

    BudgetLine line(long id) {
        return lines.find(finance, id).orElseThrow();
    }

    /** The bank's word on every payment of a request. */
    List<BankReplyFile.Line> words(long request, boolean paid) {
        return requests.payments(finance, request, 0, 1000).stream()
                .map(one -> new BankReplyFile.Line(
                        one.number() + 1, one.text(), one.amountFen(), paid, "B" + one.id(), paid ? "" : "账号不符"))
                .toList();
    }
}
