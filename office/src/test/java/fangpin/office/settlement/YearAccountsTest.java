package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.OwnPacks;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years that are a household's, and years that count what was not covered (R15): what the file verb pays, in whatever way bills come. */
class YearAccountsTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2099, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2099, 12, 31);
    private static final String SHAPES = "shapes-2099";

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final Path shapes = OwnPacks.shapes(office);

    @TempDir
    Path folder;

    YearAccountsTest() {
        ward.adoptElsewhere(SHAPES);
    }

    private String member(String household) {
        return ward.insured(SHAPES, "prevention", NEW_YEAR, END, household);
    }

    private static BillMessage bill(String person, int day, long yuan, String household) {
        String number = "H" + System.nanoTime();
        LocalDate on = NEW_YEAR.plusDays(day);
        return new BillMessage(
                number,
                number,
                person,
                on,
                on,
                Map.of("total_cost", yuan * 100, "eligible_cost", yuan * 100, "basic_paid", 0L),
                household.isEmpty() ? Map.of() : Map.of("household_id", household));
    }

    private Bill settle(Actor desk, Hospital hospital, BillMessage message) {
        return done(settlements.settle(desk, hospital.id(), message, TODAY));
    }

    @Test
    void anUploadOfHouseholdsPaysWhatTheFileVerbPays() throws IOException {
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("fangpin.seed=" + seed);
        Random random = new Random(seed);
        List<String> members = new ArrayList<>(List.of("person_id,category,from,to"));
        List<String> bills = new ArrayList<>(List.of(
                "bill_id,person_id,household_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid"));
        String mark = "U" + System.nanoTime() + "-";
        for (int home = 0; home < 6; home++) {
            for (int member = 0; member < 3; member++) {
                String person = member(mark + home);
                members.add(person + ",monitored,2099-01-01,");
                for (int bill = 0; bill < 4; bill++) {
                    long cost = random.nextInt(30_000);
                    bills.add("%s%d-%d-%d,%s,%s,2099-02-01,2099-02-%02d,%d.00,%d.00,%d.00"
                            .formatted(
                                    mark,
                                    home,
                                    member,
                                    bill,
                                    person,
                                    mark + home,
                                    1 + random.nextInt(28),
                                    cost + random.nextInt(100),
                                    cost,
                                    cost / 3));
                }
            }
        }
        Path memberFile = Files.write(folder.resolve("members.csv"), members);
        Path billFile = Files.write(folder.resolve("bills.csv"), bills);
        Uploads uploads = office.part(Uploads.class);
        Upload upload = done(uploads.receive(
                ward.firstDesk, new Uploads.Sent(ward.first.id(), SHAPES, "prevention", "bills.csv", billFile), TODAY));
        Upload ended = done(uploads.settle(ward.firstDesk, upload.id(), TODAY));
        assertEquals(72, ended.accepted());
        Map<String, List<String>> found = new TreeMap<>();
        office.part(UploadResults.class)
                .eachAccepted(
                        ward.firstDesk, ended, row -> found.put(row.bill().billNumber(), FileVerb.paid(row.bill())));
        assertEquals(FileVerb.settled(folder, shapes, "prevention", memberFile, billFile), found);
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
    }

    @Test
    void aHouseholdsBillsStandOnEachOtherAndAreDecidedAnewTogether() {
        String home = "C" + System.nanoTime();
        String mother = member(home);
        String son = member(home);
        String stranger = member("");
        Bill first = settle(ward.firstDesk, ward.first, bill(mother, 1, 7_000, home));
        Bill second = settle(ward.secondDesk, ward.second, bill(son, 2, 4_000, ""));
        Bill other = settle(ward.firstDesk, ward.first, bill(stranger, 3, 4_000, ""));
        // (7,000 - 5,000) x 50%; then 4,000 x 50% more; a household of its own stays below 5,000
        assertEquals(List.of(100_000L, 200_000L, 0L), ward.paid(List.of(first, second, other)));
        assertEquals(List.of(1, 2, 1), List.of(first.ordinal(), second.ordinal(), other.ordinal()));
        assertTrue(second.ofHousehold());
        done(settlements.cancel(ward.firstDesk, first.id(), 1, "账单录错", TODAY));
        assertEquals(List.of(0L, 0L, 0L), ward.paid(List.of(first, second, other)));
        Bill third = settle(ward.firstDesk, ward.first, bill(mother, 4, 9_000, ""));
        assertEquals(List.of(0L, 0L, 400_000L), ward.paid(List.of(first, second, third)));
        Bill seen = settlements.find(ward.city, second.id()).orElseThrow();
        YearAccounts.Year year = office.part(YearAccounts.class).of(ward.city, seen);
        assertEquals(
                List.of(first.id(), second.id(), third.id()),
                year.bills().stream().map(Bill::id).toList());
        assertTrue(year.agrees());
        YearAccounts.Year own = office.part(YearAccounts.class).of(ward.secondDesk, seen);
        assertEquals(List.of(1, 2), List.of(own.bills().size(), own.others()));
        assertEquals(
                seen.latest().inputHash(),
                settlements
                        .explained(ward.city, seen, seen.latest())
                        .settled()
                        .receipt()
                        .inputHash());
        String page = Browser.signedIn(office, "ward-city")
                .get("/settlements/" + second.id() + "/year")
                .body();
        assertTrue(page.contains("按户累计") && page.contains(third.billNumber()), page);
    }

    @Test
    void aBillThatNamesAnotherHouseholdIsRefused() {
        String person = member("D" + System.nanoTime());
        assertEquals(
                SettlementRefusal.OTHER_HOUSEHOLD,
                assertInstanceOf(
                                Answer.Refused.class,
                                settlements.settle(
                                        ward.firstDesk, ward.first.id(), bill(person, 1, 7_000, "another"), TODAY))
                        .reason());
    }

    /** Two to six desks at once for members of one household: each paid as some order one by one would. */
    @Test
    void membersOfAHouseholdAtOnceWaitForEachOther() throws Exception {
        Random random = new Random(Long.getLong("fangpin.seed", 6));
        try (ExecutorService desks = Executors.newFixedThreadPool(6)) {
            for (int race = 0; race < 3; race++) {
                String home = "R" + System.nanoTime();
                List<Callable<Bill>> at = new ArrayList<>();
                for (int desk = 0; desk < 2 + random.nextInt(5); desk++) {
                    BillMessage message = bill(member(home), desk, 2_000 + random.nextInt(9_000), "");
                    boolean one = random.nextBoolean();
                    at.add(() ->
                            settle(one ? ward.firstDesk : ward.secondDesk, one ? ward.first : ward.second, message));
                }
                List<Bill> bills = new ArrayList<>();
                for (Future<Bill> bill : desks.invokeAll(at)) {
                    bills.add(bill.get());
                }
                bills.sort(java.util.Comparator.comparingInt(Bill::ordinal));
                long left = 0;
                long before = 0;
                for (int at1 = 0; at1 < bills.size(); at1++) {
                    assertEquals(at1 + 1, bills.get(at1).ordinal());
                    left += bills.get(at1).inputValues().get(1);
                    long owed = owed(left);
                    assertEquals(owed - before, bills.get(at1).latest().paidFen());
                    before = owed;
                }
            }
        }
    }

    /** SH §2 in plain words, fen. */
    private static long owed(long left) {
        long over = Math.max(0, left - 500_000);
        long first = Math.min(over, 1_000_000) * 5;
        long second = Math.min(Math.max(0, over - 1_000_000), 2_000_000) * 6;
        long third = Math.max(0, over - 3_000_000) * 7;
        return Math.min(5_000_000, (first + second + third + 5) / 10);
    }

    /** A word of the hospital's grade decides the share; a word that is not on the list is refused. */
    @Test
    void codesAreSettledByAndCheckedLikeAmounts() {
        String person = ward.insured(SHAPES, "waiver", NEW_YEAR, END, "");
        Bill bill = settle(ward.firstDesk, ward.first, graded(person, "二级"));
        // 10,000 - 6,000 left; assistance 70% of it; a tenth of the rest waived
        assertEquals(12_000, bill.latest().paidFen());
        assertEquals(SettlementRefusal.BAD_CODE, reason(graded(person, "四级")));
        assertEquals(SettlementRefusal.MISSING_FIELD, reason(graded(person, "")));
    }

    private SettlementRefusal reason(BillMessage message) {
        return (SettlementRefusal) assertInstanceOf(
                        Answer.Refused.class, settlements.trial(ward.firstDesk, ward.first.id(), message, TODAY))
                .reason();
    }

    private static BillMessage graded(String person, String grade) {
        String number = "G" + System.nanoTime();
        return new BillMessage(
                number,
                number,
                person,
                NEW_YEAR,
                NEW_YEAR.plusDays(3),
                Map.of("total_cost", 1_000_000L, "eligible_cost", 1_000_000L, "basic_paid", 600_000L),
                grade.isEmpty() ? Map.of() : Map.of("hospital", grade));
    }

    /** R15, the other choice: bills before cover began count in the year and pay nothing. */
    @Test
    void theWholeYearCountsWhatWasNotCovered() throws IOException {
        Path pack = OwnPacks.weihai(office, "whole-2020", "999900", "chosen: since-inclusion", "chosen: whole-year");
        ward.adoptElsewhere("whole-2020");
        String person = ward.insured(
                "whole-2020", "supplementary-medical", LocalDate.of(2020, 6, 1), LocalDate.of(2021, 1, 1), "");
        BillMessage before = ward.bill(person, "2020-03-10", 30_000, 30_000, 10_000);
        BillMessage within = ward.bill(person, "2020-06-20", 9_000, 9_000, 2_000);
        BillMessage later = ward.bill(person, "2020-09-20", 40_000, 38_000, 30_000);
        Bill counted = done(settlements.settle(ward.firstDesk, ward.first.id(), before, Ward.TODAY));
        assertTrue(counted.onlyCounts());
        Bill first = done(settlements.settle(ward.secondDesk, ward.second.id(), within, Ward.TODAY));
        Bill second = done(settlements.settle(ward.firstDesk, ward.first.id(), later, Ward.TODAY));
        List<BillMessage> three = List.of(before, within, later);
        assertEquals(
                verb(pack, person, three),
                Map.of(
                        first.billNumber(), FileVerb.paid(first),
                        second.billNumber(), FileVerb.paid(second)));
        assertEquals(0, counted.latest().paidFen());
        assertFalse(touched(counted));
        ward.coverFrom(person, LocalDate.of(2020, 3, 1));
        assertTrue(touched(counted), "cover was dated back");
        assertFalse(touched(first));
        done(settlements.cancel(ward.firstDesk, counted.id(), 1, "外省账单，重录", Ward.TODAY));
        assertEquals(
                verb(pack, person, List.of(within, later)),
                Map.of(first.billNumber(), FileVerb.paid(now(first)), second.billNumber(), FileVerb.paid(now(second))));
        assertTrue(office.part(YearAccounts.class).of(ward.city, first).agrees());
        assertFalse(touched(counted));
    }

    private boolean touched(Bill bill) {
        return office.part(Touched.class).open(ward.city, 999).stream().anyMatch(one -> one.id() == bill.id());
    }

    private Bill now(Bill bill) {
        return settlements.find(ward.city, bill.id()).orElseThrow();
    }

    private Map<String, List<String>> verb(Path pack, String person, List<BillMessage> bills) throws IOException {
        Path members = Files.write(
                folder.resolve("m.csv"), List.of("person_id,category,from,to", person + ",instant-help,2020-06-01,"));
        List<String> lines = new ArrayList<>(List.of("bill_id,person_id,admission_date,discharge_date,total_cost,"
                + "eligible_cost,basic_paid,critical_illness_paid,hospital_waiver,medical_assistance_paid"));
        bills.forEach(bill -> lines.add("%s,%s,%s,%s,%s,%s,%s,0,0,0"
                .formatted(
                        bill.billNumber(),
                        person,
                        bill.admittedOn(),
                        bill.dischargedOn(),
                        bill.amountsFen().getOrDefault("total_cost", 0L) / 100,
                        bill.amountsFen().getOrDefault("eligible_cost", 0L) / 100,
                        bill.amountsFen().getOrDefault("basic_paid", 0L) / 100)));
        return FileVerb.settled(
                folder, pack, "supplementary-medical", members, Files.write(folder.resolve("b.csv"), lines));
    }
}
