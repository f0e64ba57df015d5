package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule is data: another figure in policy.yaml gives another result, and no Java changes. */
class ChangedFigureTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ratio: 10%             | ratio: 20%            | product: supplementary-medical | eligible_cost, "=", supplementary_paid | 10000.00, "=",   | 9000.01   | 8000.01
            limit: 60万元          | limit: 50万元         | product: supplementary-medical | eligible_cost, "=", supplementary_paid | 1000000.00, "=", | 600000.00 | 500000.00
            chosen: strictly-below | chosen: at-most       | product: supplementary-medical | eligible_cost, "=", supplementary_paid | 10000.00, "=",   | 9000.01   | 9000.00
            before: supplementary  | before: assistance    | product: supplementary-medical | eligible_cost, hospital_waiver, medical_assistance_paid, "=", supplementary_paid | 10000.00, 2000.00, 0.50, "=", | 6999.51 | 7000.01
            amount: 450元          | amount: 500元         | premium: supplementary-medical | from, "=", premium               | 2020-01-01, "=", | 450.00    | 500.00
            deductible: 100元      | deductible: 200元     | product: accident              | kind, eligible_cost, "=", benefit | medical, 1000.00, "=", | 720.00 | 640.00
            share: 80%             | share: 90%            | product: accident              | kind, eligible_cost, "=", benefit | medical, 1000.00, "=", | 720.00 | 810.00
            limit: 2万元           | limit: 1万元          | product: accident              | kind, eligible_cost, "=", benefit | medical, 99999.00, "=", | 20000.00 | 10000.00
            decrease: 10%          | decrease: 5%          | product: accident              | kind, grade, "=", benefit        | disability, 10, "=", | 5000.00 | 27500.00
            minimum: 5000元        | minimum: 2万元        | product: accident              | kind, grade, "=", benefit        | disability, 10, "=", | 5000.00 | 20000.00
            """)
    void anotherFigureGivesAnotherResult(
            String words, String by, String product, String columns, String given, String before, String after)
            throws IOException {
        assertEquals(List.of(before), results(words, words, product, columns, given, before));
        assertEquals(List.of(after), results(words, by, product, columns, given, before));
    }

    /** What comes out instead of the expected amount, or that amount. */
    private List<String> results(String words, String by, String product, String columns, String given, String expected)
            throws IOException {
        Path copy = TestPacks.copy("weihai-2020", Files.createTempDirectory(folder, "pack"));
        TestPacks.replace(copy, "policy.yaml", words, by);
        Files.writeString(copy.resolve("cases.yaml"), """
                format: fangpin-pack-cases/1
                cases:
                  - case: changed
                    zh: 改了一个数字
                    en: one figure changed
                    %s
                    clauses: [WH3 §3]
                    columns: [%s]
                    rows:
                      - [%s]
                    origin: {zh: 手算, en: worked by hand}
                """.formatted(product, columns, given + " " + expected));
        CheckReport report = PackCheck.check(copy.toString());
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.cases());
        return report.passed()
                ? List.of(expected)
                : report.failures().stream().map(failure -> failure.got()).toList();
    }

    @Test
    void anotherFigureIsAnotherPack() {
        Path copy = TestPacks.copy("weihai-2020", folder);
        String hash = TestPacks.loaded(copy).pack().hash();
        TestPacks.replace(copy, "policy.yaml", "ratio: 10%", "ratio: 20%");
        assertNotEquals(hash, TestPacks.loaded(copy).pack().hash());
    }
}
