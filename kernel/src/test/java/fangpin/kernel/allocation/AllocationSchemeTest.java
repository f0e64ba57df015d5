package fangpin.kernel.allocation;

import static fangpin.kernel.allocation.SampleScheme.BLOCK;
import static fangpin.kernel.allocation.SampleScheme.CLAUSE;
import static fangpin.kernel.allocation.SampleScheme.FIELD;
import static fangpin.kernel.allocation.SampleScheme.HILL;
import static fangpin.kernel.allocation.SampleScheme.LAKE;
import static fangpin.kernel.allocation.SampleScheme.MATCH;
import static fangpin.kernel.allocation.SampleScheme.PARK;
import static fangpin.kernel.allocation.SampleScheme.SCHEME;
import static fangpin.kernel.allocation.SampleScheme.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.FundRefusal.Reason;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationSchemeTest {
    private static final String BLOCKS = " 20:block-amount:2.50 10-park:block-amount:0.5";

    /** Shares of town, park, hill, lake by themselves; the code of the lake is smaller than the hill's. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            town, park, hill, lake, field
            1,    2,    3,    4,    1.00 2.00 3.00 4.00
            1,    1,    1,    1,    3.00 3.00 2.00 2.00
            3,    0,    3,    3,    4.00 0.00 3.00 3.00
            0,    1,    1,    1,    0.00 4.00 3.00 3.00
            0,    0,    4,    4,    0.00 0.00 5.00 5.00
            0,    0,    1,    2,    0.00 0.00 3.00 7.00
            0,    0,    0,    9,    0.00 0.00 0.00 10.00
            """)
    void sharesAreDealtByLargestRemainderTiesToTheSmallerCode(int town, int park, int hill, int lake, String field) {
        Allocation allocation = allocated("10:persons:" + town + " 10-park:persons:" + park + " 20:persons:" + hill
                + " 15:persons:" + lake + BLOCKS);
        assertEquals(field, own(allocation, FIELD));
        assertEquals("0.00 0.50 2.50 0.00", own(allocation, BLOCK));
        assertEquals(Fen.ofYuan(10), allocation.total(FIELD));
        assertEquals(Fen.ofYuan(5), allocation.total(MATCH));
    }

    @Test
    void aUnitHoldsWhatTheUnitsInsideItHold() {
        Allocation allocation = allocated("10:persons:1 10-park:persons:2 20:persons:3 15:persons:4" + BLOCKS);
        assertEquals("3.00 2.00 3.00 4.00", amounts(allocation, FIELD));
        assertEquals("0.50 0.50 2.50 0.00", amounts(allocation, BLOCK));
        assertEquals("1.50 1.00 1.50 2.00", amounts(allocation, MATCH));
        List<FundLevel> above = List.of(FundLevel.PROVINCE, FundLevel.CITY);
        assertEquals("3.50", allocation.amount(TOWN, above).yuan());
        assertEquals("13.00", allocation.total(above).yuan());
        assertEquals("10.00", allocation.total(List.of(FundLevel.PROVINCE)).yuan());
        assertEquals("5.00", allocation.total(List.of(FundLevel.DISTRICT)).yuan());
        assertEquals("0.00", allocation.total(List.of(FundLevel.CENTRAL)).yuan());
        assertEquals(Optional.of("26.92%"), allocation.tilt().map(Proportion::percent));
    }

    @Test
    void everyShareSaysWhy() {
        Allocation allocation = allocated("10:persons:1 10-park:persons:0 20:persons:1 15:persons:1" + BLOCKS);
        List<String> reasons = allocation.splits().stream()
                .flatMap(split -> split.shares().stream())
                .filter(share ->
                        share.division().equals(TOWN) || share.division().equals(HILL))
                .map(AllocationSchemeTest::reason)
                .toList();
        assertEquals(
                List.of(
                        "1 of 3: 3 and 1/3, rank 1, raised true",
                        "1 of 3: 3 and 1/3, rank 3, raised false",
                        "stated",
                        "stated",
                        "50% of 4.00",
                        "50% of 3.00"),
                reasons);
    }

    private static String reason(ItemSplit.Share share) {
        return switch (share.basis()) {
            case ItemSplit.Apportioned by ->
                by.headcount() + " of " + by.part().weights() + ": " + by.part().whole() + " and "
                        + by.part().remainder() + "/" + by.part().weights() + ", rank "
                        + by.part().rank() + ", raised " + by.part().raised();
            case ItemSplit.Stated _ -> "stated";
            case ItemSplit.Matched matched -> matched.ratio() + " of " + matched.share();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
            stated                                                                                       | reason              | words
            10:persons:1 20:persons:1 15:persons:1                                                       | MISSING_MEASURE     | The division "10-park" (d10-park) has no "persons"
            10:persons:0 10-park:persons:0 20:persons:0 15:persons:0                                     | NOTHING_TO_SPLIT_BY | All of "persons" is 0
            10:persons:1 10-park:persons:0 20:persons:0 15:persons:0                                     | AMOUNTS_DIFFER      | "block-amount" adds up to 0.00 yuan, but SA §1 sets 3.00 yuan for block
            10:persons:1 10-park:persons:0 20:persons:0 15:persons:0 20:block-amount:2.99                | AMOUNTS_DIFFER      | adds up to 2.99 yuan
            10:persons:1 10-park:persons:0 20:persons:0 15:persons:0 20:block-amount:3 15:block-amount:0.01 | AMOUNTS_DIFFER   | adds up to 3.01 yuan
            """)
    void whatCannotBeSplitIsRefused(String stated, Reason reason, String words) {
        FundRefusal refusal = assertInstanceOf(FundRefusal.class, SCHEME.allocate(SampleScheme.headcounts(stated)));
        assertEquals(reason, refusal.reason());
        assertTrue(refusal.message().en().contains(words), refusal.message().en());
        assertTrue(
                refusal.message().zh().matches(".*\\p{IsHan}.*"),
                refusal.message().zh());
    }

    /** A premium needs one item only; what the others lack does not matter to it. */
    @Test
    void oneItemNeedsOnlyItsOwnMeasure() {
        Headcounts persons = SampleScheme.headcounts("10:persons:1 10-park:persons:0 20:persons:0 15:persons:0");
        assertInstanceOf(ItemSplit.class, SCHEME.split(FIELD, persons));
        assertInstanceOf(ItemSplit.class, SCHEME.split(MATCH, persons));
        assertInstanceOf(FundRefusal.class, SCHEME.split(BLOCK, persons));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        FundItem huge =
                SampleScheme.item("huge", FundLevel.CITY, new FundItem.Given(new Fen(Long.MAX_VALUE), "block-amount"));
        FundItem twice = SampleScheme.item(
                "twice", FundLevel.DISTRICT, new FundItem.Matching("field", Ratio.ofPpm(2 * Ratio.PPM)));
        FundItem field = SampleScheme.item(
                "field", FundLevel.CITY, new FundItem.ByHeadcount(new Fen(Long.MAX_VALUE / 100 * 100), "persons"));
        AllocationScheme scheme = new AllocationScheme(
                "s",
                SampleScheme.text("s"),
                CLAUSE,
                Fen.ofYuan(1),
                List.of(LAKE),
                SCHEME.measures(),
                List.of(field, huge, twice),
                null,
                List.of());
        Headcounts one = SampleScheme.headcounts("15:persons:1");
        assertInstanceOf(ItemSplit.class, scheme.split(field, one));
        FundRefusal refusal = assertInstanceOf(FundRefusal.class, scheme.split(twice, one));
        assertEquals(Reason.TOO_LARGE, refusal.reason());
    }

    /** The loader lets no such ratio through; a fen is never split in silence. */
    @Test
    void aMatchThatIsNoWholeFenIsAFault() {
        FundItem third =
                SampleScheme.item("third", FundLevel.DISTRICT, new FundItem.Matching("block", Ratio.ofPpm(500_000)));
        AllocationScheme scheme = new AllocationScheme(
                "s",
                SampleScheme.text("s"),
                CLAUSE,
                Fen.ofYuan(1),
                List.of(LAKE),
                SCHEME.measures(),
                List.of(
                        SampleScheme.item("block", FundLevel.CITY, new FundItem.Given(new Fen(1), "block-amount")),
                        third),
                null,
                List.of());
        Headcounts aFen = SampleScheme.headcounts("15:block-amount:0.01");
        assertThrows(IllegalStateException.class, () -> scheme.split(third, aFen));
    }

    @ParameterizedTest
    @CsvSource({
        "586575, 659500, 88.94%",
        "1, 3, 33.33%",
        "2, 3, 66.67%",
        "1, 20000, 0.01%",
        "1, 20001, 0.00%",
        "0, 0, 0.00%",
        "5, 5, 100.00%",
        "9223372036854775807, 9223372036854775807, 100.00%"
    })
    void aProportionIsReadHalfUp(long part, long whole, String percent) {
        assertEquals(percent, new Proportion(new Fen(part), new Fen(whole)).percent());
    }

    private static Allocation allocated(String stated) {
        return assertInstanceOf(Allocation.class, SCHEME.allocate(SampleScheme.headcounts(stated)));
    }

    private static String own(Allocation allocation, FundItem item) {
        return allocation.splits().stream()
                .filter(split -> split.item().equals(item))
                .flatMap(split -> split.shares().stream())
                .map(share -> share.amount().yuan())
                .collect(Collectors.joining(" "));
    }

    private static String amounts(Allocation allocation, FundItem item) {
        return Stream.of(TOWN, PARK, HILL, LAKE)
                .map(division -> allocation.amount(division, item).yuan())
                .collect(Collectors.joining(" "));
    }
}
