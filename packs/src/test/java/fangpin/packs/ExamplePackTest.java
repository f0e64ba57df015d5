package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/policy-packs.md, written by that page alone, stays right. */
class ExamplePackTest {
    static final Path FOLDER = Path.of("../docs/example-pack");

    @Test
    void everyCaseComesOutAndEverythingIsReached() {
        CheckReport report = PackCheck.check(FOLDER.toString());
        assertEquals(List.of(), report.problems());
        assertTrue(report.passed(), report.render(Language.EN));
        assertEquals(8, report.cases());
        assertEquals(List.of(), report.coverage().missing());
        assertEquals(List.of(), report.unusedFigures());
    }
}
