package fangpin.office.fund;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SD §5, LS §6.2, WH3 §4: what a product took, bore and spent; how its year ends; who must agree. */
class CorridorTest {
    private static final LocalDate AFTER = LocalDate.of(2021, 1, 15);

    private final RunningOffice office = RunningOffice.get();
    private final OperatingCosts costs = office.part(OperatingCosts.class);
    private final YearCloses closes = office.part(YearCloses.class);
    private final Corridors corridors = office.part(Corridors.class);

    private Corridor corridor(Treasury treasury) {
        return corridors
                .find(treasury.county.clerk, treasury.contract, Treasury.PRODUCT, AFTER)
                .orElseThrow();
    }

    private long cost(Treasury treasury, long fen, String voucher) {
        return done(costs.enter(
                treasury.maker,
                new OperatingCosts.Told(
                        treasury.contract, Treasury.PRODUCT, new Fen(fen), Treasury.TODAY, "网点值班", voucher),
                Treasury.TODAY));
    }

    private YearCloses.Wanted wanted(Treasury treasury, YearClose.Way way, long pendingFen) {
        return new YearCloses.Wanted(
                treasury.contract, Treasury.PRODUCT, new Fen(pendingFen), way, null, "T-9", "WH3 §4", "年度清算会议纪要");
    }

