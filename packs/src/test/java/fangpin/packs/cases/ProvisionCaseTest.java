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

/** Cases that ask a provision. */
class ProvisionCaseTest {
    @TempDir
    Path folder;

    @Test
    void everyCaseOfAGoodFileComesOutAsItSays() {
        assertEquals(List.of(), failures(TestPacks.folder("provisions-2099")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2099-03-17, "=", 2099-03-31] | 2099-03-17, "=", 2099-04-01] | fifteen-inside-thirty 2 deadline 2099-04-01 2099-03-31
            ["", 修路                    | ["", 办公费                  | never 3 answer not-listed suspect
            [publicity, "", "=", refused | [roads, "", "=", refused     | never 1 answer refused not-listed
            [no, yes, "="                | [no, "", "="                 | pool 1 passage by-exception shut
            [no, yes, "="                | [yes, "", "="                | pool 1 passage by-exception open
            [3, "=", yes]                | ["", "=", yes]               | villages 2 reached yes no
            [fall, "=", refer]           | [drowning, "=", refer]       | disaster-first 2 pays_first refer yes
            """)
    void whatComesOutOtherwiseIsNamed(String words, String by, String failure) {
        Path copy = TestPacks.copy("provisions-2099", folder);
        TestPacks.replace(copy, "cases.yaml", words, by);
        assertEquals(List.of(failure), failures(copy));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            provision: villages          | provision: ▶contract         | UNKNOWN_WORD contract
            provision: villages          | provision: ▶nothing          | UNKNOWN_WORD nothing
            columns: [now, "=", reached] | columns: [▶nows, "=", reached] | UNKNOWN_WORD nows
            [no, yes, "="                | ▶[no, "="                    | WRONG_TYPE list (3)
            columns: [met, exception, "=", passage] | columns: ▶[met, exception, passage, "="] | WRONG_TYPE list (4)
            [no, yes, "="                | [no, ▶refer, "="             | WRONG_TYPE refer
            2099-03-16, "="              | ▶2099-02-30, "="             | WRONG_TYPE 2099-02-30
            2099-03-16, "="              | ▶16.3., "="                  | WRONG_TYPE 16.3.
            [2, "=", no]                 | [▶two, "=", no]              | WRONG_TYPE two
            readings: {T2: received}     | readings: {T2: ▶later}       | UNKNOWN_WORD later
            readings: {T2: received}     | readings: {▶T3: received}    | UNKNOWN_READING T3
            case: pool                   | ▶case: never                 | DUPLICATE_KEY never
            provision: pool              | provision: pool\\n    ▶product: supplement | UNKNOWN_KEY product
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String problem) {
        Path copy = TestPacks.copy("provisions-2099", folder);
        String place = TestPacks.replace(copy, "cases.yaml", words, by.replace("\\n", "\n"));
        CaseFile file = CaseFile.read(new Variants(TestPacks.loaded(copy)));
        Problem first = file.problems().getFirst();
        assertEquals(problem, first.reason() + " " + first.read());
        if (!place.isEmpty()) {
            assertEquals(place, first.place().line() + ":" + first.place().column());
        }
        assertTrue(first.message().zh().contains(first.read()), first.line());
        assertTrue(first.message().en().contains(first.read()), first.line());
    }

    private static List<String> failures(Path pack) {
        Variants variants = new Variants(TestPacks.loaded(pack));
        CaseFile file = CaseFile.read(variants);
        assertEquals(List.of(), file.problems());
        List<String> failures = new ArrayList<>();
        for (ProvisionCase one : file.provisionCases()) {
            LoadResult.Loaded variant = (LoadResult.Loaded) variants.load(one.readings(), one.fill());
            for (CaseFailure failure : ProvisionCaseRunner.run(variant.pack(), one)) {
                failures.add("%s %d %s %s %s"
                        .formatted(
                                failure.caseId(), failure.row(), failure.column(), failure.expected(), failure.got()));
            }
        }
        return failures;
    }
}
