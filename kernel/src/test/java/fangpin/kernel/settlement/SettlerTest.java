package fangpin.kernel.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Engine;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PayerLayer.Base;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Product.CaseKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH3 §3.1 over a person's year, from bill to waterfall. */
class SettlerTest {
    private static final LocalDate DAY = LocalDate.parse("2020-06-01");

    /**
     * Each line is one bill on top of what the year already holds, all in yuan. What is paid is the rise of
     * min(cap, R - (E - 1 fen) / 10), never less than nothing.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            eligible to date, left to date, paid to date, total,  eligible, basic, fund, paid,    self,   year paid
            0,                0,            0,            0,      0,        0,     0,    0.00,    0.00,   0.00
            0,                0,            0,            100,    0,        0,     30,   0.00,    0.00,   0.00
            0,                0,            0,            120,    100,      0,     0,    90.01,   9.99,   90.01
            0,                0,            0,            120,    100,      60,    5,    30.01,   9.99,   30.01
            0,                0,            0,            100,    100,      90,    0,    0.01,    9.99,   0.01
            0,                0,            0,            100,    100,      91,    0,    0.00,    9.00,   0.00
            100,              40,           30.01,        100,    100,      0,     0,    90.00,   10.00,  120.01
            100,              40,           30.01,        500,    100,      100,   400,  0.00,    0.00,   30.01
            0,                0,            0,            100000, 100000,   0,     0,    10000.00, 90000.00, 10000.00
            10000,            10000,        9000.01,      10000,  10000,    0,     0,    999.99,  9000.01, 10000.00
            20000,            20000,        10000,        500,    400,      0,     0,    0.00,    400.00, 10000.00
            """)
    void settles(
            String eligibleToDate,
            String leftToDate,
            String paidToDate,
            String total,
            String eligible,
            String basic,
            String fund,
            String paid,
            String self,
            String yearPaid) {
        Settlement settlement = settle(
                List.of(fen(total), fen(eligible), fen(basic), fen(fund)),
                List.of(fen(eligibleToDate), fen(leftToDate), fen(paidToDate)));
        assertEquals(paid, settlement.paid().yuan());
        assertEquals(yearPaid, settlement.yearPaid().yuan());
        assertEquals(self, settlement.bucket("self").yuan());
        assertEquals(
                fen(total) - fen(eligible) - fen(fund),
                settlement.bucket("ineligible").amount());
        assertEquals(new Fen(fen(total)), settlement.waterfall().total());
        assertEquals(Fen.ZERO, settlement.bucket("no such bucket"));
    }

    @Test
    void putsTheBucketsInThePacksOrder() {
        Settlement settlement = settle(List.of(12_000L, 10_000L, 6_000L, 500L), List.of(0L, 0L, 0L));
        assertEquals(
                List.of(
                        "basic 6000 6000",
                        "supplementary 3001 2999",
                        "self 999 2000",
                        "fund 500 1500",
                        "ineligible 1500 0"),
                settlement.waterfall().buckets().stream()
                        .map(bucket -> bucket.id() + " " + bucket.amount().amount() + " "
                                + bucket.left().amount())
                        .toList());
        assertEquals("目录外费用", settlement.waterfall().buckets().getLast().name().zh());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            total, eligible, basic, fund
            100,   100,      101,   0
            100,   90,       91,    0
            100,   90,       0,     11
            90,    100,      0,     0
            100,   100,      -1,    0
            """)
    void refusesToPayMoreThanThereIs(long total, long eligible, long basic, long fund) {
        List<Long> values = List.of(total, eligible, basic, fund);
        List<Long> before = List.of(0L, 0L, 0L);
        assertThrows(IllegalStateException.class, () -> settle(values, before));
    }

    @Test
    void takesTheEligibleCostForTheWholeWhereNoTotalIsGiven() {
        Settlement settlement = settleClaim(100, 30, 50);
        assertEquals(List.of("other 30", "supplementary 50", "self 20"), buckets(settlement));
        assertEquals(Fen.ZERO, settlement.bucket("ineligible"));
    }

    @Test
    void givesAClaimWithoutABillNoBuckets() {
        Settlement settlement = settleClaim(0, 0, 5_000_000);
        assertEquals(List.of(), settlement.waterfall().buckets());
        assertEquals(Fen.ZERO, settlement.waterfall().total());
        assertEquals(new Fen(5_000_000), settlement.paid());
    }

    @Test
    void givesACaseWithoutCostsNoBuckets() {
        Program program = new Program(
                List.of("kind"), List.of(), List.of(SampleProduct.step("paid", new Operation.LumpSum(500))));
        Product product = SampleProduct.product(
                CaseKind.CLAIM, program, List.of(SampleProduct.layer("supplementary", Base.ELIGIBLE, 1)));
        Settlement settlement = Settler.settle(SampleProduct.pack(), product, input(List.of(1L)), List.of());
        assertEquals(List.of(), settlement.waterfall().buckets());
    }

    /**
     * Accident claims run over all rows of the accident (formats: medical), so a later row may pay back what an earlier one left
     * to the person; a bill never does.
     */
    @Test
    void letsAClaimMakeUpForAnEarlierOneOfTheAccident() {
        assertEquals(List.of("other 100", "supplementary 80", "self -80"), buckets(settleClaim(100, 100, 80)));
    }

