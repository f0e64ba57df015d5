package fangpin.batch.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill's running figure that is cut by a code (per): the explanation says what the bulk run pays. */
class KeyedFilesTest {
    private static final Path SHAPES = Path.of("../packs/src/test/resources/packs/shapes-2099");

    /** After bill, person, paid, self and ineligible. */
    private static final int YEAR_PAID = 5;

    @TempDir
    private Path folder = Path.of("");

    private Gathered.Chosen cutByHospital() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("shapes-2099"));
        Files.copy(SHAPES.resolve("SH.md"), pack.resolve("SH.md"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                pack.resolve("policy.yaml"),
                Files.readString(SHAPES.resolve("policy.yaml"))
                        .replace("en: waived before}, sum_of", "en: waived before}, per: [hospital], sum_of"));
        return switch (Packs.load(pack.toString())) {
            case LoadResult.Loaded loaded ->
                new Gathered.Chosen(
                        loaded.pack(), loaded.pack().product("waiver").orElseThrow());
            case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    @Test
    void figuresCutByACodeAreExplainedAsTheyArePaid() throws IOException {
        Path members = Files.writeString(
                folder.resolve("members.csv"), "person_id,category,from,to\nP1,monitored,2099-01-01,\n");
        Path cases = Files.writeString(folder.resolve("bills.csv"), """
                bill_id,person_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid,hospital
                B1,P1,2099-02-01,2099-02-01,10000,10000,6000,grade-1
                B2,P1,2099-02-02,2099-02-02,10000,10000,6000,二级
                B3,P1,2099-02-03,2099-02-03,10000,10000,6000,一级
                B4,P1,2099-02-04,2099-02-04,10000,10000,6000,grade-2
                """);
        Gathered got =
                Gathered.of(cutByHospital(), members, cases, Room.USUAL, true).sorted();
        // a tenth of what assistance leaves: 80.00 in the first grade, 120.00 in the second, each for itself
        List<String> years = List.of("B1 80.00", "B2 120.00", "B3 160.00", "B4 240.00");
        assertEquals(
                years,
                got.rows()
                        .lines()
                        .map(row -> row.split(",", -1))
                        .map(cells -> cells[0] + " " + cells[YEAR_PAID])
                        .toList());
        assertEquals(
                years,
                got.explained().stream()
                        .map(said -> said.substring(0, 3) + said.substring(said.lastIndexOf(' ') + 1))
                        .toList());
    }
}
