package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, lie about what they are, or are made to fill memory: a refusal, or the rows as they stand, within seconds. */
class HostileFilesTest {
    private static final String BILLS = Desk.BILLS + """

            12345,P1,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0
            B6,王五,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0
            """;

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void files() {
        desk = new Desk(folder).write("bills.csv", BILLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".xlsx"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatWasCutOff(String ending) {
        byte[] whole = ending.equals(".xlsx") ? workbook() : Packed.packed(Packed.text(BILLS));
        for (int length : new int[] {whole.length - 1, whole.length / 2, 20, 3}) {
            desk.write("bills" + ending, Arrays.copyOf(whole, length));
            refused("bills" + ending, "bills" + ending);
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSays() {
        for (byte[] content : List.of(workbook(), Packed.packed(Packed.text(BILLS)), Packed.text("<html><table>"))) {
            desk.write("bills.xlsx", content).write("bills.csv.gz", content);
            boolean sheet = content[0] == 'P';
            boolean packed = content[0] == 0x1F;
            if (!sheet) {
                refused("bills.xlsx", "the name says .xlsx, but the content seems to be");
            }
            if (!packed) {
                refused("bills.csv.gz", "the name says gzip");
            }
        }
    }

    /** It names a row of the file for whoever looks for it, and is neither cut nor changed. */
    @ParameterizedTest
    @ValueSource(strings = {".csv", ".csv.gz", ".xlsx"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anIdOfAMillionCharactersGoesThrough(String ending) {
        String id = "九".repeat(1_000_000);
        String text = BILLS.replace("12345", id).replace("王五", id);
        byte[] bytes = switch (ending) {
            case ".csv" -> Packed.text(text);
            case ".xlsx" -> longCellWorkbook(id);
            default -> Packed.packed(Packed.text(text));
        };
        desk.write("bills" + ending, bytes);
        assertEquals(
                2, desk.run(Desk.SETTLE.replace("bills.csv", "bills" + ending)).status());
        assertTrue(desk.read("out.csv").contains("\n" + id + ",P1,"));
        List<List<String>> rejects = desk.rows("rejects.csv");
        if (!ending.equals(".xlsx")) {
            assertEquals(
                    List.of("3", "B6", "unknown-person", "person_id", "九".repeat(200)),
                    rejects.getFirst().subList(0, 5));
        }
        assertTrue(rejects.stream().allMatch(reject -> reject.get(5).length() < 1000));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aQuoteThatIsNeverClosedInALargeFile() {
        String row = "B1,P1,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0\n";
        desk.write("bills.csv", Desk.BILLS + "\n" + row + "\"" + row.repeat(400_000));
        refused("bills.csv", "row 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            })
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void entitiesInAWorkbook(String declared) {
        desk.write(
                "bills.xlsx",
                Packed.changed(
                        workbook(), "xl/worksheets/sheet1.xml", sheet -> sheet.replaceFirst("\\?>", "?>" + declared)));
        refused("bills.xlsx", "declares a document type or an entity");
        desk.write(
                "members.xlsx",
                Packed.changed(workbook(), "xl/workbook.xml", book -> book.replaceFirst("\\?>", "?>" + declared)));
        refused("members.xlsx", "declares a document type or an entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bills.xlsx", "members.csv.gz"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatUnpacksToGigabytes(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : Packed.zipped(workbook(), bytes)) {
            for (int megabytes = 0; megabytes < 80; megabytes++) {
                out.write(spaces);
            }
        }
        desk.write(name, bytes.toByteArray());
        refused(name, name.endsWith(".gz") ? "larger than" : "unpacks to more than");
    }

    private static byte[] longCellWorkbook(String id) {
        return Packed.changed(
                workbook(), "xl/sharedStrings.xml", strings -> strings.replace(">12345<", ">" + id + "<"));
    }

    private void refused(String file, String english) {
        var before = desk.contents();
        String option = file.startsWith("members") ? "members" : "bills";
        desk.run(Desk.SETTLE.replace(option + ".csv", file)).refuses(file, english);
        assertEquals(before, desk.contents());
    }

    private static byte[] workbook() {
        return Packed.workbook(BILLS, false);
    }
}
