package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, telephones, cards, relations and headers as people write them. */
class WordsOfPersonsTest {

    @ParameterizedTest
    @CsvSource({
        "王小明, 王小明",
        "' 王 小 明 ', 王小明",
        "李𠮷, 李𠮷",
        "䶮三, 䶮三",
        "阿依古丽•买买提, 阿依古丽·买买提",
        "阿依古丽・买买提, 阿依古丽·买买提",
        "Anna  Maria, Anna Maria",
        "'''=SUM', FAULT",
        "王小明1, NOT_A_NAME",
        "王?, LOST_CHARACTER",
        "王□, LOST_CHARACTER",
        "王\uE000, PRIVATE_CHARACTER",
        "王\u202E明, STEERS",
        "王\u0000明, STEERS",
        "'\u3000', EMPTY",
    })
    void names(String written, String expected) {
        String read = switch (PersonName.read(written)) {
            case PersonName.Reading.Valid valid -> valid.name().text();
            case PersonName.Reading.Faulty faulty -> faulty.fault().name();
        };
        assertEquals(expected.equals("FAULT") ? "NOT_A_NAME" : expected, read);
    }

    @Test
    void aNameOfMoreThanFiftyCharactersIsNone() {
        assertEquals(
                PersonName.Fault.TOO_LONG,
                assertInstanceOf(PersonName.Reading.Faulty.class, PersonName.read("𠮷".repeat(51)))
                        .fault());
        assertInstanceOf(PersonName.Reading.Valid.class, PersonName.read("𠮷".repeat(50)));
    }

    @ParameterizedTest
    @CsvSource({
        "138-0000-1234, 13800001234, true",
        "+86 13800001234, 13800001234, true",
        "(0631)5231234, 06315231234, true",
        "１３８００００１２３４, 13800001234, true",
        "1380000123, 1380000123, false",
        "12800001234, 12800001234, false",
        "abc, abc, false",
    })
    void telephones(String written, String digits, boolean isOne) {
        assertEquals(digits, PhoneNumber.normal(written));
        assertEquals(isOne, PhoneNumber.isOne(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "6217000000000000012, true",
        "6217000000000000013, false",
        "4111111111111111, true",
    })
    void theCheckDigitOfACard(String card, boolean fits) {
        assertEquals(fits, new BankCard(card).fitsCheckDigit());
    }

    @ParameterizedTest
    @CsvSource({"户主, 02", "配偶, 10", "之女婿, 28", "孙子, 41", " 儿 媳 , 38", "10, 10"})
    void relations(String word, String code) {
        assertEquals(Optional.of(code), FamilyRelation.of(word).map(FamilyRelation::code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证号", "身份证号码", "*身份证号码：", "公民身份号码（必填）", "证件号码\n(身份证)", " 身份证\u3000号 "})
    void headersOfTheIdNumber(String header) {
        assertEquals(Optional.of(RosterField.ID_NUMBER), RosterField.ofHeader(header));
    }

    @Test
    void aMappingIsTheSameAfterItWasKept() {
        ColumnMapping mapping = ColumnMapping.proposed(3, java.util.List.of("序号", "姓名", "", "备注\n(可空)", "村"));
        ColumnMapping kept = ColumnMapping.read(mapping.written());
        assertEquals(mapping.columns(), kept.columns());
        assertEquals(java.util.List.of("序号", "姓名", "", "备注 (可空)", "村"), kept.headers());
        assertEquals(java.util.List.of("序号", "备注 (可空)"), kept.dropped());
    }
}
