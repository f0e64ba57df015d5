package fangpin.office.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Role;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack comes into use by two persons of its own place, and computes as they decided from then on. */
class AdoptionsTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final String LISHUI = "lishui-2017";
    private static final String WEIHAI = "weihai-2020";

    private final RunningOffice office = RunningOffice.get();
    private final Adoptions adoptions = office.part(Adoptions.class);
    private final Actor weihai = actor("pack-weihai", "371000");
    private final Actor weihaiToo = actor("pack-weihai-2", "371000");
    private final Actor rongcheng = actor("pack-rongcheng", "371082");
    private final Actor lishui = actor("pack-lishui", "331100");
    private final Actor lishuiToo = actor("pack-lishui-2", "331100");

    private Actor actor(String name, String division) {
        return office.account(name, division, Role.POVERTY_OFFICE).actor();
    }

    @AfterEach
    void nothingWaits() {
        for (Actor actor : new Actor[] {weihai, lishui}) {
            adoptions.waiting(actor).forEach(one -> adoptions.withdraw(actor, one.id(), one.version(), "试完", TODAY));
        }
    }

    @Test
    void oneProposesAnotherApprovesAndTheFormerIsReplaced() {
        long first = done(propose(weihai, WEIHAI, Map.of("R1", "at-most"), null));
        refused(AccessRefusal.SAME_PERSON, adoptions.approve(weihai, first, 0, TODAY));
        refused(PolicyRefusal.CHANGED_MEANWHILE, adoptions.approve(weihaiToo, first, 7, TODAY));
        done(adoptions.approve(weihaiToo, first, 0, TODAY));
        refused(PolicyRefusal.CHANGED_MEANWHILE, adoptions.approve(weihaiToo, first, 0, TODAY));
        Adoptions.InUse used = adoptions.inUse(rongcheng, WEIHAI).orElseThrow();
        assertEquals(Map.of("R1", "at-most"), used.adoption().readings());
        assertEquals(
                "at-most",
                used.rules().pack().readings().stream()
                        .filter(reading -> reading.id().equals("R1"))
                        .findFirst()
                        .orElseThrow()
                        .chosen());
        refused(PolicyRefusal.UNCHANGED, propose(weihaiToo, WEIHAI, Map.of("R1", "at-most"), null));
        long second = done(propose(weihaiToo, WEIHAI, Map.of("R1", "strictly-below"), null));
        done(adoptions.approve(weihai, second, 0, TODAY.plusDays(1)));
        Adoption former = adoptions.find(weihai, first).orElseThrow();
        assertEquals(Adoption.Stage.REPLACED, former.stage());
        assertEquals(TODAY.plusDays(1), former.endedOn());
        assertEquals(
                Map.of(),
                adoptions.inUse(weihai, WEIHAI).orElseThrow().adoption().readings());
    }

    @Test
    void aFillClosesOpenTermsOfThePackInUse() {
        Adoptions.Fill sample =
                adoptions.sample(LISHUI, "lishui-2017-whole-amount.yaml").orElseThrow();
        long id = done(propose(lishui, LISHUI, Map.of(), sample));
        done(adoptions.approve(lishuiToo, id, 0, TODAY));
        Adoptions.InUse used = adoptions.inUse(lishui, LISHUI).orElseThrow();
        assertTrue(used.rules().pack().calculation("supplementary-medical").isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "weihai,    weihai-2020, R1=sometimes, '',                      会议, DOES_NOT_LOAD",
        "weihai,    weihai-2020, R99=x,        '',                      会议, DOES_NOT_LOAD",
        "weihai,    weihai-2020, '',           'fills: weihai-2020',    会议, FILL_FAULTY",
        "weihai,    weihai-2020, '',           'a: NUL',                会议, FILL_FAULTY",
        "weihai,    weihai-2020, '',           '{',                     会议, FILL_FAULTY",
        "weihai,    weihai-2020, '',           '',                      '',   REASON_MISSING",
        "weihai,    lishui-2017, '',           '',                      会议, NOT_YOUR_PLACE",
        "rongcheng, weihai-2020, '',           '',                      会议, NOT_YOUR_PLACE",
        "weihai,    nowhere,     '',           '',                      会议, NOT_FOUND"
    })
    void whatCannotBeProposedIsSaid(
            String who, String pack, String reading, String fill, String reason, PolicyRefusal expected) {
        Map<String, String> readings =
                reading.isEmpty() ? Map.of() : Map.of(reading.split("=", 2)[0], reading.split("=", 2)[1]);
        Adoptions.Fill file = fill.isEmpty() ? null : new Adoptions.Fill("x.yaml", fill.replace("NUL", "\0"));
        Actor actor = who.equals("weihai") ? weihai : rongcheng;
        refused(expected, adoptions.propose(actor, new Adoptions.Proposal(pack, readings, file, reason), TODAY));
    }

    @Test
    void onlyOneWaitsAndItCanBeSentBack() {
        long id = done(propose(weihai, WEIHAI, Map.of("R10", "by-days"), null));
        refused(PolicyRefusal.ALREADY_UNDER_WAY, propose(weihaiToo, WEIHAI, Map.of(), null));
        assertEquals(1, adoptions.waiting(weihaiToo).size());
        assertEquals(0, adoptions.waiting(rongcheng).size());
        refused(PolicyRefusal.NOT_YOUR_PLACE, adoptions.sendBack(rongcheng, id, 0, "不妥", TODAY));
        refused(PolicyRefusal.REASON_MISSING, adoptions.sendBack(weihaiToo, id, 0, " ", TODAY));
        done(adoptions.sendBack(weihaiToo, id, 0, "不妥", TODAY));
        assertEquals(
                Adoption.Stage.SENT_BACK,
                adoptions.find(weihai, id).orElseThrow().stage());
    }

    private Answer<Long> propose(
            Actor actor, String pack, Map<String, String> readings, Adoptions.@Nullable Fill fill) {
        return adoptions.propose(actor, new Adoptions.Proposal(pack, readings, fill, "领导小组会议"), TODAY);
    }

    private static long done(Answer<Long> answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer.toString()).value() instanceof Long id ? id : -1;
    }

    private static void refused(RefusalReason reason, Answer<Long> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
