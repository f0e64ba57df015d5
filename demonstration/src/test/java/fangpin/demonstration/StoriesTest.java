package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Handover;
import fangpin.office.register.Handovers;
import fangpin.office.register.Headcounts;
import fangpin.office.register.People;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.Reviews;
import fangpin.office.register.StatusKind;
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
            List<Handover> handovers = office.bean(Handovers.class).list(office.as(login), 10);
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
}
