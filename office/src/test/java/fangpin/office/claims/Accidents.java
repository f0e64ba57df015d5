package fangpin.office.claims;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.Insurers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A made-up county with two insurers, their logins, and insured people who have accidents as a test asks for them. */
public final class Accidents {
    static final LocalDate DAY = LocalDate.of(2020, 5, 1);
    static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    /** A made-up card whose check digit fits. */
    static final String CARD = "9000000000000000001";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static @Nullable Accidents only;

    final InsuredCounty county;
    final Actor handler;
    final Actor checker;
    final Actor third;
    final Actor rival;
    final Actor clerk;
    final Actor helper;
    private final long list;
    private final long rivalList;
    private final RunningOffice office;

    private Accidents(RunningOffice office) {
        this.office = office;
        county = new InsuredCounty(office, "371076");
        handler = county.account("claims-handler", "371076", Role.INSURER);
        checker = county.account("claims-checker", "371076", Role.INSURER);
        third = county.account("claims-third", "371076", Role.INSURER);
        rival = county.account("claims-rival", "371076", Role.INSURER);
        clerk = county.clerk;
        list = list("理-1", "claims-handler", "claims-checker", "claims-third");
        rivalList = list("理-2", "claims-rival");
        fangpin.office.access.Account village = office.account("claims-helper", "371076", Role.VILLAGE_HELPER);
        helper = new Actor(
                village.id(),
                "claims-helper",
                java.util.Set.of(Role.VILLAGE_HELPER),
                new fangpin.office.access.Scope(county.upperVillage),
                "");
    }

    static synchronized Accidents of(RunningOffice office) {
        Accidents made = only == null ? new Accidents(office) : only;
        only = made;
        return made;
    }

    private long list(String number, String... logins) {
        long contract = county.contract(number, "accident");
        long insurer = office.part(Contracts.class)
                .find(county.clerk, contract)
                .orElseThrow()
                .insurer()
                .id();
        for (String login : logins) {
            done(office.part(Insurers.class).addLogin(county.clerk, insurer, login));
        }
        county.change("""
                insert into enrolment.enrolment (path, contract_id, pack, as_of, stage, drafted_by, drafted_on, approved_by)
                values (?, ?, 'weihai-2020', '2020-01-01', 'in_force', 1, '2020-01-01', 2)
                """, county.path, contract);
        return county.read(Long.class, "select id from enrolment.enrolment where contract_id = ?", contract);
    }

    /** Somebody of the upper village whom the first insurer covers since New Year. */
    InsuredCounty.Made insured() {
        return insured(list, county.upperVillage);
    }

    /** Somebody whom the other insurer covers. */
    InsuredCounty.Made rivalsInsured() {
        return insured(rivalList, county.upperVillage);
    }

    /** Somebody of the other village. */
    InsuredCounty.Made fartherInsured() {
        return insured(list, county.lowerVillage);
    }

    private InsuredCounty.Made insured(long byList, String village) {
        InsuredCounty.Made made = county.person(village, "丛伤" + PEOPLE.incrementAndGet());
        county.change("""
                insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, entered_by, approved_by,
                    enrolment_id)
                values (?, ?, 'weihai-2020', 'accident', 'policy-beneficiary', 'WH3 §2b', '2020-01-01', '2021-01-01', 1, 2, ?)
                """, village, made.id(), byList);
        return made;
    }

    /** A report of an accident on the usual day. */
    static LossReport report(long person, Claim.Kind kind, String cause) {
        return report(person, kind, cause, DAY);
    }

    static LossReport report(long person, Claim.Kind kind, String cause, LocalDate day) {
        return new LossReport(
                person,
                kind,
                day,
                "上丙村村口",
                cause,
                "骑车摔倒，右臂骨折",
                Claim.ThirdParty.NONE,
                Claim.Channel.PHONE,
                "本人",
                "13300000000",
                false,
                false,
                kind == Claim.Kind.DEATH ? day.plusDays(3) : null);
    }

    /** A claim whose papers all came, with its payee. */
    Claim complete(long person, Claim.Kind kind, String cause, LocalDate day) {
        long id = done(office.part(LossReports.class).report(handler, report(person, kind, cause, day), TODAY));
        done(office.part(ClaimPapers.class).receive(handler, id, EnumSet.allOf(PaperKind.class), TODAY));
        done(office.part(ClaimFindings.class).pay(handler, id, List.of(payee(kind))));
        return claim(id);
    }

    /** A claim whose papers all came, of an accident on the usual day. */
    Claim complete(long person, Claim.Kind kind, String cause) {
        return complete(person, kind, cause, DAY);
    }

    /** Rates one injury of a claim. */
    void rate(Claim claim, String part, int grade) {
        done(office.part(ClaimFindings.class)
                .rate(handler, claim.id(), Injury.BodySystem.MOVEMENT, part, grade, TODAY, "市立医院", TODAY));
    }

    static Payee payee(Claim.Kind kind) {
        return kind == Claim.Kind.DEATH
                ? new Payee(Payee.Kind.HEIR, "丛继", "子", 1, "农商银行", CARD, true)
                : new Payee(Payee.Kind.PERSON, "丛伤", "", 1, "农商银行", CARD, true);
    }

    Claim claim(long id) {
        return office.part(Claims.class).find(handler, id).orElseThrow().claim();
    }

    /** Proposes and approves; what is owed by it. */
    long paid(Claim claim, Assessment found) {
        Claim proposed = done(office.part(ClaimProposals.class)
                .propose(handler, claim.id(), claim(claim.id()).version(), found, "", TODAY));
        long owed = owed(proposed, found);
        Claim answered = done(
                office.part(ClaimApprovals.class).approve(checker, claim.id(), proposed.version(), owed, "", TODAY));
        if (answered.stage() == Claim.Stage.PROPOSED) {
            done(office.part(ClaimApprovals.class).approve(third, claim.id(), answered.version(), owed, "", TODAY));
        }
        return owed;
    }

    long owed(Claim claim, Assessment found) {
        return done(office.part(ClaimProposals.class).trial(checker, claim.id(), found))
                .owedFen();
    }

    static Assessment medical(long eligibleFen) {
        return new Assessment(eligibleFen, 0, null);
    }

    static Assessment nothingElse() {
        return new Assessment(null, 0, null);
    }
}
