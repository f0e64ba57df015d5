package fangpin.office.web.enrolment;

import fangpin.office.access.Right;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.ContractConduct;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.enrolment.PendingChanges;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What of contracts and lists waits for somebody: the next step, differences to clear up. */
@Component
class EnrolmentWork implements WorkSource {
    private final Contracts contracts;
    private final ContractConduct conduct;
    private final Enrolments enrolments;
    private final ListReplies replies;
    private final Referrals referrals;
    private final PendingChanges pending;

    EnrolmentWork(
            Contracts contracts,
            ContractConduct conduct,
            Enrolments enrolments,
            ListReplies replies,
            Referrals referrals,
            PendingChanges pending) {
        this.contracts = contracts;
        this.conduct = conduct;
        this.enrolments = enrolments;
        this.replies = replies;
        this.referrals = referrals;
        this.pending = pending;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        List<Work> work = new ArrayList<>();
        if (!desk.actor().may(Right.ENROLMENT_WRITE)) {
            return work;
        }
        long reader = desk.actor().userId();
        for (Contract one : contracts.waiting(desk.actor())) {
            Long proposer = one.proposedBy();
            if (one.enteredBy() != reader && (proposer == null || proposer != reader)) {
                work.add(new Work(
                        "enrolment.work.contract",
                        List.of(),
                        one.number() + " " + one.insurer().name(),
                        "WH3 §5.2",
                        null,
                        "/contracts/" + one.id()));
            }
        }
        conduct.waiting(desk.actor())
                .forEach(contract -> work.add(new Work(
                        "enrolment.work.conduct",
                        List.of(),
                        contract.number() + " " + contract.insurer().name(),
                        "WH3 §5.1",
                        null,
                        "/contracts/" + contract.id())));
        pending.waiting(desk.actor())
                .forEach(change -> work.add(new Work(
                        "enrolment.work.pending",
                        List.of(change.added(), change.ended(), change.changed()),
                        change.contract().number() + " " + change.asOf(),
                        "WH3 §3.2 ②",
                        null,
                        "/contracts/" + change.contract().id() + "#pending")));
        for (Enrolment one : enrolments.all(desk.actor(), null)) {
            if (one.open() && desk.actor().scope().holds(one.path()) && isFor(reader, one)) {
                work.add(ofList(desk, one));
            }
        }
        for (Referral one : referrals.all(desk.actor(), most)) {
            boolean own = Objects.equals(one.proposedBy(), reader);
            if (one.stage() == Referral.Stage.OPEN || (one.stage() == Referral.Stage.PROPOSED && !own)) {
                work.add(new Work(
                        "enrolment.work.referral-" + one.stage().name().toLowerCase(Locale.ROOT),
                        List.of(),
                        Show.to(desk).name(one.personName()),
                        one.clause(),
                        null,
                        "/referrals"));
            }
        }
        return work.size() > most ? List.copyOf(work.subList(0, most)) : work;
    }

    /** A checked list waits for somebody else than those who made it. */
    private static boolean isFor(long reader, Enrolment one) {
        Long checker = one.checkedBy();
        return one.stage() != Enrolment.Stage.CHECKED
                || (one.draftedBy() != reader && (checker == null || checker != reader));
    }

    private Work ofList(Desk desk, Enrolment one) {
        long open = one.stage() == Enrolment.Stage.ANSWERED ? replies.open(desk.actor(), one) : 0;
        String about = one.contract().number() + " " + one.asOf();
        return open == 0
                ? new Work(
                        "enrolment.work." + one.stage().word().replace('_', '-'),
                        List.of(),
                        about,
                        "WH3 §5.3",
                        null,
                        "/enrolments/" + one.id())
                : new Work(
                        "enrolment.work.differences",
                        List.of(open),
                        about,
                        "WH3 §5.3",
                        null,
                        "/enrolments/" + one.id() + "/differences");
    }
}
