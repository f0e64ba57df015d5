package fangpin.kernel.allocation;

import static fangpin.kernel.allocation.SampleScheme.FIELD;
import static fangpin.kernel.allocation.SampleScheme.HILL;
import static fangpin.kernel.allocation.SampleScheme.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scheme's parts by their names, and nothing by any other. */
class LookupsTest {
    @Test
    void aSchemesPartsAreFoundByTheirOwnNameOnly() {
        assertEquals(Optional.of(HILL), SCHEME.division("20"));
        assertEquals(Optional.empty(), SCHEME.division("2"));
        assertEquals(Optional.of(FIELD), SCHEME.item(FIELD.id()));
        assertEquals(Optional.empty(), SCHEME.item("no-such-item"));
    }

    @Test
    void fundsKnowTheirSchemesAndEveryMeasureOnce() {
        Funds funds = new Funds(List.of(SCHEME), null, List.of());
        assertEquals(Optional.of(SCHEME), funds.scheme(SCHEME.id()));
        assertEquals(Optional.empty(), funds.scheme("no-such-scheme"));
        assertEquals(SCHEME.measures(), funds.measures());
        assertEquals(List.of(), new Funds(List.of(), null, List.of()).measures());
    }

    @Test
    void headcountsOfNobodyAreEmpty() {
        assertTrue(SampleScheme.headcounts("").isEmpty());
        assertFalse(SampleScheme.headcounts("20:block-amount:2.50").isEmpty());
    }
}
