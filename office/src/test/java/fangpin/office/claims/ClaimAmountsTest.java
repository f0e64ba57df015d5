package fangpin.office.claims;

import static fangpin.office.claims.Accidents.DAY;
import static fangpin.office.claims.Accidents.TODAY;
import static fangpin.office.claims.Accidents.medical;
import static fangpin.office.claims.Accidents.nothingElse;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Answer;
import fangpin.office.register.PersonFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What claims are worth: the pack's own cases, the running limits, and approvals at the same moment. */
class ClaimAmountsTest {
    private static final long LIMIT = 2_000_000;

    private final RunningOffice office = RunningOffice.get();
    private final Accidents accidents = Accidents.of(office);
    private final ClaimProposals proposals = office.part(ClaimProposals.class);

    /** Rows of the pack's cases `standards`, `disaster-insurance-first`, `medical-deductible`, `medical-limit`; yuan as fen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            DEATH      | -  | traffic         | -        | 0 | -       | 5000000
            DEATH      | -  | drowning        | -        | 0 | 2000000 | 3000000
            DEATH      | -  | fire            | -        | 0 | 4999999 | 1
            DEATH      | -  | fire            | -        | 0 | 5000001 | 0
            DISABILITY | 1  | fall            | -        | 0 | -       | 5000000
            DISABILITY | 2  | fall            | -        | 0 | -       | 4500000
            DISABILITY | 3  | fall            | -        | 0 | -       | 4000000
            DISABILITY | 6  | fall            | -        | 0 | -       | 2500000
            DISABILITY | 9  | fall            | -        | 0 | -       | 1000000
            DISABILITY | 10 | fall            | -        | 0 | -       | 500000
            DISABILITY | 5  | natural-disaster| -        | 0 | 1000000 | 2000000
            MEDICAL    | -  | fall            | 10000    | 0 | -       | 0
            MEDICAL    | -  | fall            | 10001    | 0 | -       | 1
            MEDICAL    | -  | fall            | 10003    | 0 | -       | 2
            MEDICAL    | -  | fall            | 100000   | 0 | -       | 72000
            MEDICAL    | -  | fall            | 2509999  | 0 | -       | 1999999
            MEDICAL    | -  | fall            | 2510000  | 0 | -       | 2000000
            MEDICAL    | -  | fall            | 2510001  | 0 | -       | 2000000
            MEDICAL    | -  | fall            | 10000000 | 0 | -       | 2000000
            MEDICAL    | -  | fall            | 100000   | 90000 | -   | 10000
            """)
    void aClaimIsWorthWhatThePacksCasesSay(
            Claim.Kind kind,
            @Nullable Integer grade,
            String cause,
            @Nullable Long eligible,
            long other,
            @Nullable Long disaster,
            long benefit) {
        Claim claim = accidents.complete(accidents.insured().id(), kind, cause);
        if (grade != null) {
            accidents.rate(claim, "右臂", grade);
        }
        assertEquals(benefit, accidents.paid(claim, new Assessment(eligible, other, disaster)));
        Claims.Story story =
                office.part(Claims.class).find(accidents.clerk, claim.id()).orElseThrow();
        ClaimDecision decision = java.util.Objects.requireNonNull(story.decision());
        assertEquals(
                decision.inputHash(),
                office.part(Claims.class)
                        .explained(accidents.clerk, claim, decision)
                        .settled()
                        .receipt()
                        .inputHash());
    }

    /** WH3 §3.2, the pack's case `disability-grows-worse`: of one accident the difference, death included. */
    @Test
    void whatGrowsWorseIsPaidAsTheDifference() {
        long person = accidents.insured().id();
        Claim first = accidents.complete(person, Claim.Kind.DISABILITY, "fall");
        accidents.rate(first, "右臂", 5);
        assertEquals(3_000_000, accidents.paid(first, nothingElse()));
        Claim later = accidents.complete(person, Claim.Kind.DISABILITY, "fall");
        assertEquals(first.accident().id(), later.accident().id());
        accidents.rate(later, "右臂", 3);
        assertEquals(1_000_000, accidents.paid(later, nothingElse()));
        Claim death = accidents.complete(person, Claim.Kind.DEATH, "fall");
        assertEquals(1_000_000, accidents.paid(death, nothingElse()));
        Claim again = accidents.complete(person, Claim.Kind.DEATH, "fall");
        refused(ClaimRefusal.ALREADY_DECEASED, proposals.trial(accidents.handler, again.id(), nothingElse()));
    }

