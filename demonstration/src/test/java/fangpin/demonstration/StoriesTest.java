package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.Claim;
import fangpin.office.claims.Claims;
import fangpin.office.enrolment.ContractConduct;
import fangpin.office.enrolment.ContractExtension;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.enrolment.ListLines;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.enrolment.ProductReports;
import fangpin.office.fund.Corridor;
import fangpin.office.fund.Corridors;
import fangpin.office.fund.OperatingCosts;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Handover;
import fangpin.office.register.Handovers;
import fangpin.office.register.Headcounts;
import fangpin.office.register.OpenFirst;
import fangpin.office.register.People;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.Reviews;
import fangpin.office.register.StatusKind;
import fangpin.office.register.TimelineEvent;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.YearAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What has happened in the demonstration when it opens, as the pages will show it. */
class StoriesTest {
    private final DemonstrationOffice office = DemonstrationOffice.shared();
    private final Actor town = office.as("town");

    private PersonFile file(String login, String name) {
        Actor actor = office.as(login);
        long id = office.bean(ScopedWork.class)
                .read(actor, () -> office.bean(People.class).named(name, Calendar.TODAY, 5))
                .getFirst()
                .id();
        return office.bean(PersonFiles.class).find(actor, id, Calendar.TODAY).orElseThrow();
    }

    private List<Determination> open(String login, Determination.Kind kind) {
        return office.bean(Determinations.class).list(office.as(login), null, kind, true, Long.MAX_VALUE, 50);
    }

    @Test
    void theFamilyThatFallsIll() {
        PersonFile file = file("village", "王秀兰");
        assertEquals("371082104-201-217", file.person().householdNumber());
        assertEquals(67, file.person().ageOn(Calendar.TODAY));
        assertEquals("partial", file.selfCare());
        assertEquals(2, file.version());
        assertEquals(
                List.of("王秀兰", "于德海", "于浩"),
                file.family().stream().map(member -> member.name()).toList());
        assertTrue(file.family().get(2).statuses().contains(StatusKind.VOCATIONAL_STUDENT));
    }

    @Test
    void oneInstantHelpCaseAtEachStageAndOneFiled() {
        Map<Determination.Stage, Long> stages = office
                .bean(Determinations.class)
                .list(town, null, Determination.Kind.RECOGNITION, false, Long.MAX_VALUE, 50)
                .stream()
                .collect(Collectors.groupingBy(Determination::stage, TreeMap::new, Collectors.counting()));
        assertEquals(
                Map.of(
                        Determination.Stage.DECLARED, 1L,
                        Determination.Stage.INVESTIGATED, 1L,
                        Determination.Stage.RECOGNISED, 1L,
                        Determination.Stage.NOTICED, 1L,
                        Determination.Stage.FILED, 1L),
                stages);
        assertEquals(
                List.of(StatusKind.INSTANT_HELP), file("town", "丛欣怡").person().statuses());
    }

    @Test
    void whoGraduatedInMarchCountsUntilThen() {
        PersonFile gone = file("wendeng", "邹海");
        assertEquals(List.of(), gone.person().statuses());
        assertEquals(1, open("wendeng", Determination.Kind.GRADUATION).size());
        office.bean(ScopedWork.class).read(office.as("wendeng"), () -> {
            String village = gone.person().path();
            Headcounts headcounts = office.bean(Headcounts.class);
            LocalDate day = LocalDate.of(2020, 2, 20);
            assertEquals(
                    2,
                    headcounts.of(village, StatusKind.POLICY_BENEFICIARY.id(), day.minusDays(1))
                            - headcounts.of(village, StatusKind.POLICY_BENEFICIARY.id(), day));
            return day;
        });
    }

    @Test
    void aDuplicateAcrossDistrictsWaitsForTheCitysSecondClerk() {
        List<Determination> cases = open("city", Determination.Kind.MERGE);
        assertEquals(1, cases.size());
        assertEquals("孙桂英", cases.getFirst().members().getFirst().name());
        assertEquals(
                List.of(),
                open("county2", Determination.Kind.MERGE).stream()
                        .filter(found ->
                                found.enteredBy() == office.as("county2").userId())
                        .toList());
    }

    @Test
    void bothSidesSeeTheHouseholdThatMoves() {
        for (String login : List.of("county", "wendeng")) {
            List<Handover> handovers = office.bean(Handovers.class).list(office.as(login), OpenFirst.START, 10);
            assertEquals(1, handovers.size(), login);
            assertEquals(Handover.Stage.PROPOSED, handovers.getFirst().stage());
        }
    }

    @Test
    void theReviewOf2020IsOpenAndBegun() {
        Reviews.Campaign campaign =
                office.bean(Reviews.class).list(office.as("county")).getFirst();
        assertEquals(2020, campaign.year());
        assertEquals(60, campaign.done());
        assertTrue(campaign.households() > 4500, campaign::toString);
    }

    @Test
    void weihaisPeopleAreInsuredFor2020ByBothProducts() {
        Actor city = office.as("city");
        InsuredPeople insured = office.bean(InsuredPeople.class);
        String place = city.scope().path();
        LocalDate first = LocalDate.of(2020, 1, 1);
        long beneficiaries = office.bean(ScopedWork.class)
                .read(city, () -> office.bean(Headcounts.class).of(place, StatusKind.POLICY_BENEFICIARY.id(), first));
        for (String product : List.of("supplementary-medical", "accident")) {
            assertEquals(
                    beneficiaries,
                    insured.count(
                            city, new InsuredPeople.Question("weihai-2020", product, place, List.of(), first, false)),
                    product);
        }
        assertEquals(1, insured.ownLists(office.as("insurer")).size());
        assertTrue(file("village", "王秀兰").events().stream()
                .anyMatch(event -> event.words().equals("enrolment.event.policy")));
    }

