package fangpin.kernel.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import fangpin.kernel.settlement.Waterfall.Bucket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterfallTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "100, 100, 0", "100, 60, 40", "1, 0, 1"})
    void holdsEveryFenOnce(long total, long first, long second) {
        List<Bucket> buckets = buckets(total, first, second);
        Waterfall waterfall = new Waterfall(new Fen(total), buckets);
        assertEquals(List.copyOf(buckets), waterfall.buckets());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            total, first, second, complaint
            100,   60,    39,     the buckets hold 0.99 of 1.00
            100,   60,    41,     the buckets hold 1.01 of 1.00
            1,     0,     0,      the buckets hold 0.00 of 0.01
            100,   101,   -1,     the bucket second holds -0.01
            100,   -1,    101,    the bucket first holds -0.01
            """)
    void refusesAWrongSum(long total, long first, long second, String complaint) {
        Fen whole = new Fen(total);
        List<Bucket> buckets = buckets(total, first, second);
        assertEquals(
                complaint,
                assertThrows(IllegalStateException.class, () -> new Waterfall(whole, buckets))
                        .getMessage());
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<Bucket> buckets = buckets(100, 60, 40);
        Waterfall waterfall = new Waterfall(new Fen(100), buckets);
        buckets.clear();
        assertEquals(2, waterfall.buckets().size());
    }

    private static List<Bucket> buckets(long total, long first, long second) {
        List<Bucket> buckets = new ArrayList<>();
        Text nameless = new Text("", "");
        buckets.add(new Bucket("first", nameless, new Fen(first), new Fen(total - first)));
        buckets.add(new Bucket("second", nameless, new Fen(second), new Fen(total - first - second)));
        return buckets;
    }
}
