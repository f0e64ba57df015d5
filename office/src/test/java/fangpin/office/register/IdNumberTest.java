package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ID numbers after GB 11643-1999; all of them of divisions that do not exist. */
class IdNumberTest {
    private static final LocalDate AS_OF = LocalDate.of(2020, 1, 1);
    private static final String GOOD =
            IdNumber.synthetic("3710", LocalDate.of(1960, 2, 29), 7).text();

    private static String withX() {
        for (int serial = 0; serial < 1000; serial++) {
            String text = IdNumber.synthetic("3710", LocalDate.of(1960, 2, 29), serial)
                    .text();
            if (text.endsWith("X")) {
                return text;
            }
        }
        throw new AssertionError();
    }

    private static String wide(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) (c + 0xFEE0))).reduce("", String::concat);
    }

    private static void assertReads(String expected, String written) {
        IdNumber.Reading.Valid valid = assertInstanceOf(IdNumber.Reading.Valid.class, IdNumber.read(written, AS_OF));
        assertEquals(expected, valid.number().text());
    }

    @Test
    void writtenInManyWaysItIsOneNumber() {
        assertReads(GOOD, GOOD);
        assertReads(GOOD, " " + GOOD.substring(0, 6) + " " + GOOD.substring(6) + "\u3000");
        assertReads(GOOD, wide(GOOD));
        assertReads(GOOD, "\uFEFF" + GOOD);
        assertReads(withX(), withX().replace('X', 'x'));
        assertReads(withX(), withX().replace('X', '\uFF58'));
    }

    @ParameterizedTest
    @CsvSource({
        "37109919600101001,  LENGTH, 17",
        "3710991960010100123, LENGTH, 19",
        "'', LENGTH, 0",
        "371099600101001, OLD_NUMBER, ''",
        "37109919600X010011, NOT_DIGITS, ''",
        "37109919600101001Y, NOT_DIGITS, ''",
        "371099196002300011, IMPOSSIBLE_DATE, ''",
        "371099190002290011, IMPOSSIBLE_DATE, ''",
        "371099170001010011, IMPOSSIBLE_DATE, ''",
        "371099202001020011, BORN_IN_FUTURE, ''",
    })
    void eachFaultHasItsName(String written, IdNumber.Fault fault, String detail) {
        assertEquals(new IdNumber.Reading.Faulty(fault, detail), IdNumber.read(written, AS_OF));
    }

    @Test
    void aWrongCheckDigitIsToldTogetherWithTheRightOne() {
        char right = GOOD.charAt(17);
        char wrong = right == '0' ? '1' : '0';
        assertEquals(
                new IdNumber.Reading.Faulty(IdNumber.Fault.CHECK_DIGIT, String.valueOf(right)),
                IdNumber.read(GOOD.substring(0, 17) + wrong, AS_OF));
    }

    @Test
    void anyTwoNeighbouringDigitsInTheWrongOrderAreFound() {
        for (int i = 0; i < 16; i++) {
            if (GOOD.charAt(i) != GOOD.charAt(i + 1)) {
                String swapped = GOOD.substring(0, i) + GOOD.charAt(i + 1) + GOOD.charAt(i) + GOOD.substring(i + 2);
                assertInstanceOf(IdNumber.Reading.Faulty.class, IdNumber.read(swapped, AS_OF), "at " + i);
            }
        }
    }

    @Test
    void birthdayAndSexAreInIt() {
        IdNumber number = IdNumber.synthetic("3710", LocalDate.of(1960, 2, 29), 7);
        assertEquals(LocalDate.of(1960, 2, 29), number.bornOn());
        assertEquals(1, number.sex());
        assertEquals(2, IdNumber.synthetic("3710", LocalDate.of(1960, 2, 29), 8).sex());
    }

    @Test
    void oldCodesOfCountiesAreTakenAndUnknownProvincesWarned() {
        assertFalse(((IdNumber.Reading.Valid) IdNumber.read(GOOD, AS_OF)).divisionUnknown());
        String nowhere =
                IdNumber.synthetic("9910", LocalDate.of(1960, 2, 29), 7).text();
        assertTrue(((IdNumber.Reading.Valid) IdNumber.read(nowhere, AS_OF)).divisionUnknown());
    }

    @Test
    void itIsNeverPrinted() {
        assertFalse(new IdNumber(GOOD).toString().contains(GOOD));
        assertTrue(new IdNumber(GOOD).isSynthetic());
    }
}
