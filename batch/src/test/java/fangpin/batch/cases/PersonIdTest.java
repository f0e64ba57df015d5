package fangpin.batch.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {
    private static long number(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return PersonId.number(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "371002182910056829, 408102401201062511",
        "000000000000000000, 0",
        "00000000000000000X, 10",
        "000000000000000010, 11",
        "99999999999999999X, 1099999999999999999"
    })
    void isTheNumberOfItsDigitsAndCheck(String id, long number) {
        assertEquals(number, number(id));
        assertEquals(id, new String(PersonId.text(number), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "37100218291005682",
                "3710021829100568299",
                "37100218291005682:",
                "37100218291005682Y",
                "X71002182910056829",
                "3710021829100568 9",
                "37100218/910056829",
                "37100218291005６29"
            })
    void everyOtherTextIsNone(String id) {
        assertEquals(PersonId.NONE, number(id));
    }

    @ParameterizedTest
    @CsvSource({"37100218291005682x, 37100218291005682X", "ab-1, AB-1"})
    void anIdInOtherLetterCaseHasTheSameHashAndIsAnotherId(String small, String large) {
        byte[] one = small.getBytes(StandardCharsets.UTF_8);
        byte[] other = large.getBytes(StandardCharsets.UTF_8);
        int end = one.length;
        assertEquals(PersonId.hash(number(small), one, 0, end), PersonId.hash(number(large), other, 0, end));
        assertEquals(PersonId.NONE, PersonId.exact(number(small), one, end));
        if (number(large) != PersonId.NONE) {
            assertNotEquals(PersonId.NONE, PersonId.exact(number(large), other, end));
        }
    }
}
