package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.database.internal.Preparation;
import fangpin.office.fund.Books;
import fangpin.office.fund.LedgerCheck;
import fangpin.office.settlement.internal.UploadDesk;
import fangpin.office.settlement.internal.UploadLines;
import fangpin.office.settlement.internal.UploadWake;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month as a file: what the file verb pays, once, whatever happens in the middle. */
class UploadsTest {
    private static final String HEADER = "账单号,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付";
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Uploads uploads = office.part(Uploads.class);
    private final UploadResults results = office.part(UploadResults.class);

    @TempDir
    Path folder;

    @Test
    void anUploadIntoEmptyYearsPaysWhatTheFileVerbPaysFenForFen() throws IOException {
        GeneratedBills generated = new GeneratedBills(folder, 300, 2600, 61_001, "0.06");
        generated.enter(office, ward);
        List<Books.Fault> before = LedgerCheck.run(office.database());
        Upload upload = settled(generated.bills);
        assertEquals(before, LedgerCheck.run(office.database()), "the books agree with their entries");
        assertEquals(Upload.Stage.DONE, upload.stage());
        assertEquals(2600, upload.rows());
        assertEquals(generated.settled, accepted(upload));
        Map<Long, List<String>> rejected = new TreeMap<>();
        results.eachRejected(
                ward.firstDesk,
                upload,
                row -> rejected.put(
                        row.row(),
                        List.of(
                                row.reason().word(),
                                row.wrongColumn() < 0 ? "" : upload.header().get(row.wrongColumn()))));
        assertEquals(reasons(generated.rejected), reasons(rejected));
        assertTrue(generated.rejected.size() > 100, "the sample holds wrong rows");
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
        changesNothing(generated, upload);
        oneBillMoreChangesThatOnly(generated, upload);
    }

    private static Map<Long, String> reasons(Map<Long, List<String>> rejected) {
        Map<Long, String> reasons = new TreeMap<>();
        rejected.forEach((row, said) -> reasons.put(row, said.getFirst()));
        return reasons;
    }

    private void changesNothing(GeneratedBills generated, Upload first) throws IOException {
        long before = decisions();
        Upload again = settled(generated.bills);
        assertEquals(first.id(), uploads.sameBefore(ward.firstDesk, again.id()).orElseThrow());
        assertEquals(first.accepted(), again.accepted());
        assertEquals(generated.settled, accepted(again));
        assertEquals(before, decisions());
    }

    /** The file corrected and sent whole once more: only what is new is settled. */
    private void oneBillMoreChangesThatOnly(GeneratedBills generated, Upload first) throws IOException {
        long before = decisions();
        List<String> lines = new ArrayList<>(GeneratedBills.lines(generated.bills));
        String person = lines.get(1).split(",", -1)[1];
        lines.add("NEW-1," + person + ",2020-12-20,2020-12-30,500.00,400.00,300.00,0.00,0.00,0.00");
        Path corrected = Files.write(folder.resolve("corrected.csv"), lines);
        assertEquals(first.accepted() + 1, settled(corrected).accepted());
        assertEquals(before + 1, decisions());
    }

    private Map<String, List<String>> accepted(Upload upload) {
        Map<String, List<String>> found = new TreeMap<>();
        results.eachAccepted(ward.firstDesk, upload, row -> {
            Decision now = row.bill().latest();
            found.put(
                    row.bill().billNumber(),
                    List.of(
                            Fen.yuan(now.paidFen()),
                            Fen.yuan(now.selfFen()),
                            Fen.yuan(now.ineligibleFen()),
                            Fen.yuan(now.yearPaidFen())));
        });
        return found;
    }

    private long decisions() {
        return office.part(ScopedWork.class)
                .read(
                        ward.city,
                        () -> office.part(JdbcClient.class)
                                .sql("select count(*) from settlement.decision")
                                .query(Long.class)
                                .single());
    }

