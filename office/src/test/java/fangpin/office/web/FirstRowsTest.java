package fangpin.office.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstRowsTest {
    private static final int MOST = 3;

    @ParameterizedTest
    @CsvSource({"0, 0, false", "2, 2, false", "3, 3, false", "4, 3, true", "9, 3, true"})
    void saysWhetherThereAreMore(int there, int shown, boolean more) {
        FirstRows<Integer> first = FirstRows.of(
                MOST, most -> IntStream.range(0, there).limit(most).boxed().toList());
        assertEquals(IntStream.range(0, shown).boxed().toList(), first.rows());
        assertEquals(more, first.more());
        assertEquals(there == 0, first.isEmpty());
    }
}
