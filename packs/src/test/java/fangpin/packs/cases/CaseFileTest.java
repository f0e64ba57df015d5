package fangpin.packs.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import fangpin.packs.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
    @TempDir
    Path folder;

    @Test
    void everyCaseOfAGoodFileComesOutAsItSays() {
        assertEquals(List.of(), failures(TestPacks.folder("plain-2099")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            900.00, 1100.00, ""]        | 900.01, 1100.00, ""]         | share-by-hospital 1 supplement_paid 900.01 900.00
            0.00, 999.99, above]        | 0.00, 999.99, paid]          | share-by-hospital 3 binding paid above
            1.00, 10000.00, paid]       | 0.99, 10000.00, paid]        | yearly-limit 1 supplement_paid 0.99 1.00
            ["", 2099-12-31, 2000.00, other, "=", 800.00, ""] | ["", 2099-12-31, 2000.00, other, "=", "", not-covered] | refusals 3 refused not-covered ''
            [R, 2099-03-01, 2000.00, other, "=", "", unknown-person] | [R, 2099-03-01, 2000.00, other, "=", 1.00, ""] | refusals 9 benefit 1.00 ''; refusals 9 refused '' unknown-person
            [2099-12-31, "=", 100.00]   | [2099-12-31, "=", 50.00]     | premium 2 premium 50.00 100.00
            """)
    void whatComesOutOtherwiseIsNamed(String words, String by, String failures) {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "cases.yaml", words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        assertEquals(failures, String.join("; ", failures(copy)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format: fangpin-pack-cases/1 | format: ▶x                  | UNKNOWN_WORD x
            [A, 3000.00, 1000.00, 甲类   | [A, 3000.00, 1000.00, ▶乙类 | UNKNOWN_WORD 乙类
            [A, 3000.00                  | [A, ▶3000元                 | WRONG_TYPE 3000元
            [A, 3000.00, 1000.00, 甲类,  | ▶[A, 3000.00, 1000.00, "",  | MISSING_KEY hospital
            [B, 3000.00,                 | ▶[B,                        | WRONG_TYPE list (7)
            supplement_paid, self_paid,  | supplement_paid, ▶selbst,   | UNKNOWN_WORD selbst
            [bill_id, 合规费用, basic    | [bill_id, eligible_cost, ▶合规费用, basic | DUPLICATE_KEY 合规费用
            readings: {T1: down}         | readings: {▶T9: down}       | UNKNOWN_READING T9
            readings: {T1: down}         | readings: {T1: ▶up}         | UNKNOWN_WORD up
            clauses: [PL §2 ③]           | clauses: [▶PL §9]           | UNKNOWN_CLAUSE PL §9
            premium: inpatient           | premium: ▶outpatient        | UNKNOWN_WORD outpatient
            [2099-12-31, "=", 100.00]    | [▶2100-12-31, "=", 100.00]  | WRONG_TYPE 2100-12-31
            case: rounding-down          | ▶case: yearly-limit                | DUPLICATE_KEY yearly-limit
            case: yearly-limit                  | ▶case: yearly-limit\\n    fill: fills/none.yaml | MISSING_FILE {} fills/none.yaml
            2099-06-30]                  | ▶2098-06-30]                | WRONG_TYPE 2098-06-30
            [2099-02-02, 13500           | [▶2099-02-30, 13500         | WRONG_TYPE 2099-02-30
            case: yearly-limit\\n    zh: 年度限额1万元 | ▶case: yearly-limit           | MISSING_KEY zh
            en: yearly limit of 10,000   | en: y\\n    ▶extra: 1        | UNKNOWN_KEY extra
            """)
    void whatIsWrongWithACaseIsNamedWithItsPlace(String words, String by, String problem) {
        Path copy = TestPacks.copy("plain-2099", folder);
        String place = TestPacks.replace(copy, "cases.yaml", words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        CaseFile file = CaseFile.read(new Variants(TestPacks.loaded(copy)));
        List<String> problems = file.problems().stream()
                .map(one -> one.place() + " " + one.reason() + " " + one.read())
                .toList();
        assertEquals("plain-2099/cases.yaml:" + place + " " + problem, problems.isEmpty() ? "" : problems.getFirst());
        assertTrue(file.problems().stream().allMatch(CaseFileTest::inBothLanguages), file.problems()::toString);
    }

    private static boolean inBothLanguages(Problem problem) {
        return !problem.message().zh().isBlank() && !problem.message().en().isBlank();
    }

    private static List<String> failures(Path pack) {
        Variants variants = new Variants(TestPacks.loaded(pack));
        CaseFile file = CaseFile.read(variants);
        assertEquals(List.of(), file.problems());
        List<String> failures = new ArrayList<>();
        for (PackCase one : file.cases()) {
            LoadResult.Loaded variant = (LoadResult.Loaded) variants.load(one.readings(), one.fill());
            CaseRun run = CaseRunner.run(
                    variant.pack(), variant.pack().product(one.product()).orElseThrow(), one);
            for (CaseFailure failure : run.failures()) {
                failures.add("%s %d %s %s %s"
                        .formatted(
                                failure.caseId(),
                                failure.row(),
                                failure.column(),
                                failure.expected().isEmpty() ? "''" : failure.expected(),
                                failure.got().isEmpty() ? "''" : failure.got()));
            }
        }
        return failures;
    }
}
