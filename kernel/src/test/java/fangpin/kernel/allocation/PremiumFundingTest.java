package fangpin.kernel.allocation;

import static fangpin.kernel.allocation.SampleScheme.CLAUSE;
import static fangpin.kernel.allocation.SampleScheme.FIELD;
import static fangpin.kernel.allocation.SampleScheme.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.FundRefusal.Reason;
import fangpin.kernel.allocation.Measure.Unit;
import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PremiumFundingTest {
    private static final Period BEFORE = new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1));
    private static final HeadcountBase ALL = new HeadcountBase("persons", Ratio.WHOLE, CLAUSE);
    private static final List<Measure> MEASURES = Stream.concat(
                    SCHEME.measures().stream(), Stream.of(SampleScheme.measure("gift", Unit.YUAN)))
            .toList();
    private static final PremiumPayer PROVINCE = payer("province", new PremiumPayer.Allocated(SCHEME, FIELD));
    private static final PremiumPayer GIFT = payer("gift", new PremiumPayer.Stated("gift"));
    private static final PremiumPayer DISTRICT = payer("district", new PremiumPayer.Rest());

    /** Two products at 0.60 and 0.40 a person; the province's ten yuan are split by headcount. */
    private static final PremiumFunding FUNDING = new PremiumFunding(
            "f",
            SampleScheme.text("f"),
            CLAUSE,
            SCHEME,
            MEASURES,
            List.of(line("first", 60, ALL), line("second", 40, ALL)),
            new PremiumFunding.CarryOver(BEFORE, CLAUSE),
            List.of(PROVINCE, GIFT, DISTRICT),
            List.of());

    private static PremiumPayer payer(String id, PremiumPayer.Money money) {
        return new PremiumPayer(id, SampleScheme.text(id), CLAUSE, money);
    }

    private static PremiumLine line(String product, long rate, HeadcountBase base) {
        return new PremiumLine(product, SampleScheme.text(product), new Fen(rate), CLAUSE, base);
    }

    /** One town with all the persons: {@code payer=first+second}, then what was carried over and what is due. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            persons | surplus | gift | lines                                                                                        | left over
            20      | 0       |      | province=10.00+0.00 district=2.00+8.00 carry-over=0.00+0.00 due=12.00+8.00                    | ''
            16      | 0       |      | province=9.60+0.40 district=0.00+6.00 carry-over=0.00+0.00 due=9.60+6.40                      | ''
            10      | 0       |      | province=6.00+4.00 district=0.00+0.00 carry-over=0.00+0.00 due=6.00+4.00                      | ''
            9       | 0       |      | province=5.40+3.60 district=0.00+0.00 carry-over=0.00+0.00 due=5.40+3.60                      | province 1.00
            20      | 0       | 3.50 | province=10.00+0.00 gift=2.00+1.50 district=0.00+6.50 carry-over=0.00+0.00 due=12.00+8.00     | ''
            20      | 0       | 0    | province=10.00+0.00 gift=0.00+0.00 district=2.00+8.00 carry-over=0.00+0.00 due=12.00+8.00     | ''
            20      | 0       | 99   | province=10.00+0.00 gift=2.00+8.00 district=0.00+0.00 carry-over=0.00+0.00 due=12.00+8.00     | gift 89.00
            20      | 0.01    |      | province=10.00+0.00 district=1.99+8.00 carry-over=0.01+0.00 due=11.99+8.00                    | ''
            20      | 13.00   |      | province=0.00+7.00 district=0.00+0.00 carry-over=12.00+1.00 due=0.00+7.00                     | province 3.00
            20      | 20.05   |      | province=0.00+0.00 district=0.00+0.00 carry-over=12.00+8.00 due=0.00+0.00                     | carry-over 0.05 province 10.00
            """)
    void payersPayInOrderAndNothingIsBelowZero(
            int persons, String surplus, @Nullable String gift, String lines, String leftOver) {
        PremiumDue due = due(
                FUNDING,
                "10:persons:" + persons + " 10-park:persons:0 20:persons:0 15:persons:0"
                        + (gift == null ? "" : " 10:gift:" + gift),
                surplus);
        DivisionPremium town = due.divisions().getFirst();
        assertEquals("10", town.code());
        assertEquals(lines, lines(town));
        assertEquals(
                leftOver,
                town.surpluses().stream()
                        .map(left -> left.of() + " " + left.amount().yuan())
                        .collect(Collectors.joining(" ")));
    }

    /** The same town when who joined within the year is charged by days: what the persons cost stands for headcount times rate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            first | second | surplus | lines
            11.70 | 8.00   | 0       | province=10.00+0.00 district=1.70+8.00 carry-over=0.00+0.00 due=11.70+8.00
            11.70 | 7.99   | 12.00   | province=0.00+7.69 district=0.00+0.00 carry-over=11.70+0.30 due=0.00+7.69
            11.70 |        | 0       | province=10.00+0.00 district=1.70+8.00 carry-over=0.00+0.00 due=11.70+8.00
            0.00  | 0.01   | 0       | province=0.00+0.01 district=0.00+0.00 carry-over=0.00+0.00 due=0.00+0.01
            """)
    void whatPersonsCostByDaysStandsForHeadcountTimesRate(
            String first, @Nullable String second, String surplus, String lines) {
        PremiumByPerson persons = (division, line) -> division.equals("10")
                ? Optional.ofNullable(line.product().equals("first") ? first : second)
                        .map(PremiumFundingTest::fen)
                : Optional.empty();
        PremiumDue due = assertInstanceOf(
                PremiumDue.class,
                FUNDING.due(
                        SampleScheme.headcounts(
                                FUNDING.divisions(),
                                MEASURES,
                                "10:persons:20 10-park:persons:0 20:persons:0 15:persons:0"),
                        fen(surplus),
                        persons));
        assertEquals(lines, lines(due.divisions().getFirst()));
        assertEquals("20", due.divisions().getFirst().lines().getFirst().headcount());
    }

    private static String lines(DivisionPremium division) {
        LineDue first = division.lines().getFirst();
        LineDue second = division.lines().getLast();
        StringBuilder text = new StringBuilder();
        for (int payer = 0; payer < first.payments().size(); payer++) {
            text.append(first.payments().get(payer).payer().id())
                    .append('=')
                    .append(first.payments().get(payer).amount())
                    .append('+')
                    .append(second.payments().get(payer).amount())
                    .append(' ');
        }
        return text + "carry-over=" + first.carriedOver() + "+" + second.carriedOver() + " due=" + first.due() + "+"
                + second.due();
    }

    /** Premiums of 1.00, 2.00, 0 and 3.00; a fen that does not divide goes to the largest remainder, ties to the smaller code. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            surplus, shares
            6.00,    1.00 2.00 0.00 3.00
            0.06,    0.01 0.02 0.00 0.03
            0.01,    0.00 0.00 0.00 0.01
            0.02,    0.00 0.01 0.00 0.01
            0.03,    0.01 0.01 0.00 0.01
            """)
    void aSurplusIsSharedOutByPremium(String surplus, String shares) {
        PremiumDue due = due(FUNDING, "10:persons:1 10-park:persons:2 20:persons:0 15:persons:3", surplus);
        assertEquals(
                shares,
                due.divisions().stream()
                        .map(one -> one.lines().stream()
                                .map(LineDue::carriedOver)
                                .reduce(Fen.ZERO, Fen::plus)
                                .yuan())
                        .collect(Collectors.joining(" ")));
    }

    /** Whatever is stated, every premium is paid to the fen, and all the money is paid or left over. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 4, 0", "7, 0, 13, 1, 5.55", "0, 0, 0, 1, 0.99", "100, 200, 300, 400, 12345.67"})
    void nothingIsLostOnTheWay(int town, int park, int hill, int lake, String surplus) {
        PremiumDue due = due(
                FUNDING,
                "10:persons:" + town + " 10-park:persons:" + park + " 20:persons:" + hill + " 15:persons:" + lake
                        + " 20:gift:3.33",
                surplus);
        Fen paid = Fen.ZERO;
        Fen rest = Fen.ZERO;
        Fen left = Fen.ZERO;
        for (DivisionPremium division : due.divisions()) {
            for (LineDue line : division.lines()) {
                Fen payments =
                        line.payments().stream().map(PremiumDue.Payment::amount).reduce(Fen.ZERO, Fen::plus);
                assertEquals(line.premium(), payments.plus(line.carriedOver()));
                assertEquals(line.due(), payments);
                line.payments().forEach(one -> assertTrue(one.amount().amount() >= 0));
                paid = paid.plus(line.premium());
                rest = rest.plus(line.payments().getLast().amount());
            }
            for (PremiumDue.Surplus surplusLeft : division.surpluses()) {
                left = left.plus(surplusLeft.amount());
            }
        }
        Fen brought = Fen.ofYuan(10).plus(new Fen(333)).plus(fen(surplus));
        assertEquals(brought, paid.minus(rest).plus(left));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            stated                                                     | surplus | reason
            10:persons:1 20:persons:1 15:persons:1                     | 0       | MISSING_MEASURE
            10:persons:0 10-park:persons:0 20:persons:0 15:persons:0   | 0       | NOTHING_TO_SPLIT_BY
            10:persons:0 10-park:persons:0 20:persons:0 15:persons:0   | 1       | NOTHING_TO_SPLIT_BY
            """)
    void whatCannotBeWorkedOutIsRefused(String stated, String surplus, Reason reason) {
        assertEquals(reason, refused(FUNDING, stated, surplus).reason());
    }

    @Test
    void aFigureIsAskedForEvenWhereNobodysMoneyIsSplitByIt() {
        PremiumFunding alone = new PremiumFunding(
                "a",
                SampleScheme.text("a"),
                CLAUSE,
                SCHEME,
                MEASURES,
                List.of(line("first", 60, ALL)),
                null,
                List.of(DISTRICT),
                List.of());
        FundRefusal refusal = refused(alone, "10:persons:1 10-park:persons:1 20:persons:1", "0");
        assertEquals(Reason.MISSING_MEASURE, refusal.reason());
        assertTrue(refusal.message().en().contains("15"), refusal.message().en());
    }

    // -------------------------------------------------------------------------------------- LY2: a base without names

    private static PremiumFunding unnamed(long rate, PremiumFunding.@Nullable CarryOver carryOver) {
        HeadcountBase tenth = new HeadcountBase("persons", Ratio.ofPpm(100_000), CLAUSE);
        return new PremiumFunding(
                "u",
                SampleScheme.text("u"),
                CLAUSE,
                null,
                MEASURES,
                List.of(line("unnamed", rate, tenth)),
                carryOver,
                List.of(DISTRICT),
                List.of());
    }

    private static final PremiumFunding UNNAMED = unnamed(10_000, new PremiumFunding.CarryOver(BEFORE, CLAUSE));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            population, surplus,   base,   premium,   due
            26780,      172686.63, 2678,   267800.00, 95113.37
            26785,      0,         2678.5, 267850.00, 267850.00
            1,          0,         0.1,    10.00,     10.00
            0,          0,         0,      0.00,      0.00
            26780,      267800.00, 2678,   267800.00, 0.00
            26780,      267800.01, 2678,   267800.00, 0.00
            """)
    void aTenthOfThePopulationIsCountedExactly(
            long population, String surplus, String base, String premium, String due) {
        LineDue line = due(UNNAMED, "320703:persons:" + population, surplus)
                .divisions()
                .getFirst()
                .lines()
                .getFirst();
        assertEquals(base, line.headcount());
        assertEquals(premium, line.premium().yuan());
        assertEquals(due, line.due().yuan());
    }

    @Test
    void divisionsThatNobodyListedStandByCode() {
        PremiumDue due = due(UNNAMED, "320706:persons:10 320703:persons:20 320707:gift:1", "0");
        assertEquals(
                "320703 200.00, 320706 100.00, 320707 0.00",
                due.divisions().stream()
                        .map(one -> one.code() + " " + one.lines().getFirst().due())
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void aSurplusNeedsAClause() {
        PremiumFunding silent = unnamed(10_000, null);
        assertEquals(
                "100.00",
                due(silent, "1:persons:10", "0")
                        .divisions()
                        .getFirst()
                        .lines()
                        .getFirst()
                        .due()
                        .yuan());
        FundRefusal refusal = refused(silent, "1:persons:10", "0.01");
        assertEquals(Reason.NO_CARRY_OVER, refusal.reason());
        assertEquals("no-carry-over", refusal.reason().word());
        assertTrue(refusal.message().zh().contains("SA §1"), refusal.message().zh());
    }

    @Test
    void whatIsTooLargeIsRefused() {
        PremiumFunding dear = unnamed(99_999_999_990L, null);
        assertEquals(
                Reason.TOO_LARGE, refused(dear, "1:persons:999999999999", "0").reason());
    }

    @Test
    void aRateThatLeavesPartOfAFenIsNone() {
        HeadcountBase tenth = new HeadcountBase("persons", Ratio.ofPpm(100_000), CLAUSE);
        assertFalse(PremiumLine.wholeFen(new Fen(15), tenth));
        assertTrue(PremiumLine.wholeFen(new Fen(20), tenth));
        assertThrows(IllegalArgumentException.class, () -> line("odd", 15, tenth));
    }

    private static PremiumDue due(PremiumFunding funding, String stated, String surplus) {
        Headcounts headcounts = SampleScheme.headcounts(funding.divisions(), MEASURES, stated);
        return assertInstanceOf(PremiumDue.class, funding.due(headcounts, fen(surplus)));
    }

    private static FundRefusal refused(PremiumFunding funding, String stated, String surplus) {
        Headcounts headcounts = SampleScheme.headcounts(funding.divisions(), MEASURES, stated);
        return assertInstanceOf(FundRefusal.class, funding.due(headcounts, fen(surplus)));
    }

    private static Fen fen(String yuan) {
        return new Fen(new java.math.BigDecimal(yuan).movePointRight(2).longValueExact());
    }
}
