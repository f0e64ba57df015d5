package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkCompilerTest {
    private static final Text NAMELESS = new Text("", "");
    private static final Scope PERSON = new Scope(List.of());
    private static final Scope ACCIDENT = new Scope(List.of("accident_id"));

    /** Registers: 0 cost, 1 by person, 2 highest by accident, 3 also by person, 4 the year's sum. */
    private static final Program PROGRAM = new Program(
            List.of("cost"),
            List.of(
                    new Accumulator("person", NAMELESS, PERSON, Accumulator.Keeps.SUM, 0),
                    new Accumulator("highest", NAMELESS, ACCIDENT, Accumulator.Keeps.HIGHEST, 0),
                    new Accumulator("cases", NAMELESS, PERSON, Accumulator.Keeps.SUM, 4)),
            List.of(Both.step("year", null, new Operation.Sum(List.of(0, 1)))));

    /** Two persons, of whom the first has two accidents; persons take two figures of state, accidents one. */
    @Test
    void keepsEachScopeInItsOwnSlots() {
        long[] costs = {10, 20, 30, 5, 40};
        int[] persons = {0, 0, 2, 0, 2};
        int[] accidents = {4, 5, 6, 4, 6};
        long[] state = new long[7];
        long[][] outputs = new long[4][5];
        BulkCompiler.compile(PROGRAM, List.of(4, 1, 2, 0))
                .run(new long[][] {costs}, new int[][] {persons, accidents}, state, outputs, 0, 5);
        assertArrayEquals(new long[] {10, 30, 30, 35, 70}, outputs[0]);
        assertArrayEquals(new long[] {0, 10, 0, 30, 30}, outputs[1]);
        assertArrayEquals(new long[] {0, 0, 0, 10, 30}, outputs[2]);
        assertArrayEquals(costs, outputs[3]);
        assertArrayEquals(new long[] {35, 75, 70, 100, 10, 20, 40}, state);
    }

    @Test
    void runsOnlyTheRowsAskedFor() {
        long[] costs = {10, 20, 30};
        int[] slots = {0, 0, 0};
        int[] accidents = {2, 2, 2};
        long[] state = new long[3];
        long[][] outputs = {{-1, -1, -1}};
        BulkRun run = BulkCompiler.compile(PROGRAM, List.of(4));
        run.run(new long[][] {costs}, new int[][] {slots, accidents}, state, outputs, 1, 2);
        assertArrayEquals(new long[] {-1, 20, -1}, outputs[0]);
        run.run(new long[][] {costs}, new int[][] {slots, accidents}, state, outputs, 2, 2);
        assertArrayEquals(new long[] {-1, 20, -1}, outputs[0]);
        run.run(new long[][] {costs}, new int[][] {slots, accidents}, state, outputs, 2, 3);
        assertArrayEquals(new long[] {-1, 20, 50}, outputs[0]);
        assertArrayEquals(new long[] {50, 70, 30}, state);
    }

    @Test
    void readsNoRowBeyondItsColumns() {
        BulkRun run = BulkCompiler.compile(PROGRAM, List.of());
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> run.run(new long[][] {{1}}, new int[][] {{0, 0}, {2, 2}}, new long[3], new long[0][], 0, 2));
    }
}
