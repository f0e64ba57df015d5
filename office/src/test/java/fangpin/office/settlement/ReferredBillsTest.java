package fangpin.office.settlement;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.OwnPacks;
import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.access.AccessRefusal;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.InsuredCounty.Made;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        BillMessage hopeless = ward.bill(other.idNumber(), "2020-03-20", 12_000, 10_000, 5_500);
        refused(SettlementRefusal.REFERRED, bills.settle(ward.firstDesk, ward.first.id(), hopeless, Ward.TODAY));
        assertEquals(ReferredBill.State.WAITING, waiting(asked, county).state());
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
