package fangpin.office.appropriation;

import static fangpin.office.appropriation.FundedCity.PACK;
import static fangpin.office.appropriation.FundedCity.TODAY;
import static fangpin.office.appropriation.FundedCity.YEAR;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.fund.BankReplyFile;
import fangpin.office.fund.Books;
import fangpin.office.register.People;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the document that gives money to the payment of the last fen, and what is refused on the way. */
class SpecialFundsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Books books = office.part(Books.class);

    private static PaymentRequests.Told told(BudgetLine line, String purpose) {
        return new PaymentRequests.Told(line.id(), "", purpose, false);
    }

    private static PaymentList.Row row(InsuredCounty.Made person, String name, long fen) {
        return new PaymentList.Row(2, name, person.idNumber(), "6222020000000000008", "农商行", fen);
    }

    @Test
    void moneyComesByADocumentThatTwoPersonsVouchFor() {
        FundedCity here = new FundedCity(office, "371021");
        // an item that no other test allocates: what stays with the city here would be given out first
        long id = done(
                here.documents.enter(here.cityFinance, here.told("甲〔2020〕1号", "provincial-insurance", 500), TODAY));
        assertEquals(List.of(), here.lines.ofDocument(here.cityFinance, id));
        refused(AccessRefusal.SAME_PERSON, here.documents.confirm(here.cityFinance, id, TODAY));
        refused(
                AppropriationRefusal.NUMBER_USED,
                here.documents.enter(here.cityFinance2, here.told("甲〔2020〕1号", "provincial-insurance", 500), TODAY));
        refused(
                AppropriationRefusal.UNKNOWN_ITEM,
                here.documents.enter(here.cityFinance, here.told("甲〔2020〕2号", "banquets", 500), TODAY));
        done(here.documents.confirm(here.cityFinance2, id, TODAY));
        BudgetLine line = here.lines.ofDocument(here.cityFinance, id).getFirst();
        assertEquals(500, line.freeFen());
        refused(
                AppropriationRefusal.MORE_THAN_DOCUMENT,
                here.documents.receive(
                        here.cityFinance, id, new FundDocuments.Arrived(new Fen(501), TODAY, "L-1"), TODAY));
        done(here.documents.receive(
                here.cityFinance, id, new FundDocuments.Arrived(new Fen(500), TODAY, "L-371021"), TODAY));
        refused(
                AppropriationRefusal.NO_RIGHT,
                here.documents.enter(here.finance, here.told("乙", "rain-dew", 1), TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void whatIsAllocatedKeepsTheDocumentItCameBy() {
        FundedCity here = new FundedCity(office, "371022");
        BudgetLine line = here.allocated("microcredit", 90_000);
        List<BudgetLine.Step> way = here.lines.way(here.finance, line.id());
        assertEquals(2, way.size());
        assertEquals("威扶贫组办字〔2020〕371022", way.getFirst().number());
        assertEquals("鲁财-371022-microcredit", way.getLast().number());
        assertEquals(90_000, line.freeFen());
        assertEquals(
                0,
                here.lines
                        .way(here.county.account("stranger", "371081", fangpin.office.access.Role.FINANCE), line.id())
                        .size());
        long more = done(here.allocations.proposeByHand(
                here.cityOffice,
                PACK,
                YEAR,
                List.of(new Allocations.ByHand("golden-sunset", here.county.path, new Fen(1))),
                "补",
                TODAY));
        refused(AccessRefusal.SAME_PERSON, here.allocations.approve(here.cityOffice, more, TODAY));
        done(here.allocations.approve(here.cityOffice2, more, TODAY));
        refused(AppropriationRefusal.NOT_NOTICED, here.allocations.issue(here.cityFinance, more, "号", TODAY));
        done(here.allocations.notice(here.cityOffice, more, TODAY));
        refused(AppropriationRefusal.NO_SOURCE, here.allocations.issue(here.cityFinance, more, "号", TODAY));
        assertEquals(
                FundAllocation.State.NOTICED,
                here.allocations.find(here.cityOffice, more).orElseThrow().state());
    }

    @Test
    void aListIsPaidToPersonsOfTheRegisterOnceEach() {
        FundedCity here = new FundedCity(office, "371023");
        InsuredCounty.Made one = here.county.person(here.county.upperVillage, "甲某");
        InsuredCounty.Made other = here.county.person(here.county.lowerVillage, "乙某");
        BudgetLine line = here.allocated("filial-support", 100_000);
        refused(
                AppropriationRefusal.NO_USE,
                here.requests.raiseRows(here.county.clerk, told(line, "孝善补助"), List.of(row(one, "甲某", 1)), TODAY));
        BudgetLine pays = here.programme(line, "filial-support", 70_000);
        assertEquals(30_000, here.line(line.id()).freeFen());
        PaymentRequests.ListTaken faulty = done(here.requests.raiseRows(
                here.county.clerk,
                told(pays, "孝善补助"),
                List.of(
                        row(one, "甲某", 30_000),
                        row(one, "甲某", 30_000),
                        row(other, "丙某", 1),
                        row(other, "乙某", 0),
                        new PaymentList.Row(6, "某", "123", "", "", 5)),
                TODAY));
        assertEquals(
                List.of(
                        ListFault.Kind.REPEATED,
                        ListFault.Kind.OTHER_NAME,
                        ListFault.Kind.BAD_AMOUNT,
                        ListFault.Kind.BAD_ID),
                faulty.faults().stream().map(ListFault::kind).toList());
        long request = java.util.Objects.requireNonNull(done(here.requests.raiseRows(
                        here.county.clerk,
                        told(pays, "孝善补助"),
                        List.of(row(one, "甲某", 30_000), row(other, "乙某", 40_000)),
                        TODAY))
                .request());
        refused(AppropriationRefusal.NO_RIGHT, here.requests.approve(here.county.second, request, TODAY));
        done(here.requests.approve(here.finance, request, TODAY));
        assertEquals(0, here.line(pays.id()).freeFen());
        assertEquals(70_000, here.line(pays.id()).reservedFen());
        done(here.payments.send(here.finance, request, TODAY));
        List<BankReplyFile.Line> words = new ArrayList<>(here.words(request, true));
        words.set(1, new BankReplyFile.Line(3, words.get(1).number(), 40_000, false, "B", "户名不符"));
        assertEquals(
                new BankAnswer(1, 1, 0, List.of()), done(here.payments.receive(here.finance, request, words, TODAY)));
        assertEquals(
                new BankAnswer(0, 0, 2, List.of()), done(here.payments.receive(here.finance, request, words, TODAY)));
        BudgetLine after = here.line(pays.id());
        assertEquals(List.of(40_000L, 0L, 30_000L), List.of(after.freeFen(), after.reservedFen(), after.paidFen()));
        assertEquals(
                PaymentRequest.State.ENDED,
                here.requests.find(here.finance, request).orElseThrow().state());
        PaymentRequests.ListTaken again = done(here.requests.raiseRows(
                here.county.clerk, told(pays, "孝善补助"), List.of(row(one, "甲某", 1), row(other, "乙某", 40_000)), TODAY));
        assertEquals(
                List.of(ListFault.Kind.PAID_BEFORE),
                again.faults().stream().map(ListFault::kind).toList());
        assertTrue(done(here.requests.raiseRows(
                                here.county.clerk, told(pays, "孝善补助"), List.of(row(other, "乙某", 40_000)), TODAY))
                        .request()
                != null);
        assertEquals(List.of(), books.faults(here.county.clerk));
        office.part(People.class);
    }

    @Test
    void theNegativeListRefusesByCategoryAndAsksForWords() {
        FundedCity here = new FundedCity(office, "371024");
        BudgetLine line = here.allocated("home-repair", 100_000);
        FundMoves.Wanted publicity = new FundMoves.Wanted(
                FundMove.Kind.DISBURSEMENT,
                line.id(),
                "",
                "",
                null,
                "home-repair",
                "publicity",
                "宣传",
                new Fen(1),
                "",
                "");
        refused(AppropriationRefusal.NEGATIVE_LIST, here.moves.propose(here.county.clerk, publicity, TODAY));
        long move = done(here.moves.propose(
                here.county.clerk,
                FundMoves.Wanted.toProgramme(line.id(), "", "home-repair", "修缮电话费代收点旁的危房", new Fen(50_000)),
                TODAY));
        refused(AppropriationRefusal.SUSPECT_WORD, here.moves.carryOut(here.finance, move, TODAY));
        Clearings clearings = office.part(Clearings.class);
        Clearings.Expense expense =
                FundMoves.expense(here.moves.find(here.finance, move).orElseThrow(), PACK);
        for (FundRules.Suspicion word : clearings.open(here.county.second, expense)) {
            refused(
                    AccessRefusal.SAME_PERSON,
                    clearings.clear(here.county.clerk, expense, word.list(), word.word(), "地名", TODAY));
            refused(
                    AppropriationRefusal.REASON_MISSING,
                    clearings.clear(here.county.second, expense, word.list(), word.word(), " ", TODAY));
            done(clearings.clear(here.county.second, expense, word.list(), word.word(), "是房屋位置，不是费用", TODAY));
        }
        done(here.moves.carryOut(here.finance, move, TODAY));
        assertEquals(50_000, here.line(line.id()).freeFen());
    }

    @Test
    void surplusIsPooledAndPurposesChangeOnlyByADecision() {
        FundedCity here = new FundedCity(office, "371025");
        BudgetLine line = here.allocated("rain-dew", 100_000);
        FundMoves.Wanted bare = new FundMoves.Wanted(
                FundMove.Kind.REALLOCATION, line.id(), "", "home-repair", null, "", "", "", new Fen(40_000), "", "");
        refused(AppropriationRefusal.DECISION_MISSING, here.moves.propose(here.county.clerk, bare, TODAY));
        long moved = done(here.moves.propose(
                here.county.clerk,
                new FundMoves.Wanted(
                        FundMove.Kind.REALLOCATION,
                        line.id(),
                        "",
                        "home-repair",
                        null,
                        "",
                        "",
                        "",
                        new Fen(40_000),
                        "领导小组会议纪要",
                        "学生减少"),
                TODAY));
        FundMove done = done(here.moves.carryOut(here.finance, moved, TODAY));
        assertEquals(
                List.of(moved),
                here.lines.moves(here.finance, java.util.Objects.requireNonNull(done.toLine())).stream()
                        .map(FundMove::id)
                        .toList(),
                "both lines show it");
        long pooled = done(here.moves.propose(
                here.county.clerk,
                new FundMoves.Wanted(
                        FundMove.Kind.POOLING, line.id(), "", "", null, "", "", "", new Fen(60_000), "纪要", "结余"),
                TODAY));
        FundMove pool = done(here.moves.carryOut(here.finance, pooled, TODAY));
        assertEquals("WH6 §2.2 end", pool.clause());
        assertEquals(0, here.line(line.id()).freeFen());
        BudgetLine industry = here.allocated("non-key-village-industry", 10);
        refused(
                AppropriationRefusal.UNKNOWN_ITEM,
                here.moves.propose(
                        here.county.clerk,
                        new FundMoves.Wanted(
                                FundMove.Kind.POOLING, industry.id(), "", "", null, "", "", "", new Fen(1), "纪要", "结余"),
                        TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    /** 对于扶贫项目形成的结余资金,要及时清理盘活: what a programme has left over is pooled too, and its clock does not begin anew. */
    @Test
    void whatAProgrammeHasLeftOverIsPooled() {
        FundedCity here = new FundedCity(office, "371017");
        BudgetLine programme = here.programme(here.allocated("rain-dew", 100_000), "rain-dew", 100_000);
        FundMoves.Wanted surplus = new FundMoves.Wanted(
                FundMove.Kind.POOLING, programme.id(), "", "", null, "", "", "", new Fen(40_000), "纪要", "退回一人");
        FundMoves.Wanted other = new FundMoves.Wanted(
                FundMove.Kind.REALLOCATION,
                programme.id(),
                "",
                "home-repair",
                null,
                "",
                "",
                "",
                new Fen(1),
                "纪要",
                "改用");
        refused(AppropriationRefusal.NO_USE, here.moves.propose(here.county.clerk, other, TODAY));
        long move = done(here.moves.propose(here.county.clerk, surplus, TODAY));
        BudgetLine pooled = here.line(java.util.Objects.requireNonNull(
                done(here.moves.carryOut(here.finance, move, TODAY)).toLine()));
        assertEquals(FundRules.POOLED_ITEM, pooled.item());
        assertEquals(
                List.of(40_000L, 60_000L),
                List.of(pooled.freeFen(), here.line(programme.id()).freeFen()));
        assertTrue(office.part(FundClocks.class).of(here.finance, here.county.path, YEAR, TODAY.plusDays(90)).stream()
                .allMatch(clock -> clock.state() == fangpin.kernel.provision.TimeLimit.State.KEPT));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    /** 负面清单 is read on the allocation too: in its reasons, before anything is approved. */
    @Test
    void anAllocationsReasonIsHeldAgainstTheNegativeList() {
        FundedCity here = new FundedCity(office, "371018");
        here.given("home-repair", 500);
        List<Allocations.ByHand> amount =
                List.of(new Allocations.ByHand("home-repair", here.county.path, new Fen(500)));
        long id = done(here.allocations.proposeByHand(here.cityOffice, PACK, YEAR, amount, "修缮宣传栏旁的危房", TODAY));
        refused(AppropriationRefusal.SUSPECT_WORD, here.allocations.approve(here.cityOffice2, id, TODAY));
        Clearings.Expense expense =
                here.allocations.find(here.cityOffice2, id).orElseThrow().expense();
        Clearings clearings = office.part(Clearings.class);
        List<FundRules.Suspicion> words = clearings.open(here.cityOffice2, expense);
        assertEquals(
                List.of("宣传栏"), words.stream().map(FundRules.Suspicion::word).toList(), "told once");
        refused(
                AccessRefusal.SAME_PERSON,
                clearings.clear(here.cityOffice, expense, words.getFirst().list(), "宣传栏", "是位置", TODAY));
        done(clearings.clear(here.cityOffice2, expense, words.getFirst().list(), "宣传栏", "是位置", TODAY));
        done(here.allocations.approve(here.cityOffice2, id, TODAY));
        done(here.allocations.notice(here.cityOffice, id, TODAY));
        done(here.allocations.issue(here.cityFinance, id, "文号371018", TODAY));
    }

    @Test
    void noLineIsOverdrawnHoweverManyPayAtOnce() throws Exception {
        FundedCity here = new FundedCity(office, "371026");
        BudgetLine pays = here.programme(here.allocated("home-repair", 100_000), "home-repair", 100_000);
        List<Long> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(done(here.requests.raise(
                    here.county.clerk,
                    told(pays, "修缮第" + i + "批"),
                    new PaymentRequests.Payee("某公司", "农商行", "6222020000000000008", new Fen(30_000)),
                    TODAY)));
        }
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Callable<Answer<PaymentRequest>>> all = requests.stream()
                    .<Callable<Answer<PaymentRequest>>>map(id -> () -> here.requests.approve(here.finance, id, TODAY))
                    .toList();
            int approved = 0;
            for (Future<Answer<PaymentRequest>> one : several.invokeAll(all)) {
                approved += one.get() instanceof Answer.Done<PaymentRequest> ? 1 : 0;
            }
            assertEquals(3, approved);
        }
        assertEquals(90_000, here.line(pays.id()).reservedFen());
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void thirtyDaysRunFromTheIssueUntilAllIsGivenOn() {
        FundedCity here = new FundedCity(office, "371027");
        BudgetLine line = here.allocated("rain-dew", 100);
        FundClocks clocks = office.part(FundClocks.class);
        List<FundClock> running = clocks.of(here.finance, here.county.path, YEAR, TODAY);
        assertEquals(
                List.of(
                        "disbursement RUNNING 2020-05-01 POVERTY_OFFICE",
                        "finance-disbursement NOT_STARTED null POVERTY_OFFICE"),
                running.stream().map(SpecialFundsTest::told).toList());
        here.programme(line, "rain-dew", 100);
        assertEquals(
                List.of("disbursement KEPT 2020-05-01 NOBODY", "finance-disbursement KEPT 2020-04-16 NOBODY"),
                clocks.of(here.finance, here.county.path, YEAR, TODAY.plusDays(60)).stream()
                        .map(SpecialFundsTest::told)
                        .sorted()
                        .toList());
    }

    private static String told(FundClock clock) {
        return clock.limit().id() + " " + clock.state() + " " + clock.deadline() + " " + clock.holder();
    }
}
