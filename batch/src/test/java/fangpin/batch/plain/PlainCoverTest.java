package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH3 §2b and §3 (R13): for a spell, the first and the last covered day. */
class PlainCoverTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # WH3 §2b: beneficiaries after the adjustment at the end of 2019, so the spell must contain 2020-01-01
            policy-beneficiary | 2016-05-01 |            | 2020-01-01 2020-12-31
            policy-beneficiary | 2016-05-01 | 2019-12-31 | none
            policy-beneficiary | 2016-05-01 | 2020-01-01 | 2020-01-01 2020-12-31
            policy-beneficiary | 2016-05-01 | 2020-01-02 | 2020-01-01 2020-12-31
            policy-beneficiary | 2019-12-31 |            | 2020-01-01 2020-12-31
            policy-beneficiary | 2020-01-01 | 2020-01-01 | 2020-01-01 2020-12-31
            policy-beneficiary | 2020-01-02 |            | none
            脱贫享受政策         | 2019-12-31 | 2021-01-01 | 2020-01-01 2020-12-31
            # WH3 §3.2: instant help is covered from the day of inclusion to 2020-12-31
            instant-help       | 2019-01-01 | 2019-12-31 | none
            instant-help       | 2019-01-01 | 2020-01-01 | 2020-01-01 2020-12-31
            instant-help       | 2019-12-31 |            | 2020-01-01 2020-12-31
            instant-help       | 2020-01-01 |            | 2020-01-01 2020-12-31
            instant-help       | 2020-01-02 | 2020-01-02 | 2020-01-02 2020-12-31
            instant-help       | 2020-12-30 |            | 2020-12-30 2020-12-31
            instant-help       | 2020-12-31 |            | 2020-12-31 2020-12-31
            instant-help       | 2021-01-01 |            | none
            即时帮扶             | 2020-07-01 | 2021-06-30 | 2020-07-01 2020-12-31
            # any other category is known but not insured; words match exactly
            low-income         | 2019-01-01 |            | none
            Instant-Help       | 2019-01-01 |            | none
            """)
    void oneSpell(String category, String from, String to, String answer) {
        String end = to == null ? "" : to;
        assertEquals(answer, coveredDays("person_id,category,from,to\nP," + category + "," + from + "," + end));
    }

    @Test
    void severalSpellsEachGiveTheirOwnCover() {
        // Lifted out at the end of 2019, found again in May, and a third spell that adds nothing.
        String spells = """
                person_id,category,from,to
                P,policy-beneficiary,2017-01-01,2019-12-31
                P,instant-help,2020-05-02,2020-06-01
                P,instant-help,2020-05-20,
                """;
        assertEquals("2020-05-02 2020-12-31", coveredDays(spells));
    }

    /** Asks every day around the period; cover always reaches to some last day without a gap. */
    private static String coveredDays(String membersText) {
        PlainMembers members = PlainMembers.read(membersText);
        String first = "none";
        String last = "";
        LocalDate end = LocalDate.of(2021, 2, 1);
        for (LocalDate day = LocalDate.of(2019, 12, 1); day.isBefore(end); day = day.plusDays(1)) {
            if (members.covers("P", day)) {
                first = first.equals("none") ? day.toString() : first;
                last = " " + day;
            }
        }
        return first + last;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person_id,category,from,to;P,instant-help,2020-01-01,;,instant-help,2020-01-01,            | 3
            person_id,category,from,to;P,,2020-01-01,                                                  | 2
            person_id,category,from,to;P,instant-help,,                                                | 2
            person_id,category,from,to;P,instant-help,2020-02-30,                                      | 2
            person_id,category,from,to;P,instant-help,2020-01-01,2020-1-2                              | 2
            person_id,category,from,to;;P,instant-help,2020-01-02,2020-01-01                           | 3
            person_id,category,from,to;P,other,2020-01-02,2020-01-01                                   | 2
            person_id,category,from,to;P,instant-help,2020-01-01                                       | 2
            person_id,category,from,to;P,instant-help,2020-01-01,,                                     | 2
            person_id,category,from,to;P,instant-help,2020-01-01,;Q,x,,;R,,,                           | 3
            person_id,category,from                                                                    | 0
            person_id,category,from,to,to                                                              | 0
            person_id,category,from,to,note,note                                                       | 0
            person_id,category,from,to,起始日期                                                          | 0
            人员编号,身份证号,category,from,to                                                             | 0
            Person_id,category,from,to                                                                 | 0
            ' person_id,category,from,to'                                                              | 0
            """)
    void refusedMembersNameTheFirstBadRow(String lines, int row) {
        PlainRefusal refusal = assertThrows(PlainRefusal.class, () -> PlainMembers.read(lines.replace(';', '\n')));
        assertEquals(row == 0 ? OptionalInt.empty() : OptionalInt.of(row), refusal.row());
    }
}
