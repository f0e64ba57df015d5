package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.benefit.Operation.Choose;
import fangpin.kernel.benefit.Operation.Choose.Branch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two rules that both apply are an error, never a matter of which stands first. */
class ChooseTest {
    @Test
    void refusesOneCodeInTwoBranches() {
        List<Branch> overlapping = List.of(new Branch(List.of(1, 2), 1), new Branch(List.of(2, 3), 2));
        assertThrows(IllegalArgumentException.class, () -> new Choose(0, overlapping));
        List<Branch> twice = List.of(new Branch(List.of(1, 1), 1));
        assertThrows(IllegalArgumentException.class, () -> new Choose(0, twice));
    }

    @Test
    void refusesACodeItCannotHold() {
        for (int code : new int[] {-1, 63, 64}) {
            List<Branch> branches = List.of(new Branch(List.of(code), 1));
            assertThrows(IllegalArgumentException.class, () -> new Choose(0, branches));
        }
    }

    @Test
    void readsItsCodeAndItsBranches() {
        Choose choose = new Choose(
                4, List.of(new Branch(List.of(1), 3), new Branch(List.of(2), -1), new Branch(List.of(3), 0)));
        assertEquals(List.of(4, 3, 0), choose.operands());
    }

    @Test
    void tellsWhichBranchWasTaken() {
        Choose choose = new Choose(0, List.of(new Branch(List.of(1), 1), new Branch(List.of(2), -1)));
        assertEquals(0, Both.trace(choose, 1, 7).branch());
        assertEquals(1, Both.trace(choose, 2, 7).branch());
    }
}
