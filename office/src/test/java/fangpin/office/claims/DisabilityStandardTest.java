package fangpin.office.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JR/T 0083-2013, 4.3: several injuries of one accident. */
class DisabilityStandardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            左手 7                     | 7
            左手 7, 右手 9              | 7
            左手 7, 右手 7              | 6
            左手 7, 右手 7, 左脚 7       | 6
            左手 7, 右手 7, 左脚 5       | 5
            左手 1, 右手 1              | 1
            左手 2, 右手 2              | 1
            左手 10, 右手 10            | 9
            左手 7, 左手 7              | 7
            左手 7, 左手 4              | 4
            左手 4, 左手 7, 右手 4       | 3
            """)
    void theGradeOfSeveralInjuries(String injuries, int grade) {
        assertEquals(OptionalInt.of(grade), DisabilityStandard.combined(read(injuries)));
    }

    @Test
    void withoutAnInjuryThereIsNoGrade() {
        assertEquals(OptionalInt.empty(), DisabilityStandard.combined(List.of()));
    }

    /** The same part named in two of the standard's systems is two injuries. */
    @Test
    void theSamePartOfTwoSystemsIsRatedTwice() {
        List<Injury> two =
                List.of(injury(Injury.BodySystem.MOVEMENT, "面部", 8), injury(Injury.BodySystem.SKIN, "面部", 8));
        assertEquals(OptionalInt.of(7), DisabilityStandard.combined(two));
    }

    private static List<Injury> read(String injuries) {
        List<Injury> read = new ArrayList<>();
        for (String one : injuries.split(", ", -1)) {
            String[] words = one.split(" ", -1);
            read.add(injury(Injury.BodySystem.MOVEMENT, words[0], Integer.parseInt(words[1])));
        }
        return read;
    }

    private static Injury injury(Injury.BodySystem system, String part, int grade) {
        return new Injury(0, 0, system, part, grade, LocalDate.of(2020, 6, 1), "市立医院");
    }
}
