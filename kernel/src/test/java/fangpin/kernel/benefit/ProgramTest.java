package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers: 0 and 1 inputs, 2 and 3 accumulators, 4 and 5 steps. */
class ProgramTest {
    private static final Scope PERSON = new Scope(List.of());
    private static final Scope ACCIDENT = new Scope(List.of("accident_id"));

    @ParameterizedTest
    @CsvSource({"0, cost", "1, kind", "2, by_person", "3, by_accident", "4, first", "5, second"})
    void namesItsRegisters(int register, String name) {
        assertEquals(name, program(0, 0, 0, 0).name(register));
    }

    @Test
    void numbersItsRegisters() {
        Program program = program(0, 0, 0, 0);
        assertEquals(6, program.size());
        assertEquals(2, program.accumulatorRegister(0));
        assertEquals(3, program.accumulatorRegister(1));
        assertEquals(4, program.stepRegister(0));
        assertEquals(5, program.stepRegister(1));
    }

    @Test
    void listsItsScopesOnce() {
        Program program = new Program(
                List.of("cost"),
                List.of(
                        accumulator("a", ACCIDENT, 0),
                        accumulator("b", PERSON, 0),
                        accumulator("c", ACCIDENT, 0),
                        accumulator("d", PERSON, 0),
                        accumulator("e", ACCIDENT, 0)),
                List.of());
        assertEquals(List.of(ACCIDENT, PERSON), program.scopes());
        assertEquals(3, BulkCompiler.width(program, ACCIDENT));
        assertEquals(2, BulkCompiler.width(program, PERSON));
        assertEquals(0, BulkCompiler.width(program, new Scope(List.of("household"))));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "ok", textBlock = """
            first reads, second reads, guard reads, accumulator follows, complaint
            3,           4,            4,           5,                   ok
            0,           0,            0,           0,                   ok
            4,           0,            0,           0,                   'first reads register 4, which it cannot see'
            5,           0,            0,           0,                   'first reads register 5, which it cannot see'
            -1,          0,            0,           0,                   'first reads register -1, which it cannot see'
            0,           5,            0,           0,                   'second reads register 5, which it cannot see'
            0,           0,            5,           0,                   'second reads register 5, which it cannot see'
            0,           0,            6,           0,                   'second reads register 6, which it cannot see'
            0,           0,            -1,          0,                   'second reads register -1, which it cannot see'
            0,           0,            0,           6,                   'by_accident reads register 6, which it cannot see'
            0,           0,            0,           -1,                  'by_accident reads register -1, which it cannot see'
            """)
    void readsOnlyWhatComesBefore(int first, int second, int guard, int followed, @Nullable String complaint) {
        if (complaint == null) {
            assertDoesNotThrow(() -> program(first, second, guard, followed));
        } else {
            assertEquals(
                    complaint,
                    assertThrows(IllegalArgumentException.class, () -> program(first, second, guard, followed))
                            .getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "2, 0", "0, 3"})
    void takesAsManyFiguresAsItHasRegisters(int inputs, int before) {
        Program program = new Program(
                List.of("cost"), List.of(accumulator("to_date", PERSON, 0)), List.of(sum("step", null, 0, 1)));
        List<Long> values = Collections.nCopies(inputs, 1L);
        List<Long> figures = Collections.nCopies(before, 1L);
        assertThrows(IllegalArgumentException.class, () -> ExplainingExecutor.explain(program, values, figures));
    }

    private static Program program(int first, int second, int guard, int followed) {
        return new Program(
                List.of("cost", "kind"),
                List.of(accumulator("by_person", PERSON, 0), accumulator("by_accident", ACCIDENT, followed)),
                List.of(sum("first", null, first), sum("second", new Guard(guard, List.of(0)), second)));
    }

    private static Step sum(String id, @Nullable Guard when, Integer... terms) {
        return Both.step(id, when, new Operation.Sum(List.of(terms)));
    }

    private static Accumulator accumulator(String id, Scope scope, int register) {
        return new Accumulator(id, new Text("", ""), scope, Accumulator.Keeps.SUM, register);
    }
}
