package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.supervision.WatchedCounty.TODAY;
import static fangpin.office.supervision.WatchedCounty.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.appropriation.BudgetLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audit packages: an outside program finds them right as they are, and finds every change. */
class AuditPackagesTest {
    private final RunningOffice office = RunningOffice.get();
    private final AuditPackages packages = office.part(AuditPackages.class);

    @TempDir
    Path folder;

    private AuditPackages.Packed made(WatchedCounty here) {
        return done(packages.make(
                here.auditor, new AuditPackages.Wanted(here.county.path, YEAR, "年度审计", "市审计局"), TODAY, Instant.EPOCH));
    }

    private WatchedCounty story(String code) {
        WatchedCounty here = new WatchedCounty(office, code);
        BudgetLine line = here.given(100_000);
        here.arrived(line, 100_000, "审-" + code);
        BudgetLine programme = here.programme(line, 60_000);
        here.paid(
                programme,
                "一季度，“含逗号”,\"引号\"",
                List.of(
                        here.row(here.person(true), here.card(), 20_000),
                        here.row(here.person(true), here.card(), 5_000)));
        here.approved(programme, "二季度", false, List.of(here.row(here.person(true), here.card(), 15_000)));
        return here;
    }

    private Path unpacked(byte[] zip) throws IOException {
        Path place = Files.createTempDirectory(folder, "package");
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                Files.write(place.resolve(entry.getName()), stream.readAllBytes());
            }
        }
        return place;
    }

    /** What the verifier in the package says, with its exit code before it. */
    private static String verified(Path place) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("python3", place.resolve("verify.py").toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException none) {
            Assumptions.abort("no python3 here");
            throw none;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.onExit().join().exitValue() + " " + said;
    }

    @Test
    void aPackageOfACountyVerifiesOutsideOfTheOffice() throws Exception {
        WatchedCounty here = story("371056");
        byte[] zip = made(here).zip();
        Path place = unpacked(zip);
        String said = verified(place);
        assertTrue(said.startsWith("0 相符 OK") && said.contains("3 支付 payments"), said);
        String payments = Files.readString(place.resolve("payments.csv"));
        assertTrue(
                payments.contains("王*") && !payments.contains("王某") && !payments.contains(WatchedCounty.CARD),
                payments);
        AuditPackages.Made kept = packages.list(here.auditor, 1).getFirst();
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip)), kept.sha256());
        assertEquals("市审计局", kept.receiver());
        Path city = unpacked(done(packages.make(
                        here.city,
                        new AuditPackages.Wanted("370000/371000/", YEAR, "专项检查", "市纪委监委"),
                        TODAY,
                        Instant.EPOCH))
                .zip());
        assertTrue(verified(city).startsWith("0 相符 OK"), () -> {
            try {
                return verified(city);
            } catch (IOException broken) {
                return broken.toString();
            }
        });
    }

    @Test
    void oneByteChangedIsFound() throws Exception {
        WatchedCounty here = story("371057");
        byte[] zip = made(here).zip();
        Path place = unpacked(zip);
        Path entries = place.resolve("entries.csv");
        byte[] bytes = Files.readAllBytes(entries);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("20000");
        bytes[at] = '3';
        Files.write(entries, bytes);
        String said = verified(place);
        assertTrue(said.startsWith("1 ") && said.contains("entries.csv: 内容被改动") && said.contains("与指纹不符"), said);
    }

    /** What a forger would do: change a table and its digest in the manifest. */
    @Test
    void aForgedTableIsFoundThoughTheManifestFits() throws Exception {
        WatchedCounty here = story("371058");
        byte[] zip = made(here).zip();
        assertForged(zip, "payments.csv", text -> text.replaceFirst(",20000,paid,", ",21000,paid,"), "与凭证不是一一对应");
        assertForged(zip, "accounts.csv", text -> text.replaceFirst("35000,15000", "36000,15000"), "分录之和");
        assertForged(zip, "moves.csv", text -> text.replaceFirst(",60000,", ",61000,"), "可用+占用+已付");
        assertForged(
                zip,
                "documents.csv",
                text -> text.replaceFirst("(?s)(.*),100000,confirmed", "$1,100001,confirmed"),
                "分项");
        assertForged(zip, "audit.csv", text -> text.replaceFirst("POSTED", "CHANGED"), "审计中没有它的指纹");
    }

    private void assertForged(byte[] zip, String name, UnaryOperator<String> change, String found) throws Exception {
        Path place = unpacked(zip);
        Path table = place.resolve(name);
        byte[] before = Files.readAllBytes(table);
        String forged = change.apply(new String(before, StandardCharsets.UTF_8));
        Files.writeString(table, forged);
        assertFalse(
                java.util.Arrays.equals(before, Files.readAllBytes(table)), () -> name + " is not changed:\n" + forged);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Path manifest = place.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                HexFormat.of().formatHex(digest.digest(before)),
                                HexFormat.of().formatHex(digest.digest(Files.readAllBytes(table)))));
        String said = verified(place);
        assertTrue(said.startsWith("1 ") && said.contains(found) && !said.contains("内容被改动"), said);
    }

    @Test
    void onlyAuditAndDisciplineTakeOneAndSayWhatFor() {
        WatchedCounty here = story("371059");
        AuditPackages.Wanted wanted = new AuditPackages.Wanted(here.county.path, YEAR, "年度审计", "市审计局");
        refused(SupervisionRefusal.NO_RIGHT, packages.make(here.finance, wanted, TODAY, Instant.EPOCH));
        refused(
                SupervisionRefusal.NO_RIGHT,
                packages.make(
                        here.auditor,
                        new AuditPackages.Wanted("370000/371000/", YEAR, "年度审计", "市审计局"),
                        TODAY,
                        Instant.EPOCH));
        refused(
                AccessRefusal.PURPOSE_MISSING,
                packages.make(
                        here.auditor,
                        new AuditPackages.Wanted(here.county.path, YEAR, "查", "市审计局"),
                        TODAY,
                        Instant.EPOCH));
        refused(
                SupervisionRefusal.NO_YEAR,
                packages.make(
                        here.auditor,
                        new AuditPackages.Wanted(here.county.path, 2019, "年度审计", "市审计局"),
                        TODAY,
                        Instant.EPOCH));
        Browser browser = Browser.signedIn(office, "watch-371059-audit");
        browser.get("/audit-packages");
        var answer = browser.post(
                "/audit-packages",
                Map.of("place", here.county.path, "year", "2020", "purpose", "年度审计", "receiver", "市审计局"));
        assertEquals(200, answer.statusCode());
        assertEquals(List.of("application/zip"), Browser.header(answer, "Content-Type"));
        String page = browser.get("/audit-packages").body();
        assertTrue(page.contains("市审计局") && page.contains("SHA-256"), page);
        assertEquals(
                403,
                Browser.signedIn(office, "watch-371059").get("/audit-packages").statusCode());
    }
}
