package fangpin.office.settlement;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.OwnPacks;
import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.Workbooks;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Right;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.InsuredCounty.Made;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import fangpin.office.web.api.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that leaves the decision to people: two of them decide with a reason, the list takes it up, the bill that waited is settled. */
class ReferredBillsTest {
    private static final String PACK = "refer-2020";
    private static final String MEDICAL = "supplementary-medical";
    private static final LocalDate DAY = LocalDate.of(2020, 3, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Enrolments enrolments = office.part(Enrolments.class);
    private final Referrals referrals = office.part(Referrals.class);
    private final ReferredBills bills = office.part(ReferredBills.class);
    private final Uploads uploads = office.part(Uploads.class);
    private final UploadResults results = office.part(UploadResults.class);
    private final Ward ward = new Ward(office);

    private Referral of(InsuredCounty county, Made person) {
        return referrals.all(county.clerk, 999).stream()
                .filter(one -> one.personId() == person.id())
                .findFirst()
                .orElseThrow();
    }

    private ReferredBill waiting(Made person, InsuredCounty county) {
        String name = of(county, person).personName();
        return bills.all(ward.firstDesk, 999).stream()
                .filter(one -> one.personName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a refusal keeps is not taken back with the request that was refused. */
    private void keptFromTheHospitalsSystem(Made person) {
        Program system = Program.of(office, ward.first.path(), Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE);
        String bill = """
                {"hospital": %d, "messageId": "system-1", "billNumber": "系统-1", "idNumber": "%s", "admittedOn": "2020-03-01",
                 "dischargedOn": "2020-03-20", "amounts": [{"column": "total_cost", "yuan": "900"},
                 {"column": "eligible_cost", "yuan": "800"}, {"column": "basic_paid", "yuan": "500.00"},
                 {"column": "critical_illness_paid", "yuan": "0"}, {"column": "hospital_waiver", "yuan": "0"},
                 {"column": "medical_assistance_paid", "yuan": "0"}]}
                """.formatted(ward.first.id(), person.idNumber());
        for (String reason : List.of("REFERRED", "REFERRED")) {
            assertEquals(reason, system.post("/api/v1/settlements", bill).reason());
        }
        assertEquals(
                "MESSAGE_REUSED",
                system.post("/api/v1/settlements", bill.replace("\"900\"", "\"901\""))
                        .reason());
        assertEquals(
                1,
                bills.all(ward.firstDesk, 999).stream()
                        .filter(one -> one.billNumber().equals("系统-1"))
                        .count());
    }

    @Test
    void aBillWaitsForTwoPeopleAndThenForTheList() throws IOException {
        OwnPacks.weihai(office, PACK, "371073", "    joins: inclusion\n", "    joins: inclusion\n    answer: refer\n");
        InsuredCounty county = new InsuredCounty(office, "371073", PACK);
        Made sure = county.person(county.upperVillage, "定保" + PACK);
        Made asked = county.person(county.upperVillage, "待定甲");
        Made other = county.person(county.lowerVillage, "待定乙");
        county.status(sure.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        county.status(asked.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        county.status(other.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        long contract = county.contract("待定-1", MEDICAL);
        long first = done(enrolments.draft(county.clerk, contract, county.path, DAY, DAY));
        inForce(county, first, List.of(sure));

        // the hospital's bills are kept, once each, and nobody pays yet
        BillMessage bill = ward.bill(asked.idNumber(), "2020-03-20", 12_000, 10_000, 5_500);
        refused(SettlementRefusal.REFERRED, bills.settle(ward.firstDesk, ward.first.id(), bill, Ward.TODAY));
        refused(SettlementRefusal.REFERRED, bills.settle(ward.firstDesk, ward.first.id(), bill, Ward.TODAY));
        BillMessage dearer = ward.bill(asked.idNumber(), "2020-03-20", 13_000, 10_000, 5_500);
        refused(
                SettlementRefusal.MESSAGE_REUSED,
                bills.settle(
                        ward.firstDesk,
                        ward.first.id(),
                        new BillMessage(
                                bill.messageId(),
                                bill.billNumber(),
                                dearer.idNumber(),
                                dearer.admittedOn(),
                                dearer.dischargedOn(),
                                dearer.amountsFen(),
                                Map.of()),
                        Ward.TODAY));
        BillMessage hopeless = ward.bill(other.idNumber(), "2020-03-20", 12_000, 10_000, 5_500);
        refused(SettlementRefusal.REFERRED, bills.settle(ward.firstDesk, ward.first.id(), hopeless, Ward.TODAY));
        assertEquals(ReferredBill.State.WAITING, waiting(asked, county).state());
        keptFromTheHospitalsSystem(other);
        assertTrue(bills.all(ward.secondDesk, 999).stream()
                .noneMatch(one -> one.billNumber().equals(bill.billNumber())));

        // one proposes with a reason, another confirms; a refusal of the proposal opens it again
        refused(
                EnrolmentRefusal.REASON_MISSING,
                referrals.propose(county.clerk, asked.id(), PACK, MEDICAL, true, " ", DAY));
        long no = done(referrals.propose(county.clerk, asked.id(), PACK, MEDICAL, false, "材料不全", DAY));
        refused(AccessRefusal.SAME_PERSON, referrals.confirm(county.clerk, no, DAY));
        done(referrals.sendBack(county.second, no, "材料已补", DAY));
        long yes = done(referrals.propose(county.clerk, asked.id(), PACK, MEDICAL, true, "入户核实，当月纳入", DAY));
        refused(
                EnrolmentRefusal.NOT_FOUND,
                referrals.propose(county.second, asked.id(), PACK, MEDICAL, true, "再提一次", DAY));
        done(referrals.confirm(county.second, yes, DAY));
        long against = done(referrals.propose(county.clerk, other.id(), PACK, MEDICAL, false, "已在外省参保", DAY));
        done(referrals.confirm(county.second, against, DAY));
        assertEquals(ReferredBill.State.DECIDED, waiting(asked, county).state());
        assertEquals(ReferredBill.State.REFUSED, waiting(other, county).state());
        refused(
                SettlementRefusal.REFERRAL_REFUSED,
                bills.settle(ward.firstDesk, waiting(other, county).id(), Ward.TODAY));

        // the next list takes the decisions up
        long second = done(enrolments.draft(county.clerk, contract, county.path, DAY.plusDays(5), DAY.plusDays(5)));
        assertEquals(1, county.read(Long.class, """
                        select count(*) from enrolment.enrolment_item where enrolment_id = ? and outcome = 'added' and person_id = ?
                        """, second, asked.id()));
        assertEquals(
                "decided-against",
                county.read(
                        String.class,
                        "select reason from enrolment.enrolment_item where enrolment_id = ? and person_id = ?",
                        second,
                        other.id()));
        inForce(county, second, List.of(asked));
        assertEquals(ReferredBill.State.READY, waiting(asked, county).state());
        Browser hospital = Browser.signedIn(office, "ward-city");
        assertTrue(hospital.get("/settlements/referred").body().contains(bill.billNumber()));
        assertTrue(Browser.signedIn(office, "enrol-371073")
                .get("/referrals")
                .body()
                .contains("已在外省参保"));

        // the bill is settled as it was sent; a later list finds nothing to change
        refused(
                SettlementRefusal.NOT_FOUND,
                bills.settle(ward.secondDesk, waiting(asked, county).id(), Ward.TODAY));
        Bill settled = done(bills.settle(ward.firstDesk, waiting(asked, county).id(), Ward.TODAY));
        assertEquals(350_001, settled.latest().paidFen());
        assertEquals(ReferredBill.State.SETTLED, waiting(asked, county).state());
        long third = done(enrolments.draft(county.clerk, contract, county.path, DAY.plusDays(9), DAY.plusDays(9)));
        assertEquals(
                0,
                county.read(
                        Long.class,
                        "select count(*) from enrolment.enrolment_item where enrolment_id = ? and outcome <> 'out'",
                        third));
    }

    /** Rows of a hospital's month: kept, shown with their reason, and settled or refused with the decision, as the desk's bills are. */
    @Test
    void rowsOfAFileWaitForThePeopleToo() throws IOException {
        String pack = PACK + "-file";
        OwnPacks.weihai(office, pack, "371075", "    joins: inclusion\n", "    joins: inclusion\n    answer: refer\n");
        InsuredCounty county = new InsuredCounty(office, "371075", pack);
        Made sure = county.person(county.upperVillage, "定保" + pack);
        Made asked = county.person(county.upperVillage, "待定丁");
        Made other = county.person(county.lowerVillage, "待定戊");
        county.status(sure.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        county.status(asked.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        county.status(other.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        long contract = county.contract("待定-3", MEDICAL);
        long first = done(enrolments.draft(county.clerk, contract, county.path, DAY, DAY));
        inForce(county, first, List.of(sure));

        Path month = TestDatabase.folder("month").resolve("month.csv");
        Files.write(
                month,
                List.of(
                        "账单号,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付",
                        row("F1", sure.idNumber(), "2020-03-20"),
                        row("F2", asked.idNumber(), "2020-03-22"),
                        row("F3", other.idNumber(), "2020-03-23"),
                        row("F4", asked.idNumber(), "2020-01-10"),
                        row("F5", "370000198001010000", "2020-03-20")));
        Upload sent = upload(pack, month);
        assertEquals(List.of(1, 3, 1, 0), counts(sent));
        assertEquals(
                List.of("F2 WAITING", "F3 WAITING", "F4 WAITING"),
                results.referred(ward.firstDesk, sent.id(), 0, 9).stream()
                        .map(one -> one.bill().billNumber() + " " + one.bill().state())
                        .toList());
        Browser hospital = Browser.signedIn(office, "ward-first");
        String page = hospital.get("/settlements/uploads/" + sent.id()).body();
        assertTrue(page.contains("参保须由人决定") && page.contains("F3"), page);
        String file = "/settlements/uploads/" + sent.id() + "/files/referred";
        assertTrue(hospital.get(file).body().contains("WH3 §5.2"));
        assertEquals(422, hospital.post(file, Map.of("purpose", "催办")).statusCode());
        List<List<String>> kept =
                Workbooks.given(hospital, file, TestDatabase.folder("kept").resolve("kept.xlsx"));
        assertEquals(
                List.of("F2", "3", "参保须由人决定，账单已留存，决定后再结算"),
                List.of(kept.get(1).getFirst(), kept.get(1).get(10), kept.get(1).get(11)));
        assertEquals(4, kept.size());
        assertEquals(List.of(1, 3, 1, 0), counts(upload(pack, month)), "the same file again keeps nothing twice");
        assertEquals(
                3,
                bills.all(ward.firstDesk, 999).stream()
                        .filter(one -> one.pack().equals(pack))
                        .count());

        decided(county, asked, pack, MEDICAL, true);
        decided(county, other, pack, MEDICAL, false);
        assertEquals(List.of(1, 2, 2, 0), counts(found(sent)));
        long second = done(enrolments.draft(county.clerk, contract, county.path, DAY.plusDays(5), DAY.plusDays(5)));
        inForce(county, second, List.of(asked));
        String mayBeSettled = hospital.get("/settlements/uploads/" + sent.id()).body();
        assertTrue(mayBeSettled.contains("结算已可结算的"), mayBeSettled);
        var _ = hospital.post("/settlements/uploads/" + sent.id() + "/referred", Map.of());
        assertEquals(List.of(2, 0, 3, 0), counts(found(sent)));
        assertEquals(
                Map.of(
                        "F3",
                        SettlementRefusal.REFERRAL_REFUSED,
                        "F4",
                        SettlementRefusal.NOT_COVERED,
                        "F5",
                        SettlementRefusal.UNKNOWN_PERSON),
                results.rejected(ward.firstDesk, sent.id(), 0, 9).stream()
                        .collect(Collectors.toMap(one -> one.cells().getFirst(), Upload.Rejected::reason)));
        Map<String, Long> paid = new TreeMap<>();
        results.eachAccepted(
                ward.firstDesk,
                found(sent),
                one -> paid.put(one.bill().billNumber(), one.bill().latest().paidFen()));
        assertEquals(Map.of("F1", 350_001L, "F2", 350_001L), paid);
        assertEquals(List.of(2, 0, 3, 0), counts(upload(pack, month)), "and once more changes nothing");
    }

    /** More kept rows than the page lists: it says how many there are and where all of them stand. */
    @Test
    void aPageThatDoesNotListAllKeptRowsSaysSo() throws IOException {
        String pack = PACK + "-many";
        OwnPacks.weihai(office, pack, "371077", "    joins: inclusion\n", "    joins: inclusion\n    answer: refer\n");
        InsuredCounty county = new InsuredCounty(office, "371077", pack);
        Made sure = county.person(county.upperVillage, "定保" + pack);
        Made asked = county.person(county.upperVillage, "待定己");
        county.status(sure.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        county.status(asked.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        long contract = county.contract("待定-5", MEDICAL);
        inForce(county, done(enrolments.draft(county.clerk, contract, county.path, DAY, DAY)), List.of(sure));
        Browser hospital = Browser.signedIn(office, "ward-first");
        for (int kept : new int[] {200, 201}) {
            List<String> lines = new ArrayList<>();
            lines.add("账单号,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付");
            for (int one = 0; one < kept; one++) {
                lines.add(row("V" + kept + "-" + one, asked.idNumber(), "2020-03-22"));
            }
            Upload sent = upload(pack, Files.write(TestDatabase.folder("many").resolve("month.csv"), lines));
            assertEquals(kept, sent.referred());
            String page = hospital.get("/settlements/uploads/" + sent.id()).body();
            assertEquals(kept > 200, page.contains("共 201 行留待决定，这里只列前 200 行"), page);
        }
        String waiting = hospital.get("/settlements/referred").body();
        assertTrue(waiting.contains("只列前 200 条") && waiting.contains("/exports/referred-bills"), waiting);
    }

    private static String row(String number, String person, String discharged) {
        return "%s,%s,2020-01-02,%s,12000,10000,5500,0,0,0".formatted(number, person, discharged);
    }

    private Upload upload(String pack, Path file) throws IOException {
        Upload taken = done(uploads.receive(
                ward.firstDesk, new Uploads.Sent(ward.first.id(), pack, MEDICAL, "month.csv", file), Ward.TODAY));
        return done(uploads.settle(ward.firstDesk, taken.id(), Ward.TODAY));
    }

    private Upload found(Upload sent) {
        return uploads.find(ward.firstDesk, sent.id()).orElseThrow();
    }

    /** Accepted, kept, rejected, not looked at. */
    private static List<Integer> counts(Upload upload) {
        return List.of(upload.accepted(), upload.referred(), upload.rejected(), upload.waiting());
    }

    @Test
    void aNoToAnotherProductDoesNotStandInTheWayOfABill() throws IOException {
        String pack = PACK + "-both";
        OwnPacks.weihai(office, pack, "371074", "    joins: inclusion\n", "    joins: inclusion\n    answer: refer\n");
        InsuredCounty county = new InsuredCounty(office, "371074", pack);
        Made asked = county.person(county.upperVillage, "待定丙");
        county.status(asked.id(), "instant-help", LocalDate.of(2020, 2, 1), null);
        long contract = county.contract("待定-2", MEDICAL, "accident");
        done(enrolments.draft(county.clerk, contract, county.path, DAY, DAY));
        decided(county, asked, pack, "accident", false);
        BillMessage bill = ward.bill(asked.idNumber(), "2020-03-20", 12_000, 10_000, 5_500);
        refused(SettlementRefusal.REFERRED, bills.settle(ward.firstDesk, ward.first.id(), bill, Ward.TODAY));
        decided(county, asked, pack, MEDICAL, false);
        refused(SettlementRefusal.REFERRAL_REFUSED, bills.settle(ward.firstDesk, ward.first.id(), bill, Ward.TODAY));
    }

    private void decided(InsuredCounty county, Made person, String pack, String product, boolean covered) {
        long said = done(referrals.propose(county.clerk, person.id(), pack, product, covered, "核实", DAY));
        done(referrals.confirm(county.second, said, DAY));
    }

    private void inForce(InsuredCounty county, long list, List<Made> people) throws IOException {
        LocalDate day = DAY.plusDays(7);
        done(enrolments.check(county.clerk, list, 0, day));
        done(enrolments.approve(county.second, list, 1, day));
        done(enrolments.send(county.clerk, list, 2, day));
        Path reply = TestDatabase.folder("reply").resolve("reply.csv");
        Files.writeString(
                reply,
                "身份证号,保单号\n"
                        + String.join(
                                "\n",
                                people.stream()
                                        .map(one -> one.idNumber() + ",R-" + one.id())
                                        .toList())
                        + "\n");
        done(enrolments.receive(county.clerk, list, 3, new ListReplies.Reply("", reply), day));
        done(enrolments.putInForce(county.clerk, list, 4, day));
    }
}
