package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.PaymentList;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.RequestPayments;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.fund.BankReplyFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A county whose special funds come from the city, are given to a programme and paid to persons: what the supervision looks at. */
final class WatchedCounty {
    static final LocalDate TODAY = LocalDate.of(2020, 5, 1);
    static final LocalDate ISSUED = LocalDate.of(2020, 4, 20);
    static final int YEAR = 2020;
    static final String PACK = InsuredCounty.PACK;
    static final String ITEM = "filial-support";
    static final String CARD = "622202000000000";
    private static final AtomicInteger CARDS = new AtomicInteger(1000);

    final InsuredCounty county;
    final Actor finance;
    final Actor finance2;
    final Actor auditor;
    final Actor city;
    private final Actor cityFinance;
    private final Actor cityFinance2;
    private final Actor cityOffice;
    private final Actor cityOffice2;
    private final RunningOffice office;
    private final String code;
    private int documents;

    /** A county by its code, which no other test uses. */
    WatchedCounty(RunningOffice office, String code) {
        this.office = office;
        this.code = code;
        county = new InsuredCounty(office, code);
        finance = county.account("watch-" + code, code, Role.FINANCE);
        finance2 = county.account("watch-" + code + "-2", code, Role.FINANCE);
        auditor = county.account("watch-" + code + "-audit", code, Role.AUDITOR);
        city = county.account("watch-city-audit", "371000", Role.DISCIPLINE_INSPECTION);
        cityFinance = county.account("watch-city", "371000", Role.FINANCE);
        cityFinance2 = county.account("watch-city-2", "371000", Role.FINANCE);
        cityOffice = county.account("watch-office", "371000", Role.POVERTY_OFFICE);
        cityOffice2 = county.account("watch-office-2", "371000", Role.POVERTY_OFFICE);
    }

    /** What the city gives the county for old people's support, by a document of its own: the county's line. */
    BudgetLine given(long fen) {
        return given(ITEM, fen);
    }

    /** The same for another purpose. */
    BudgetLine given(String item, long fen) {
        FundDocuments all = office.part(FundDocuments.class);
        String number = "威财-" + code + "-" + ++documents;
        long id = done(all.enter(
                cityFinance,
                new FundDocuments.Told(
                        "370000/371000/",
                        PACK,
                        YEAR,
                        FundOrigin.CITY,
                        "市级财政专项扶贫资金",
                        number,
                        "2130599",
                        LocalDate.of(2020, 3, 20),
                        new Fen(fen),
                        List.of(new FundDocument.Item(item, fen))),
                ISSUED));
        done(all.confirm(cityFinance2, id, ISSUED));
        Allocations allocations = office.part(Allocations.class);
        long allocation = done(allocations.proposeByHand(
                cityOffice,
                PACK,
                YEAR,
                List.of(new Allocations.ByHand(item, county.path, new Fen(fen))),
                "按需要",
                ISSUED));
        done(allocations.approve(cityOffice2, allocation, ISSUED));
        done(allocations.notice(cityOffice, allocation, ISSUED));
        String issue = "威扶贫组办字〔2020〕" + code + "-" + documents;
        done(allocations.issue(cityFinance, allocation, issue, ISSUED));
        return lines().at(finance, county.path, YEAR).stream()
                .filter(line -> line.documentNumber().equals(issue) && !line.hasUse())
                .findFirst()
                .orElseThrow();
    }

    BudgetLines lines() {
        return office.part(BudgetLines.class);
    }

    /** So much arrived of a line's document. */
    void arrived(BudgetLine line, long fen, String reference) {
        done(office.part(FundDocuments.class)
                .receive(
                        finance,
                        line.documentId(),
                        new FundDocuments.Arrived(new Fen(fen), ISSUED.plusDays(1), reference),
                        TODAY));
    }

    /** So much of a line goes to the programme of old people's support: its line. */
    BudgetLine programme(BudgetLine line, long fen) {
        FundMoves moves = office.part(FundMoves.class);
        long move = done(moves.propose(
                county.clerk,
                FundMoves.Wanted.toProgramme(line.id(), "", ITEM, "按名单发放", new Fen(fen)),
                ISSUED.plusDays(2)));
        long to = Objects.requireNonNull(
                done(moves.carryOut(finance, move, ISSUED.plusDays(3))).toLine());
        return lines().find(finance, to).orElseThrow();
    }

    /** So much of a line goes to a project: its line. */
    BudgetLine project(BudgetLine line, long project, String purpose, long fen) {
        FundMoves moves = office.part(FundMoves.class);
        long move = done(moves.propose(
                county.clerk,
                FundMoves.Wanted.toProject(line.id(), "", project, purpose, new Fen(fen)),
                ISSUED.plusDays(2)));
        long to = Objects.requireNonNull(
                done(moves.carryOut(finance, move, ISSUED.plusDays(3))).toLine());
        return lines().find(finance, to).orElseThrow();
    }

    /** Somebody of the upper village, helped since 2016 unless said otherwise. */
    InsuredCounty.Made person(boolean helped) {
        InsuredCounty.Made person = county.person(county.upperVillage, "王某");
        if (helped) {
            county.status(person.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        }
        return person;
    }

    /** A card of its own. */
    String card() {
        return CARD + CARDS.incrementAndGet();
    }

    PaymentList.Row row(InsuredCounty.Made person, String card, long fen) {
        return new PaymentList.Row(2, "王某", person.idNumber(), card, "农商行", fen);
    }

    /** Asks for a list and approves it; the request. */
    long approved(BudgetLine line, String purpose, boolean cash, List<PaymentList.Row> rows) {
        PaymentRequests requests = office.part(PaymentRequests.class);
        PaymentRequests.ListTaken taken = done(
                requests.raiseRows(county.clerk, new PaymentRequests.Told(line.id(), "", purpose, cash), rows, TODAY));
        long id = Objects.requireNonNull(taken.request(), taken.faults()::toString);
        done(requests.approve(finance, id, TODAY));
        return id;
    }

    /** Asks, approves, sends and has it paid; the request. */
    long paid(BudgetLine line, String purpose, List<PaymentList.Row> rows) {
        long id = approved(line, purpose, false, rows);
        RequestPayments payments = office.part(RequestPayments.class);
        done(payments.send(finance, id, TODAY));
        List<BankReplyFile.Line> words = new ArrayList<>();
        office.part(PaymentRequests.class)
                .payments(finance, id, 0, 1000)
                .forEach(one -> words.add(new BankReplyFile.Line(
                        one.number() + 1, one.text(), one.amountFen(), true, "B" + one.id(), "")));
        done(payments.receive(finance, id, words, TODAY));
        return id;
    }
}
