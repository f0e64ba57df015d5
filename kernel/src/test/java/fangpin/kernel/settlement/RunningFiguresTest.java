package fangpin.kernel.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Accumulator.Keeps;
import fangpin.kernel.benefit.ExplainingExecutor;
import fangpin.kernel.benefit.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningFiguresTest {
    private static final Program PROGRAM = new Program(
            List.of("cost"),
            List.of(
                    SampleProduct.sum("of the person", 0),
                    new Accumulator("of the accident", SampleProduct.NAMELESS, SampleProduct.ACCIDENT, Keeps.SUM, 0),
                    new Accumulator(
                            "highest of the accident",
                            SampleProduct.NAMELESS,
                            SampleProduct.ACCIDENT,
                            Keeps.HIGHEST,
                            0)),
            List.of());

    private final RunningFigures figures = new RunningFigures(PROGRAM);

    @Test
    void keepsOnlyWhatIsOfTheSameScope() {
        assertEquals(List.of(0L, 0L, 0L), settle("A", 10));
        assertEquals(List.of(10L, 10L, 10L), settle("A", 4));
        assertEquals(List.of(14L, 0L, 0L), settle("B", 5));
        assertEquals(List.of(19L, 14L, 10L), settle("A", 0));
        assertEquals(List.of(19L, 5L, 5L), settle("B", 0));
        assertEquals(List.of(19L, 0L, 0L), figures.before(input(Map.of(), 0)));
        assertEquals(List.of(19L, 0L, 0L), figures.before(input(Map.of("ward", "A"), 0)));
    }

    @Test
    void takesNothingInBeforeItIsTold() {
        CaseInput input = input(Map.of(), 7);
        assertEquals(figures.before(input), figures.before(input));
        assertEquals(List.of(0L, 0L, 0L), figures.before(input));
    }

    /** Settles a case and gives the figures before it. */
    private List<Long> settle(String accident, long cost) {
        CaseInput input = input(Map.of("accident_id", accident), cost);
        List<Long> before = figures.before(input);
        figures.take(input, ExplainingExecutor.explain(PROGRAM, input.values(), before));
        return before;
    }

    private static CaseInput input(Map<String, String> keys, long cost) {
        return new CaseInput("C1", "P1", LocalDate.parse("2020-06-01"), List.of(cost), keys);
    }
}
