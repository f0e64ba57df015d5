package fangpin.office.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.LoadResult;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LS §6.2: of a profit or loss, what the insurer keeps or bears, by a pack that states its bounds. */
class CorridorBoundsTest {
    private static final LocalDate DAY = LocalDate.of(2017, 12, 31);

    private static PolicyPack lishui(String without) {
        FillFile sample = Packs.sampleFills().stream()
                .filter(one -> one.pack().equals("lishui-2017"))
                .findFirst()
                .orElseThrow();
        String text = new String(sample.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.strip().startsWith(without))
                .collect(Collectors.joining("\n"));
        FillFile.Result.Read read = assertInstanceOf(
                FillFile.Result.Read.class, FillFile.read(sample.name(), text.getBytes(StandardCharsets.UTF_8)));
        return assertInstanceOf(LoadResult.Loaded.class, Packs.load("lishui-2017", Map.of(), read.file()))
                .pack();
    }

    /** The sample's bounds: 5% of the premium, either way. Yuan. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100000 | 90000  | 7000  | within | 3000 | 0
            100000 | 90000  | 5000  | within | 5000 | 0
            100000 | 80000  | 5000  | above  | 5000 | 0
            100000 | 100000 | 0     | within | 0    | 0
            100000 | 104000 | 1000  | within | 0    | 5000
            100000 | 110000 | 5000  | below  | 0    | 5000
            """)
    void whatIsKeptAndBorne(long premium, long paid, long cost, String where, long kept, long borne) {
        CorridorBounds.Stated stated = assertInstanceOf(
                CorridorBounds.Stated.class,
                CorridorBounds.of(lishui("#"), "supplementary-medical", DAY, premium * 100, paid * 100, cost * 100));
        assertEquals(kept * 100, stated.keptFen());
        assertEquals(borne * 100, stated.borneFen());
        long result = premium - paid - cost;
        assertEquals(
                where,
                result > kept ? "above" : -result > borne ? "below" : "within",
                "beyond a bound something moves on, within nothing does");
        assertEquals("LS §6.2", stated.clause());
    }

    @Test
    void aPackWhoseBoundsAreOpenSaysSo() {
        assertEquals(
                2,
                assertInstanceOf(
                                CorridorBounds.Open.class,
                                CorridorBounds.of(lishui("corridor-"), "supplementary-medical", DAY, 100, 50, 10))
                        .terms()
                        .size());
    }
}
