package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.Text.Language;
import fangpin.kernel.benefit.StepTrace.Exact;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, -1, -99, -100, -101, 123456789, 99999999999999L, -99999999999999L})
    void writesYuanAsTheKernelDoes(long fen) {
        assertEquals(Fen.yuan(fen), Amounts.yuan(fen));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // negative | whole fen | remainder | denominator | yuan | as people read it
                "false | 400002 | 2 | 5 | 4000.024 | 4,000.024",
                "false | 400000 | 0 | 5 | 4000.00 | 4,000.00",
                "true | 400002 | 2 | 5 | -4000.024 | -4,000.024",
                "true | 0 | 0 | 5 | 0.00 | 0.00",
                "true | 0 | 1 | 2 | -0.005 | -0.005",
                "false | 1500000 | 2 | 3 | 2250001/150 | 15,000.00 and 2/3 fen",
                "false | 0 | 1 | 3 | 1/300 | 0.00 and 1/3 fen",
                "false | 100000000 | 1 | 1000000 | 1000000.00000001 | 1,000,000.00000001",
                "false | 9000000000000 | 999999 | 1000000 | 90000000000.00999999 | 90,000,000,000.00999999"
            })
    void writesTheExactValueBeforeRounding(
            boolean negative, long whole, long remainder, long denominator, String yuan, String readable) {
        Exact exact = new Exact(negative, whole, remainder, denominator, Rounding.HALF_UP);
        assertEquals(yuan, Amounts.exact(exact));
        assertEquals(readable, Amounts.readableExact(exact, Messages.in(Language.EN)));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 10%, 1/10", "34, 125, 27.2%, 34/125", "1, 1, 100%, 1/1", "0, 1, 0%, 0/1"})
    void writesRatios(long numerator, long denominator, String percent, String fraction) {
        Ratio ratio = new Ratio(numerator, denominator);
        assertEquals(percent, Amounts.percent(ratio));
        assertEquals(fraction, Amounts.fraction(ratio));
    }
}