    @Test
    void aCostIsPostedByAnotherPersonAndItsVoucherCountsOnce() {
        Treasury treasury = new Treasury(office, "371041");
        treasury.premium(1_000_000);
        long cost = cost(treasury, 30_000, "V-1");
        refused(AccessRefusal.SAME_PERSON, costs.post(treasury.maker, cost, Treasury.TODAY));
        assertEquals(0, corridor(treasury).costFen());
        done(costs.post(treasury.checker, cost, Treasury.TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, costs.post(treasury.checker, cost, Treasury.TODAY));
        refused(
                PaymentRefusal.REFERENCE_USED,
                costs.enter(
                        treasury.maker,
                        new OperatingCosts.Told(
                                treasury.contract, Treasury.PRODUCT, new Fen(1), Treasury.TODAY, "再记一次", "V-1"),
                        Treasury.TODAY));
        Corridor now = corridor(treasury);
        assertEquals(30_000, now.costFen());
        assertEquals(970_000, now.resultFen());
        assertEquals(970_000, now.moneyFen());
        assertInstanceOf(CorridorBounds.None.class, now.bounds(), "Weihai's plan names no figure");
    }

    @Test
    void aSurplusGoesBackByTwoPersonsOnTheFiguresTheySaw() {
        Treasury treasury = new Treasury(office, "371042");
        treasury.premium(1_000_000);
        treasury.owe("claim/994201", 400_000);
        done(costs.post(treasury.checker, cost(treasury, 50_000, "V-2"), Treasury.TODAY));
        refused(
                PaymentRefusal.YEAR_RUNS,
                closes.propose(
                        treasury.county.clerk,
                        wanted(treasury, YearClose.Way.RETURNED, 0),
                        LocalDate.of(2020, 12, 31)));
        refused(
                PaymentRefusal.WRONG_WAY,
                closes.propose(treasury.county.clerk, wanted(treasury, YearClose.Way.BORNE, 0), AFTER));
        refused(
                PaymentRefusal.NO_NEXT_CONTRACT,
                closes.propose(treasury.county.clerk, wanted(treasury, YearClose.Way.NEXT_PREMIUM, 0), AFTER));
        long close =
                done(closes.propose(treasury.county.clerk, wanted(treasury, YearClose.Way.RETURNED, 100_000), AFTER));
        refused(
                PaymentRefusal.CLOSE_THERE,
                closes.propose(treasury.county.second, wanted(treasury, YearClose.Way.RETURNED, 0), AFTER));
        refused(AccessRefusal.SAME_PERSON, closes.agree(treasury.county.clerk, close, AFTER));
        treasury.owe("claim/994202", 1_000);
        refused(PaymentRefusal.CHANGED_MEANWHILE, closes.agree(treasury.county.second, close, AFTER));
        done(closes.refuse(treasury.county.second, close, "数字变了", AFTER));
        long again =
                done(closes.propose(treasury.county.clerk, wanted(treasury, YearClose.Way.RETURNED, 100_000), AFTER));
        done(closes.agree(treasury.county.second, again, AFTER));
        Corridor closed = corridor(treasury);
        assertEquals(449_000, closed.close().orElseThrow().movedFen());
        assertEquals(0, closed.close().orElseThrow().keptFen());
        assertEquals(501_000, closed.moneyFen(), "what is owed, and what is kept for open cases");
        assertEquals(449_000, treasury.balance(AccountKind.SURPLUS_GIVEN));
        assertEquals(
                0, treasury.totals().stream().mapToLong(Books.Total::balanceFen).sum());
    }

    private void carriedOver(Treasury treasury, long next) {
        YearCloses.Wanted wanted = new YearCloses.Wanted(
                treasury.contract,
                Treasury.PRODUCT,
                Fen.ZERO,
                YearClose.Way.NEXT_PREMIUM,
                next,
                "",
                "WH3 §4",
                "上年度结余结转");
        done(closes.agree(treasury.county.second, done(closes.propose(treasury.county.clerk, wanted, AFTER)), AFTER));
    }

    @Test
    void aSurplusGoesOnIntoTheNextContractsPremium() {
        Treasury treasury = new Treasury(office, "371043");
        treasury.premium(1_000_000);
        long next = treasury.nextContract();
        carriedOver(treasury, next);
        assertEquals(0, corridor(treasury).moneyFen());
        Corridor after = corridors
                .find(treasury.county.clerk, next, Treasury.PRODUCT, AFTER)
                .orElseThrow();
        assertEquals(1_000_000, after.premiumFen());
        assertEquals(1_000_000, after.moneyFen());
    }

    /** Next year's contract is of next year's pack: what is carried over is one pot with the premium that comes for it. */
    @Test
    void aSurplusGoesOnIntoAContractOfAnotherPack() {
        Treasury treasury = new Treasury(office, "371098");
        treasury.premium(1_000_000);
        long next = treasury.nextContract();
        JdbcClient database = office.part(JdbcClient.class);
        ScopedWork work = office.part(ScopedWork.class);
        work.write(
                treasury.county.clerk,
                () -> database.sql("update enrolment.contract set pack = 'lishui-2017' where id = ?")
                        .param(next)
                        .update());
        carriedOver(treasury, next);
        assertEquals(
                List.of("insurer-money lishui-2017 1000000", "premium-received lishui-2017 -1000000"),
                work.read(
                        treasury.county.clerk,
                        () -> database.sql("""
                                        select kind || ' ' || pack || ' ' || balance_fen from fund.account
                                        join fund.balance on account_id = id where contract_id = ? order by kind
                                        """).param(next).query(String.class).list()));
    }

    @Test
    void aDeficitIsBorneByTheInsurerOrMadeUpByFinance() {
        Treasury treasury = new Treasury(office, "371044");
        treasury.premium(100_000);
        treasury.owe("claim/994401", 400_000);
        done(closes.agree(
                treasury.county.second,
                done(closes.propose(treasury.county.clerk, wanted(treasury, YearClose.Way.BORNE, 0), AFTER)),
                AFTER));
        assertEquals(400_000, corridor(treasury).moneyFen(), "the insurer's own 3,000 yuan came in");
        assertEquals(-300_000, treasury.balance(AccountKind.INSURER_RESULT));

        Treasury other = new Treasury(office, "371045");
        other.premium(100_000);
        other.owe("claim/994501", 400_000);
        done(closes.agree(
                other.county.second,
                done(closes.propose(other.county.clerk, wanted(other, YearClose.Way.MADE_UP, 0), AFTER)),
                AFTER));
        assertEquals(400_000, corridor(other).premiumFen());
    }

    @Test
    void thePageShowsFiguresThatLeadToTheBooksAndTakesACost() {
        Treasury treasury = new Treasury(office, "371046");
        treasury.premium(1_000_000);
        String address = "/corridor/" + treasury.contract + "/" + Treasury.PRODUCT;
        Browser insurer = Browser.signedIn(office, "insurer-371046");
        String page = insurer.get(address).body();
        assertTrue(page.contains("/ledger/accounts?contract=" + treasury.contract), page);
        assertTrue(page.contains("10,000.00"), page);
        assertEquals(
                303,
                insurer.post(
                                address + "/costs",
                                Map.of("spentOn", "2020-06-01", "what", "培训", "voucher", "V-7", "amount", "1,200.50"))
                        .statusCode());
        assertEquals(
                422,
                insurer.post(address + "/costs", Map.of("spentOn", "x", "what", "培训", "voucher", "V-8", "amount", "1"))
                        .statusCode());
        assertTrue(insurer.get(address).body().contains("1,200.50"));
        assertEquals(404, insurer.get("/corridor/999999999/" + Treasury.PRODUCT).statusCode());
        assertEquals(
                200, Browser.signedIn(office, "finance-371046").get("/corridor").statusCode());
    }
}