    /** Each with the column that is wrong; ID stands for somebody covered from 1 June. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T1,ID,2020-06-01,2020-06-05,1200,1000,700,0,0,0              | -                    |
            T2,ID,2020-06-01,2020-06-05,1200,1000,700,0,0                | bad-row              |
            T3,ID,2020-06-01,2020-06-05,1200,1000,,0,0,0                 | missing-field        | 基本医保支付
            ,ID,2020-06-01,2020-06-05,1200,1000,700,0,0,0                | missing-field        | 账单号
            T4,ID,2020-06-01,2020-06-31,1200,1000,700,0,0,0              | bad-date             | 出院日期
            T5,ID,2020-06-06,2020-06-05,1200,1000,700,0,0,0              | bad-date             | 出院日期
            T6,ID,2020-06-01,2021-06-05,1200,1000,700,0,0,0              | bad-date             | 出院日期
            T7,ID,2020/6/1,2020-06-05,1200,1000,700,0,0,0                | bad-date             | 入院日期
            T8,ID,2020-06-01,2020-06-05,-1200,1000,700,0,0,0             | bad-amount           | 总费用
            T9,ID,2020-06-01,2020-06-05,1200.001,1000,700,0,0,0          | bad-amount           | 总费用
            T10,ID,2020-06-01,2020-06-05,1200,1300,700,0,0,0             | amounts-inconsistent | 合规费用
            T11,ID,2020-06-01,2020-06-05,1200,1000,700,200,0,101         | amounts-inconsistent | 合规费用
            T12,37999919600101999X,2020-06-01,2020-06-05,9,9,9,0,0,0     | unknown-person       | 身份证号
            T13,ID,2020-05-01,2020-05-05,1200,1000,700,0,0,0             | not-covered          |
            """)
    void aWrongRowSaysWhereAndWhy(String line, String reason, @org.jspecify.annotations.Nullable String column)
            throws IOException {
        String row = line.replace(",ID,", "," + ward.insured(LocalDate.of(2020, 6, 1)) + ",")
                .replaceFirst("^T", "T" + System.nanoTime() + "-");
        Upload upload = settled(written(HEADER, row));
        List<Upload.Rejected> rejected = results.rejected(ward.firstDesk, upload.id(), 0, 9);
        if (reason.equals("-")) {
            assertEquals(List.of(), rejected);
            assertEquals(1, upload.accepted());
        } else {
            assertEquals(1, upload.rejected());
            assertEquals(reason, rejected.getFirst().reason().word());
            assertEquals(2, rejected.getFirst().row());
            int wrong = rejected.getFirst().wrongColumn();
            assertEquals(column, wrong < 0 ? null : upload.header().get(wrong));
        }
        assertEquals(Upload.Stage.DONE, upload.stage());
    }

    @Test
    void aRowWhoseBillWasCancelledIsNotCountedAsSettled() throws IOException {
        String line = "K" + System.nanoTime() + "," + ward.insured(YEAR) + ",2020-06-01,2020-06-05,1200,1000,700,0,0,0";
        Upload upload = settled(written(HEADER, line));
        long bill = office.part(Settlements.class)
                .list(ward.firstDesk, Long.MAX_VALUE, 1)
                .getFirst()
                .id();
        done(office.part(Settlements.class).cancel(ward.firstDesk, bill, 1, "金额有误", TODAY));
        Upload again = settled(written(HEADER, line));
        assertEquals(1, upload.accepted());
        assertEquals(0, again.accepted());
        assertEquals(
                SettlementRefusal.CANCELLED_BEFORE,
                results.rejected(ward.firstDesk, again.id(), 0, 9).getFirst().reason());
    }

    @Test
    void aNumberTwiceInAFileOrSettledBeforeIsADuplicate() throws IOException {
        String person = ward.insured(YEAR);
        String number = "D" + System.nanoTime();
        String line = number + "," + person + ",2020-06-01,2020-06-05,1200,1000,700,0,0,0";
        Upload upload = settled(written(HEADER, line, line.replace("1200", "1300")));
        assertEquals(1, upload.accepted());
        assertEquals(
                SettlementRefusal.DUPLICATE_BILL,
                results.rejected(ward.firstDesk, upload.id(), 0, 9).getFirst().reason());
        Upload other = settled(written(HEADER, line.replace("1200", "1300")));
        assertEquals(
                SettlementRefusal.DUPLICATE_BILL,
                results.rejected(ward.firstDesk, other.id(), 0, 9).getFirst().reason());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, .csv", "GB18030, .csv"})
    void chineseHeadersAreReadInBothEncodings(String encoding, String ending) throws IOException {
        String line = "E" + System.nanoTime() + "," + ward.insured(YEAR) + ",2020-06-01,2020-06-05,1200,1000,700,0,0,0";
        Path file = folder.resolve("bills" + ending);
        Files.writeString(file, HEADER + "\r\n" + line + "\r\n", Charset.forName(encoding));
        assertEquals(1, settled(file).accepted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            账单号,身份证号,入院日期,出院日期,总费用   | COLUMNS_MISSING
            账单号,bill_id,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付 | COLUMNS_DOUBLED
            "账单号                                  | FILE_REFUSED
            """)
    void aFileThatIsNoFileOfBillsIsRefusedWhole(String header, SettlementRefusal reason) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), header + "\n1,2\n", StandardCharsets.UTF_8);
        assertEquals(
                reason,
                assertInstanceOf(Answer.Refused.class, uploads.receive(ward.firstDesk, sent(file), TODAY))
                        .reason());
        assertEquals(
                SettlementRefusal.NO_RIGHT,
                assertInstanceOf(Answer.Refused.class, uploads.receive(ward.city, sent(file), TODAY))
                        .reason());
    }

    /** The second set breaks as if the office had been killed: nothing of it stays, and going on settles each bill once. */
    @Test
    void anUploadThatBreaksInTheMiddleGoesOnWhereItStood() throws Exception {
        List<String> lines = month(1200);
        Upload upload = done(uploads.receive(ward.firstDesk, sent(written(lines)), TODAY));
        UploadDesk desk = office.part(UploadDesk.class);
        assertTrue(desk.next(ward.firstDesk, upload.id(), UploadLines.Place.START, TODAY)
                .isPresent());
        long before = decisions();
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create function settlement.breaks() returns trigger language plpgsql as
                    $$ begin raise exception 'broken in the middle'; end $$
                    """);
            statement.execute(
                    "create trigger breaks before insert on settlement.bill for each row when (new.bill_number = '"
                            + lines.get(700).split(",", -1)[0] + "') execute function settlement.breaks()");
            assertThrows(DataAccessException.class, () -> uploads.settle(ward.firstDesk, upload.id(), TODAY));
            statement.execute("drop trigger breaks on settlement.bill");
            statement.execute("drop function settlement.breaks");
        }
        assertFalse(uploads.running(upload.id()));
        assertTrue(uploads.stopped(ward.firstDesk).stream().anyMatch(one -> one.id() == upload.id()));
        assertEquals(
                500, uploads.find(ward.firstDesk, upload.id()).orElseThrow().accepted());
        assertEquals(before, decisions());
        // what every start of an office does
        assertTrue(office.part(UploadWake.class).resume(TODAY) >= 1);
        Upload whole = awaitEnd(upload.id());
        assertEquals(Upload.Stage.DONE, whole.stage());
        assertEquals(1200, whole.accepted());
        assertEquals(before + 700, decisions());
    }

    private Upload awaitEnd(long id) throws InterruptedException {
        for (int tries = 0; tries < 600 && uploads.running(id); tries++) {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(100);
        }
        return uploads.find(ward.firstDesk, id).orElseThrow();
    }

    @Test
    void anUploadThatIsStoppedKeepsWhatItSettledAndGoesNoFurther() throws IOException {
        Upload upload = done(uploads.receive(ward.firstDesk, sent(written(month(700))), TODAY));
        UploadDesk desk = office.part(UploadDesk.class);
        assertTrue(desk.next(ward.firstDesk, upload.id(), UploadLines.Place.START, TODAY)
                .isPresent());
        assertEquals(
                Upload.Stage.CANCELLED,
                done(uploads.cancel(ward.firstDesk, upload.id())).stage());
        Upload after = done(uploads.settle(ward.firstDesk, upload.id(), TODAY));
        assertEquals(500, after.accepted());
        assertEquals(200, after.waiting());
        assertEquals(
                SettlementRefusal.UPLOAD_ENDED,
                assertInstanceOf(Answer.Refused.class, uploads.cancel(ward.firstDesk, upload.id()))
                        .reason());
    }

    /** Both hospitals' files and a desk at once, all for the same few persons: no ring of waiting, and every year adds up. */
    @Test
    void filesAndADeskAtOnceForTheSamePersonsSettleEachBillOnce() throws Exception {
        List<String> persons = List.of(ward.insured(YEAR), ward.insured(YEAR), ward.insured(YEAR));
        Upload one = done(uploads.receive(ward.firstDesk, sent(written(stays(persons, 300))), TODAY));
        Uploads.Sent second = new Uploads.Sent(
                ward.second.id(), "weihai-2020", "supplementary-medical", "b.csv", written(stays(persons, 300)));
        Upload two = done(uploads.receive(ward.secondDesk, second, TODAY));
        Settlements settlements = office.part(Settlements.class);
        try (ExecutorService desks = Executors.newFixedThreadPool(3)) {
            Future<Upload> first = desks.submit(() -> done(uploads.settle(ward.firstDesk, one.id(), TODAY)));
            Future<Upload> other = desks.submit(() -> done(uploads.settle(ward.secondDesk, two.id(), TODAY)));
            for (int at = 0; at < 30; at++) {
                done(settlements.settle(
                        ward.firstDesk,
                        ward.first.id(),
                        ward.bill(persons.get(at % 3), "2020-07-10", 3000, 2000, 1000),
                        TODAY));
            }
            assertEquals(300, first.get().accepted());
            assertEquals(300, other.get().accepted());
        }
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
    }

    @Test
    void itsPageSaysWhatWasRejectedAndGivesTheFilesBack() throws IOException {
        String good = "P" + System.nanoTime() + "," + ward.insured(YEAR) + ",2020-06-01,2020-06-05,1200,1000,700,0,0,0";
        Upload upload = settled(
                written(HEADER, good, "P2," + ward.insured(YEAR) + ",2020-06-01,2020-06-05,1200,1000,七百,0,0,0"));
        Browser hospital = Browser.signedIn(office, "ward-first");
        assertTrue(hospital.get("/settlements/uploads").body().contains("账单.csv"));
        String page = hospital.get("/settlements/uploads/" + upload.id()).body();
        assertTrue(page.contains("基本医保支付") && page.contains("不是金额"), page);
        String files = "/settlements/uploads/" + upload.id() + "/";
        for (String file : List.of("accepted", "rejected")) {
            assertTrue(page.contains(files + "files/" + file), page);
            assertEquals(200, hospital.get(files + "files/" + file).statusCode());
            assertEquals(404, hospital.get(files + file + ".xlsx").statusCode(), "no file leaves without its purpose");
        }
        assertEquals(404, hospital.get(files + "files/all").statusCode());
    }

    private List<String> month(int bills) {
        List<String> persons = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            persons.add(ward.insured(YEAR));
        }
        return stays(persons, bills);
    }

    private static List<String> stays(List<String> persons, int bills) {
        List<String> lines = new ArrayList<>();
        String run = Long.toString(System.nanoTime(), 36);
        for (int at = 0; at < bills; at++) {
            lines.add("%s-%05d,%s,2020-03-01,2020-03-%02d,%d.10,%d.05,%d,0,0,0"
                    .formatted(
                            run, at, persons.get(at % persons.size()), 2 + at * 28 / bills, 1300 + at, 1000 + at, 600));
        }
        return lines;
    }

    private Path written(List<String> lines) throws IOException {
        return written(HEADER, lines.toArray(String[]::new));
    }

    private Path written(String header, String... lines) throws IOException {
        Path file = Files.createTempFile(folder, "bills", ".csv");
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(List.of(lines));
        return Files.write(file, all);
    }

    private Uploads.Sent sent(Path file) {
        return new Uploads.Sent(ward.first.id(), "weihai-2020", "supplementary-medical", "账单.csv", file);
    }

    private Upload settled(Path file) throws IOException {
        Upload upload = done(uploads.receive(ward.firstDesk, sent(file), TODAY));
        return done(uploads.settle(ward.firstDesk, upload.id(), TODAY));
    }
}