    /** Two worst injuries promote by one: 7 and 7 is 6, and 6 pays 25,000. */
    @Test
    void severalInjuriesArePaidByTheirCommonGrade() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.DISABILITY, "fall");
        refused(ClaimRefusal.GRADE_MISSING, proposals.trial(accidents.handler, claim.id(), nothingElse()));
        accidents.rate(claim, "右臂", 7);
        accidents.rate(claim, "左腿", 7);
        assertEquals(2_500_000, accidents.paid(claim, nothingElse()));
    }

    /** The pack's case `medical-limit-of-the-period`: 15,000, then of 10,000 the 5,000 that are left. */
    @Test
    void theLimitOfThePeriodIsSpentOnce() {
        long person = accidents.insured().id();
        Claim first = accidents.complete(person, Claim.Kind.MEDICAL, "fall");
        Claim second = accidents.complete(person, Claim.Kind.MEDICAL, "fall", DAY.plusDays(1));
        assertEquals(1_500_000, accidents.paid(first, medical(1_885_000)));
        assertEquals(500_000, accidents.paid(second, medical(1_260_000)));
        long timeline =
                office.part(PersonFiles.class).find(accidents.clerk, person, TODAY).orElseThrow().events().stream()
                        .filter(event -> event.words().equals("claims.event.approved-medical"))
                        .mapToLong(event -> java.util.Objects.requireNonNull(event.amountFen()))
                        .sum();
        assertEquals(LIMIT, timeline);
    }

    /** An approver who saw another amount than is owed now decides nothing. */
    @Test
    void whatMovedSinceItWasSeenIsNotApproved() {
        long person = accidents.insured().id();
        Claim first = accidents.complete(person, Claim.Kind.MEDICAL, "fall");
        Claim second = accidents.complete(person, Claim.Kind.MEDICAL, "fall", DAY.plusDays(1));
        Claim proposed = done(
                proposals.propose(accidents.handler, second.id(), second.version(), medical(1_260_000), "", TODAY));
        accidents.paid(first, medical(1_885_000));
        ClaimApprovals approvals = office.part(ClaimApprovals.class);
        refused(
                ClaimRefusal.AMOUNT_MOVED,
                approvals.approve(accidents.checker, second.id(), proposed.version(), 1_000_000, "", TODAY));
        done(approvals.approve(accidents.checker, second.id(), proposed.version(), 500_000, "", TODAY));
    }

    /** Many claims of one person approved at the same moment: one after the other in some order, the limit never spent twice. */
    @Test
    void approvalsAtTheSameMomentNeverSpendALimitTwice() throws Exception {
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("fangpin.seed=" + seed);
        Random random = new Random(seed);
        try (ExecutorService desks = Executors.newFixedThreadPool(6)) {
            for (int race = 0; race < Integer.getInteger("claims.races", 3); race++) {
                long person = accidents.insured().id();
                List<Callable<Boolean>> at = new ArrayList<>();
                List<Claim> claims = new ArrayList<>();
                for (int one = 0; one < 2 + random.nextInt(4); one++) {
                    Claim claim = accidents.complete(person, Claim.Kind.MEDICAL, "fall", DAY.plusDays(one));
                    Assessment found = medical(10_001 + random.nextInt(1_500_000));
                    Claim proposed =
                            done(proposals.propose(accidents.handler, claim.id(), claim.version(), found, "", TODAY));
                    claims.add(claim);
                    at.add(() -> approved(proposed, found));
                }
                for (Future<Boolean> one : desks.invokeAll(at)) {
                    assertTrue(one.get());
                }
                equalsOneByOne(claims);
            }
        }
    }

    /** Approves what is owed by then; when that moved before it could be approved, looks again. */
    private boolean approved(Claim claim, Assessment found) {
        for (int look = 0; look < 20; look++) {
            Answer<Claim> answer = office.part(ClaimApprovals.class)
                    .approve(accidents.checker, claim.id(), claim.version(), accidents.owed(claim, found), "", TODAY);
            if (answer instanceof Answer.Done<Claim>) {
                return true;
            }
            refused(ClaimRefusal.AMOUNT_MOVED, answer);
        }
        return false;
    }

    /** WH3 §3.2 written out once more: 80% above 100 each accident, together at most 20,000. */
    private void equalsOneByOne(List<Claim> claims) {
        List<Claims.Story> stories = claims.stream()
                .map(claim -> office.part(Claims.class)
                        .find(accidents.clerk, claim.id())
                        .orElseThrow())
                .sorted(java.util.Comparator.comparing((Claims.Story story) ->
                        java.util.Objects.requireNonNull(story.claim().ordinal())))
                .toList();
        long paid = 0;
        int ordinal = 1;
        for (Claims.Story story : stories) {
            assertEquals(ordinal++, story.claim().ordinal());
            ClaimDecision decision = java.util.Objects.requireNonNull(story.decision());
            Assessment found = java.util.Objects.requireNonNull(
                    java.util.Objects.requireNonNull(story.proposal()).assessment());
            long base = Math.max(0, java.util.Objects.requireNonNull(found.eligibleFen()) - 10_000);
            long now = Math.min((base * 8 + 5) / 10, LIMIT - paid);
            assertEquals(now, decision.benefitFen(), "claim " + story.claim().ordinal() + " of " + stories.size());
            paid += now;
            assertEquals(paid, decision.yearPaidFen());
        }
    }
}
