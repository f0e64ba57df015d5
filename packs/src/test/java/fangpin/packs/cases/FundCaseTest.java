package fangpin.packs.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.packs.Figure;
import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundCaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            667000.00, 20000.00        | 667000.01, 20000.00        | split 1 block 667000.01 667000.00
            667000.00, 20000.00        | 667000, 20000              | ``
            37.01%                     | 37.00%                     | split 4 tilt 37.00% 37.01%
            499500.00, 100000.00, ""]  | 499500.00, 499500.00, ""]  | split 2 total 499500.00 100000.00
            nothing-to-split-by        | amounts-differ             | nobody 1 refused amounts-differ nothing-to-split-by
            ["01", 1, 119999.99, "=", amounts-differ] | ["01", 1, 120000.00, "=", amounts-differ] | works-short 1 refused amounts-differ
            100000.01, 9.99, 600010    | 100000.01, 9.98, 600010    | premium 1 town 9.98 9.99
            [total, "", "", "", "=", 1000010.00 | [total, "", "", "", "=", 1000011.00 | premium 4 premium 1000011.00 1000010.00
            ["01", 200, 20000.00       | ["01", 20.5, 20000.00      | split 1 refused  bad-headcount
            ["01", 200, 20000.00       | ["01", 200, 2000万         | split 1 refused  bad-amount
            """)
    void whatComesOutOtherwiseIsNamed(String words, String by, String failure) {
        Path copy = TestPacks.copy("funds-2099", folder);
        TestPacks.replace(copy, "cases.yaml", words, by);
        List<String> failures = failures(copy);
        if (failure.isEmpty()) {
            assertEquals(List.of(), failures);
        } else {
            assertTrue(failures.contains(failure), failures::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            works, match, city, district, total, tilt]     | ▶workings, match, city, district, total, tilt] | UNKNOWN_WORD workings
            scheme: county-2099\\n    clauses: [FU §1]\\n    columns: [division, aged, works-amount, "=", block | scheme: ▶county\\n    clauses: [FU §1]\\n    columns: [division, aged, works-amount, "=", block | UNKNOWN_WORD county
            premium_funding: premium-2099\\n    carry_over: 0.01 | premium_funding: ▶premium\\n    carry_over: 0.01 | UNKNOWN_WORD premium
            carry_over: 0.01                               | carry_over: ▶-0.01                              | WRONG_TYPE -0.01
            ["01", 200                                     | ▶["03", 200                                     | WRONG_TYPE list (11)
            37.01%                                         | ▶37%                                            | WRONG_TYPE 37%
            333500.00, 20000.00                            | ▶333500元, 20000.00                             | WRONG_TYPE 333500元
            nothing-to-split-by                            | ▶nobody                                         | UNKNOWN_WORD nobody
            {T9: rural}                                    | {T9: ▶urban}                                    | UNKNOWN_WORD urban
            case: left-out                                 | ▶case: split                                    | DUPLICATE_KEY split
            case: left-out                                 | ▶case: left-out\\n    fill: none.yaml           | MISSING_FILE {} none.yaml
            case: left-out                                 | case: left-out\\n    ▶members: []               | UNKNOWN_KEY members
            """)
    void whatIsWrongWithACaseIsNamedWithItsPlace(String words, String by, String problem) {
        Path copy = TestPacks.copy("funds-2099", folder);
        String place = TestPacks.replace(copy, "cases.yaml", words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        CaseFile file = CaseFile.read(new Variants(TestPacks.loaded(copy)));
        List<String> problems = file.problems().stream()
                .map(one -> one.place() + " " + one.reason() + " " + one.read())
                .toList();
        assertEquals("funds-2099/cases.yaml:" + place + " " + problem, problems.isEmpty() ? "" : problems.getFirst());
        assertTrue(
                file.problems().stream()
                        .noneMatch(one -> one.message().zh().isBlank()
                                || one.message().en().isBlank()),
                problems::toString);
    }

    /** What a document prints of a sum is worked out by the case that cites it; a case that fails works nothing out. */
    @Test
    void figuresOfACaseCountAsUsedOnlyIfItComesOut() {
        FundCaseRun run = run(TestPacks.folder("funds-2099"), "split");
        assertTrue(run.figures().stream()
                .anyMatch(used -> used.clause().text().equals("FU §1")
                        && used.figure().equals(new Figure(Figure.Unit.FEN, 66_700_000))));
        assertTrue(run.figures().stream().anyMatch(used -> used.figure().equals(new Figure(Figure.Unit.COUNT, 200))));
        Path copy = TestPacks.copy("funds-2099", folder);
        TestPacks.replace(copy, "cases.yaml", "667000.00, 20000.00", "667000.01, 20000.00");
        assertEquals(List.of(), run(copy, "split").figures());
    }

    private static FundCaseRun run(Path pack, String id) {
        Variants variants = new Variants(TestPacks.loaded(pack));
        FundCase one = CaseFile.read(variants).fundCases().stream()
                .filter(worked -> worked.id().equals(id))
                .findFirst()
                .orElseThrow();
        return FundCaseRunner.run(variants.base().pack().funds(), one);
    }

    private static List<String> failures(Path pack) {
        Variants variants = new Variants(TestPacks.loaded(pack));
        CaseFile file = CaseFile.read(variants);
        assertEquals(List.of(), file.problems());
        List<String> failures = new ArrayList<>();
        for (FundCase one : file.fundCases()) {
            LoadResult.Loaded variant = (LoadResult.Loaded) variants.load(one.readings(), one.fill());
            FundCaseRunner.run(variant.pack().funds(), one)
                    .failures()
                    .forEach(failure -> failures.add(String.join(
                                    " ",
                                    failure.caseId(),
                                    Integer.toString(failure.row()),
                                    failure.column(),
                                    failure.expected(),
                                    failure.got())
                            .strip()));
        }
        return failures;
    }
}
