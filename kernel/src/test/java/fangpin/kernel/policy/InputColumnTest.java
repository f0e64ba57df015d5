package fangpin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.InputColumn.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputColumnTest {
    private static final InputColumn KIND = new InputColumn(
            "kind",
            new Text("类型", "Kind"),
            List.of("类型"),
            Kind.CODE,
            InputColumn.Presence.NEEDED,
            List.of(new CodeWord("death", "身故"), new CodeWord("disability", "伤残"), new CodeWord("medical", "医疗")),
            false,
            null);

    @ParameterizedTest
    @CsvSource({
        "death, 1",
        "身故, 1",
        "disability, 2",
        "medical, 3",
        "医疗, 3",
        "Death, 0",
        "'death ', 0",
        "'', 0",
        "kind, 0"
    })
    void findsTheCodeOfAWord(String word, int code) {
        assertEquals(code, KIND.code(word));
    }

    @ParameterizedTest
    @CsvSource({"MONEY, true", "CODE, true", "KEY, false"})
    void aKeyHasNoRegister(Kind kind, boolean inProgram) {
        InputColumn column = new InputColumn(
                "x", new Text("x", "x"), List.of(), kind, InputColumn.Presence.NEEDED, List.of(), false, null);
        assertEquals(inProgram, column.inProgram());
    }
}
