package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Referrals;
import fangpin.office.settlement.internal.ReferredDesk;
import fangpin.office.settlement.internal.ReferredRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 待定账单: bills that no rule can settle or refuse, for people have to decide first whether the person is insured. The hospital sends such
 * a bill once, at its desk or as a row of a file; it is kept, and settled as it was sent when the person is covered.
 */
@Service
public final class ReferredBills {
    private final ScopedWork work;
    private final ReferredRows rows;
    private final ReferredDesk desk;
    private final Settlements settlements;

    ReferredBills(ScopedWork work, ReferredRows rows, ReferredDesk desk, Settlements settlements) {
        this.work = work;
        this.rows = rows;
        this.desk = desk;
        this.settlements = settlements;
    }

    /** Settles a bill; one of somebody whose cover people have yet to decide is kept until they have. */
    public Answer<Bill> settle(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return keptIfReferred(actor, hospital, message, settlements.accept(actor, hospital, message, today), today)
                .map(bill -> settlements.find(actor, bill).orElseThrow());
    }

    /**
     * What became of a bill that settlement answered so: refused for want of cover that people have yet to decide on, it is kept. Call it
     * outside of the transaction that is taken back with the refusal, or what it keeps goes with it.
     */
    public Answer<Long> keptIfReferred(
            Actor actor, long hospital, BillMessage message, Answer<Long> answer, LocalDate today) {
        if (!ReferredDesk.refersToCover(answer)) {
            return answer;
        }
        Optional<Answer<Long>> kept = work.write(
                actor,
                () -> Optional.ofNullable(
                        desk.keep(actor, hospital, List.of(message), today).get(message.messageId())));
        return kept.map(one -> one.then(id -> Answer.<Long>refused(SettlementRefusal.REFERRED)))
                .orElse(answer);
    }

    /** The product by which a bill of this person may yet be settled; one that two people decided against only when there is no other. */
    public Optional<Referrals.Standing> standing(Actor actor, String idNumber) {
        return desk.standing(actor, idNumber);
    }

    /** All that one may see, those that are not ended first. */
    public List<ReferredBill> all(Actor actor, int most) {
        return work.read(actor, () -> rows.all(most));
    }

    /** Settles a waiting bill as it was sent, now that its person is covered; what then stands in the way of it is kept with it. */
    public Answer<Bill> settle(Actor actor, long id, LocalDate today) {
        Optional<ReferredRows.Kept> kept = work.read(actor, () -> rows.find(id))
                .filter(one -> actor.scope().holds(one.hospitalPath()));
        return kept.map(one -> one.insured()
                        ? insured(actor, id, one, today)
                        : settle(actor, one.hospitalId(), one.message(), today))
                .orElseGet(() -> Answer.refused(SettlementRefusal.NOT_FOUND));
    }

    private Answer<Bill> insured(Actor actor, long id, ReferredRows.Kept kept, LocalDate today) {
        return work.write(actor, () -> {
            Answer<Bill> answer = settlements.settle(actor, kept.hospitalId(), kept.message(), today);
            if (answer instanceof Answer.Refused<Bill> refused
                    && refused.reason() instanceof SettlementRefusal reason
                    && reason != SettlementRefusal.NO_RIGHT) {
                rows.refuse(id, reason);
            }
            return answer;
        });
    }

    /** Whether some of an upload's waiting bills can be settled by now and were not refused yet. */
    public boolean someReady(Actor actor, Upload upload) {
        return upload.referred() > 0 && work.read(actor, () -> rows.someReady(upload.id()));
    }

    /** Settles what of an upload's waiting bills can be by now, by discharge and bill number; how many were settled. */
    public int settleOf(Actor actor, Upload upload, LocalDate today) {
        return (int) work.read(actor, () -> rows.ready(upload.id())).stream()
                .filter(id -> settle(actor, id, today) instanceof Answer.Done<Bill>)
                .count();
    }
}