    @Test
    void rongchengReportsWhoJoinedAsInstantHelp() {
        Actor second = office.as("county2");
        Enrolment list = office.bean(Enrolments.class).all(second, null).stream()
                .filter(one -> one.stage() == Enrolment.Stage.CHECKED)
                .findFirst()
                .orElseThrow();
        Map<String, Long> changes = new TreeMap<>();
        office.bean(ListLines.class).counts(second, list, list.path()).stream()
                .filter(count -> count.outcome() != Enrolment.Outcome.OUT)
                .forEach(count -> changes.merge(
                        count.product() + " " + count.outcome().word() + " " + count.reason(),
                        count.persons(),
                        Long::sum));
        assertTrue(changes.getOrDefault("accident added insured", 0L) >= 1, changes::toString);
        assertEquals(
                changes.get("accident added insured"),
                changes.get("supplementary-medical added insured"),
                changes::toString);
    }

    @Test
    void twoAccidentsArePaidAsThePackSaysAndOnePaymentWaitsForItsSecondPerson() {
        Actor insurer = office.as("insurer");
        List<Claim> claims =
                office.bean(Claims.class).list(insurer, null, false, false, Long.MAX_VALUE, 10, Calendar.TODAY);
        assertEquals(
                Map.of("medical 248000", Claim.Stage.APPROVED, "disability 1000000", Claim.Stage.APPROVED),
                claims.stream()
                        .collect(Collectors.toMap(
                                one -> Claim.word(one.kind()) + " " + one.benefitFen(), Claim::stage)));
        assertTrue(claims.stream().allMatch(one -> one.informedOn() != null), "both families have been told");
        assertEquals(1, office.bean(PaymentOrders.class).toApprove(office.as("insurer2")), "the fall's payment");
        assertEquals(0, office.bean(PaymentOrders.class).toApprove(insurer), "not by who asked");
        assertTrue(file("village", "于德海").events().stream()
                .anyMatch(event -> event.words().startsWith("claims.")));
    }

    @Test
    void theInsurersYearIsUnderWay() {
        Actor city = office.as("city");
        Corridor medical = office.bean(Corridors.class).all(city, Calendar.TODAY).stream()
                .filter(one -> one.product().equals("supplementary-medical"))
                .findFirst()
                .orElseThrow();
        assertEquals(1_286_000, medical.costFen(), "the second voucher waits");
        assertEquals(1, office.bean(OperatingCosts.class).waiting(office.as("insurer2")));
        ContractConduct.Standing conduct =
                office.bean(ContractConduct.class).of(city, medical.contract().id());
        assertEquals(
                ContractExtension.State.PROPOSED,
                conduct.extensions().getFirst().state());
        assertEquals(1, conduct.faults().size());
        assertTrue(office.bean(ProductReports.class).reports(city).stream()
                .allMatch(report -> report.receivedOn() == null));
    }

    /** Lianyun's own pack: the second bill of a household stands on the first; people decide on one in sudden hardship, and another waits. */
    @Test
    void aHouseholdsYearAndADecisionLeftToPeople() {
        Actor desk = office.as("hospital2");
        List<Bill> bills =
                office.bean(Settlements.class).list(desk, Long.MAX_VALUE, 9).reversed();
        // left 5,600: 60% above 5,000; left 3,600 more: 60% of all of it; left 10,000 of another household: 60% above
        // 5,000
        assertEquals(
                List.of(36_000L, 216_000L, 300_000L),
                bills.stream().map(bill -> bill.latest().paidFen()).toList());
        assertTrue(bills.stream().allMatch(Bill::ofHousehold));
        assertEquals(bills.get(0).accountNumber(), bills.get(1).accountNumber());
        assertTrue(bills.get(0).personId() != bills.get(1).personId());
        assertEquals(
                List.of("LY20200508-0004 WAITING", "LY20200430-0011 SETTLED"),
                office.bean(ReferredBills.class).all(desk, 9).stream()
                        .map(one -> one.billNumber() + " " + one.state())
                        .toList());
        Actor clerk = office.as("lianyun");
        assertTrue(
                office.bean(YearAccounts.class).recompute(clerk).disagreements().isEmpty());
        List<String> told = office
                .bean(PersonFiles.class)
                .find(clerk, bills.getLast().personId(), Calendar.TODAY)
                .orElseThrow()
                .events()
                .stream()
                .map(TimelineEvent::words)
                .toList();
        assertTrue(
                told.containsAll(
                        List.of("enrolment.event.decided-yes", "enrolment.event.policy", "settlement.event.settled")),
                told::toString);
    }

    @Test
    void thePremiumOf2020FollowsThePack() {
        Answer<PremiumsDue.Worked> answer =
                office.bean(PremiumsDue.class).due(office.as("city"), "weihai-2020", Calendar.TODAY, Fen.ZERO);
        PremiumDue due = Scene.done(answer).due();
        long premium = 0;
        long paid = 0;
        for (PremiumDue.DivisionPremium division : due.divisions()) {
            for (PremiumDue.LineDue line : division.lines()) {
                premium += line.premium().amount();
                paid += line.payments().stream()
                        .mapToLong(payment -> payment.amount().amount())
                        .sum();
            }
        }
        long persons = office.bean(InsuredPeople.class)
                .count(
                        office.as("city"),
                        new InsuredPeople.Question(
                                "weihai-2020",
                                "accident",
                                "370000/371000/",
                                List.of(),
                                LocalDate.of(2020, 1, 1),
                                false));
        assertEquals(8, due.divisions().size());
        assertEquals(persons * 45_800, premium);
        assertEquals(premium, paid);
    }
}
