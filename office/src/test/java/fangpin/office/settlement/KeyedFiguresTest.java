package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.OwnPacks;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Running figures that a product cuts by keys and codes (per): what the file verb pays, in whatever way bills come. */
class KeyedFiguresTest {
    private static final String COURSES = "courses-2020";
    private static final LocalDate NEW_YEAR = LocalDate.of(2020, 1, 1);
    private static final LocalDate END = LocalDate.of(2021, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final Path pack = OwnPacks.courses(office);

    @TempDir
    Path folder;

    KeyedFiguresTest() {
        ward.adoptElsewhere(COURSES);
    }

    private String member(String household) {
        return ward.insured(COURSES, "courses", NEW_YEAR, END, household);
    }

    private static BillMessage bill(String person, String discharged, long yuan, String... words) {
        String number = "K" + System.nanoTime();
        LocalDate day = LocalDate.parse(discharged);
        Map<String, String> said = new TreeMap<>();
        for (int at = 0; at < words.length; at += 2) {
            said.put(words[at], words[at + 1]);
        }
        return new BillMessage(
                number,
                number,
                person,
                day.minusDays(3),
                day,
                Map.of("total_cost", yuan * 100, "eligible_cost", yuan * 100, "basic_paid", 0L),
                said);
    }

    private BillMessage course(String person, String discharged, long yuan, String course, String grade) {
        return bill(person, discharged, yuan, "course_id", course, "hospital_grade", grade);
    }

    private Bill settle(BillMessage message) {
        return done(settlements.settle(ward.firstDesk, ward.first.id(), message, TODAY));
    }

    @Test
    void anUploadPaysWhatTheFileVerbPaysFenForFen() throws IOException {
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("fangpin.seed=" + seed);
        Random random = new Random(seed);
        List<String> grades = List.of("grade-1", "二级", "grade-2", "三级");
        List<String> members = new ArrayList<>(List.of("person_id,category,from,to"));
        List<String> bills = new ArrayList<>(
                List.of("bill_id,person_id,household_id,course_id,hospital_grade,severity,admission_date,"
                        + "discharge_date,total_cost,eligible_cost,basic_paid"));
        String mark = "K" + System.nanoTime() + "-";
        for (int home = 0; home < 5; home++) {
            for (int member = 0; member < 3; member++) {
                String person = member(mark + home);
                members.add(person + ",monitored,2020-01-01,");
                for (int bill = 0; bill < 8; bill++) {
                    long cost = random.nextInt(9_000);
                    bills.add("%s%d-%d-%d,%s,%s,C%d,%s,%s,2020-02-01,2020-02-%02d,%d.37,%d.37,%d.11"
                            .formatted(
                                    mark,
                                    home,
                                    member,
                                    bill,
                                    person,
                                    mark + home,
                                    random.nextInt(3),
                                    grades.get(random.nextInt(4)),
                                    random.nextBoolean() ? "" : 1 + random.nextInt(3),
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
                ward.firstDesk, new Uploads.Sent(ward.first.id(), COURSES, "courses", "bills.csv", billFile), TODAY));
        Upload ended = done(uploads.settle(ward.firstDesk, upload.id(), TODAY));
        assertEquals(120, ended.accepted());
        Map<String, List<String>> found = new TreeMap<>();
        List<Bill> made = new ArrayList<>();
        office.part(UploadResults.class).eachAccepted(ward.firstDesk, ended, row -> {
            found.put(row.bill().billNumber(), FileVerb.paid(row.bill()));
            made.add(row.bill());
        });
        assertEquals(FileVerb.settled(folder, pack, "courses", memberFile, billFile), found);
        made.forEach(one -> assertEquals(
                one.latest().inputHash(),
                settlements
                        .explained(ward.city, one, one.latest())
                        .settled()
                        .receipt()
                        .inputHash()));
        recomputed();
        // one cancelled in the middle: the rest is what the verb gives without it
        Bill gone = made.get(random.nextInt(made.size()));
        done(settlements.cancel(ward.firstDesk, gone.id(), 1, "账单录错", TODAY));
        bills.removeIf(line -> line.startsWith(gone.billNumber() + ","));
        Map<String, List<String>> left = new TreeMap<>();
        made.stream()
                .filter(one -> one.id() != gone.id())
                .forEach(one -> left.put(
                        one.billNumber(),
                        FileVerb.paid(settlements.find(ward.city, one.id()).orElseThrow())));
        assertEquals(
                FileVerb.settled(folder, pack, "courses", memberFile, Files.write(folder.resolve("less.csv"), bills)),
                left);
        recomputed();
    }

    private void recomputed() {
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
    }

    /** The deductible once a course, the limit once a hospital grade, the year's limit for the whole household; one by one at two desks. */
    @Test
    void eachKeyHasAStateOfItsOwn() {
        String home = "K" + System.nanoTime();
        String mother = member(home);
        String son = member(home);
        List<Bill> bills = new ArrayList<>();
        bills.add(settle(course(mother, "2020-03-10", 3_000, "A", "grade-1")));
        bills.add(settle(course(son, "2020-03-12", 3_000, "B", "一级")));
        bills.add(done(settlements.settle(
                ward.secondDesk, ward.second.id(), course(mother, "2020-03-14", 1_000, "A", "二级"), TODAY)));
        bills.add(settle(course(mother, "2020-03-16", 9_000, "A", "一级")));
        bills.add(settle(course(son, "2020-03-18", 9_000, "B", "二级")));
        // 70% above 1,000; again in another course; 60% with the deductible borne; what 6,000 of the grade leave; what
        // 9,000 of the year leave
        assertEquals(List.of(140_000L, 140_000L, 60_000L, 320_000L, 240_000L), ward.paid(bills));
        assertEquals(
                Map.of("course_id", "A", "hospital_grade", "grade-1"),
                bills.getFirst().keys());
        done(settlements.cancel(ward.firstDesk, bills.get(1).id(), 1, "账单录错", TODAY));
        // the grade's limit leaves 4,600, the year's 2,400; the other course's deductible is borne by its next bill
        assertEquals(List.of(140_000L, 0L, 60_000L, 460_000L, 240_000L), ward.paid(bills));
        Bill seen = settlements.find(ward.city, bills.getLast().id()).orElseThrow();
        assertTrue(office.part(YearAccounts.class).of(ward.city, seen).agrees());
    }

    /** A bill without a course is a set of keys of its own; the course goes on after it where it stood. */
    @Test
    void aBillWithoutAKeyLeavesTheOthersAsTheyStood() {
        OwnPacks.maybeCourses(office);
        ward.adoptElsewhere("maybe-courses-2020");
        String person = ward.insured("maybe-courses-2020", "courses", NEW_YEAR, END, "K" + System.nanoTime());
        List<Bill> bills = new ArrayList<>();
        bills.add(settle(course(person, "2020-03-10", 3_000, "A", "grade-1")));
        bills.add(settle(bill(person, "2020-03-12", 500, "hospital_grade", "grade-1")));
        bills.add(settle(course(person, "2020-03-14", 1_000, "A", "grade-1")));
        bills.add(settle(bill(person, "2020-03-16", 1_000, "hospital_grade", "grade-1")));
        assertEquals(List.of(140_000L, 0L, 70_000L, 35_000L), ward.paid(bills));
        assertEquals(Map.of(), bills.get(1).keys());
        Bill seen = settlements.find(ward.city, bills.getLast().id()).orElseThrow();
        assertTrue(office.part(YearAccounts.class).of(ward.city, seen).agrees());
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_FIELD, '',   grade-1",
        "MISSING_FIELD, A,    ''",
        "BAD_CODE,      A,    grade-9",
        "BAD_ID,        long, grade-1"
    })
    void aKeyThatIsMissingOrNoneIsRefused(SettlementRefusal reason, String course, String grade) {
        BillMessage message =
                course(member(""), "2020-03-10", 3_000, course.equals("long") ? "A".repeat(65) : course, grade);
        assertEquals(
                reason,
                assertInstanceOf(
                                Answer.Refused.class,
                                settlements.settle(ward.firstDesk, ward.first.id(), message, TODAY))
                        .reason());
    }

    /** A paper bill enters the same state. */
    @Test
    void aPaperBillEntersTheStateOfItsKey() {
        Reimbursements reimbursements = office.part(Reimbursements.class);
        String home = "K" + System.nanoTime();
        String person = member(home);
        Bill first = settle(course(person, "2020-03-10", 3_000, "A", "grade-1"));
        assertEquals(140_000, first.latest().paidFen());
        Actor clerk =
                office.account("paper-maker", "371082", Role.MEDICAL_SECURITY).actor();
        Actor second =
                office.account("paper-checker", "371082", Role.MEDICAL_SECURITY).actor();
        Reimbursement.Paper paper = new Reimbursement.Paper(
                "外省医院",
                "P" + System.nanoTime(),
                LocalDate.of(2020, 4, 1),
                LocalDate.of(2020, 4, 5),
                Map.of("total_cost", 100_000L, "eligible_cost", 100_000L, "basic_paid", 0L),
                Map.of("course_id", "A", "hospital_grade", "三级"),
                "急诊");
        long id = done(reimbursements.enter(
                clerk,
                person,
                paper,
                new Reimbursement.Payee(true, "丛代领", "儿子", "农商行俚岛支行", "6228480402564890018"),
                TODAY));
        done(reimbursements.approve(
                second, id, reimbursements.find(second, id).orElseThrow().version(), TODAY));
        long made = Objects.requireNonNull(
                reimbursements.find(second, id).orElseThrow().billId());
        Bill bill = settlements.find(ward.city, made).orElseThrow();
        assertEquals(50_000, bill.latest().paidFen());
        assertEquals(2, bill.ordinal());
    }
}
