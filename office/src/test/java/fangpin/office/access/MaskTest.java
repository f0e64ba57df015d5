package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "ID_NUMBER, 999900199001010014, 999900********0014",
        "ID_NUMBER, 999900900101001, 999900*****1001",
        "ID_NUMBER, 12345, *****",
        "PHONE, 13800001234, 138****1234",
        "PHONE, 8612345, *******",
        "BANK_CARD, 6200000000000000003, 6200***********0003",
        "ADDRESS, 山东省荣成市俚岛镇甲村1号, 山东省荣成市*******",
        "HEALTH, 高血压, ***",
        "SECOND_FACTOR, ABCDEF, ***"
    })
    void showsOnlyTheEnds(FieldKind kind, String clear, String masked) {
        assertEquals(masked, Mask.of(kind, clear));
    }

    @ParameterizedTest
    @CsvSource({"王小兰, 王*兰", "王兰, 王*", "王, *", "'',''", "欧阳小兰, 欧**兰", "𠮷小兰, 𠮷*兰", "买买提·阿依古丽, 买******丽"})
    void showsTheEndsOfAName(String clear, String masked) {
        assertEquals(masked, Mask.name(clear));
    }
}