    @Test
    void refusesAPayerOutsideTheCatalogueWhereNoTotalIsGiven() {
        Program program = claimProgram(10);
        Product product = SampleProduct.product(
                CaseKind.CLAIM,
                program,
                List.of(
                        SampleProduct.layer("supplementary", Base.ELIGIBLE, 2),
                        SampleProduct.layer("other", Base.INELIGIBLE, 1)));
        CaseInput input = input(List.of(100L, 30L));
        assertThrows(
                IllegalStateException.class, () -> Settler.settle(SampleProduct.pack(), product, input, List.of()));
    }

    @Test
    void stampsAReceipt() {
        Receipt receipt =
                settle(List.of(100L, 100L, 0L, 0L), List.of(0L, 0L, 0L)).receipt();
        assertEquals(Engine.VERSION, receipt.engineVersion());
        assertEquals("weihai-2020", receipt.packId());
        assertEquals("a1b2", receipt.packHash());
        assertNull(receipt.superiorPackHash());
        assertEquals("{R1=strict, R2=running}", receipt.readings().toString());
        assertEquals(64, receipt.inputHash().length());
        PolicyPack under = SampleProduct.pack(new PolicyPack.Superior("shandong-2020", "c3d4", List.of(), List.of()));
        Settlement bound =
                Settler.settle(under, SampleProduct.product(), input(List.of(100L, 100L, 0L, 0L)), List.of(0L, 0L, 0L));
        assertEquals("c3d4", bound.receipt().superiorPackHash());
        assertEquals(receipt.inputHash(), bound.receipt().inputHash());
    }

    /** The text that is hashed, written out by hand and hashed by another program. */
    @Test
    void hashesWhatTheReceiptPromises() {
        CaseInput input = new CaseInput("B1", "张三", DAY, List.of(100L, 100L, 0L, 0L), Map.of("b", "x", "a", "y"));
        assertEquals(
                "49f995268b31efebd6731f613299444086b2594ee39c5a99475b6f8918fb9eb3",
                Settler.inputHash(SampleProduct.product(), input, List.of(1L, 2L, 3L)));
    }

    @Test
    void hashesEveryDifferenceOfACase() {
        Product product = SampleProduct.product();
        List<Long> values = List.of(1L, 1L, 0L, 0L);
        List<Long> before = List.of(0L, 0L, 0L);
        Map<String, String> keys = Map.of("accident_id", "A1");
        List<String> hashes = List.of(
                hash(product, "B1", "P1", DAY, values, keys, before),
                hash(product, "B2", "P1", DAY, values, keys, before),
                hash(product, "B1", "P2", DAY, values, keys, before),
                hash(product, "B1\nperson 2 P1", "P1", DAY, values, keys, before),
                hash(product, "B1", "P1", DAY.plusDays(1), values, keys, before),
                hash(product, "B1", "P1", DAY, List.of(2L, 1L, 0L, 0L), keys, before),
                hash(product, "B1", "P1", DAY, List.of(1L, 1L, 0L, 1L), keys, before),
                hash(product, "B1", "P1", DAY, values, Map.of("accident_id", "A2"), before),
                hash(product, "B1", "P1", DAY, values, Map.of(), before),
                hash(product, "B1", "P1", DAY, values, keys, List.of(0L, 0L, 1L)));
        Set<String> distinct = new HashSet<>(hashes);
        assertEquals(hashes.size(), distinct.size());
    }

    @Test
    void hashesTheSameCaseTheSame() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("accident_id", "A1");
        one.put("household", "H1");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("household", "H1");
        other.put("accident_id", "A1");
        Product product = SampleProduct.product();
        List<Long> values = List.of(1L, 1L, 0L, 0L);
        List<Long> before = List.of(0L, 0L, 0L);
        String hash = hash(product, "B1", "P1", DAY, values, one, before);
        assertEquals(hash, hash(product, "B1", "P1", DAY, values, other, before));
        assertNotEquals(hash, hash(product, "B1", "P1", DAY, values, Map.of("accident_id", "A1"), before));
    }

    private static String hash(
            Product product,
            String bill,
            String person,
            LocalDate day,
            List<Long> values,
            Map<String, String> keys,
            List<Long> before) {
        return Settler.inputHash(product, new CaseInput(bill, person, day, values, keys), before);
    }

    private static Settlement settle(List<Long> values, List<Long> before) {
        return Settler.settle(SampleProduct.pack(), SampleProduct.product(), input(values), before);
    }

    /** A claim with its own eligible cost, another payer's part and a fixed benefit. */
    private static Settlement settleClaim(long eligible, long other, long benefit) {
        List<PayerLayer> layers = List.of(
                SampleProduct.layer("other", Base.ELIGIBLE, 1), SampleProduct.layer("supplementary", Base.ELIGIBLE, 2));
        Product product = SampleProduct.product(CaseKind.CLAIM, claimProgram(benefit), layers);
        return Settler.settle(SampleProduct.pack(), product, input(List.of(eligible, other)), List.of());
    }

    private static Program claimProgram(long benefit) {
        return new Program(
                List.of("eligible_cost", "other_paid"),
                List.of(),
                List.of(SampleProduct.step("benefit", new Operation.LumpSum(benefit))));
    }

    private static List<String> buckets(Settlement settlement) {
        return settlement.waterfall().buckets().stream()
                .map(bucket -> bucket.id() + " " + bucket.amount().amount())
                .toList();
    }

    private static CaseInput input(List<Long> values) {
        return new CaseInput("B1", "P1", DAY, values, Map.of());
    }

    private static long fen(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
