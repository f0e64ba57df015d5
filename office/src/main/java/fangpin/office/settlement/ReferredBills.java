package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Referrals;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.internal.MessageCheck;
import fangpin.office.settlement.internal.ReferredRows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 待定账单: bills that no rule can settle or refuse, for people have to decide first whether the person is insured. The hospital sends such
 * a bill once; it is kept, and settled as it was sent when the person is covered.
 */
@Service
public final class ReferredBills {
    private final ScopedWork work;
    private final ReferredRows rows;
    private final Referrals referrals;
    private final Settlements settlements;
    private final PolicyLibrary library;
    private final Audit audit;

    ReferredBills(
            ScopedWork work,
            ReferredRows rows,
            Referrals referrals,
            Settlements settlements,
            PolicyLibrary library,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.referrals = referrals;
        this.settlements = settlements;
        this.library = library;
        this.audit = audit;
    }

    /** Settles a bill; one of somebody whose cover people have yet to decide is kept until they have. */
    public Answer<Bill> settle(Actor actor, long hospital, BillMessage message, LocalDate today) {
        Answer<Bill> answer = settlements.settle(actor, hospital, message, today);
        return answer instanceof Answer.Refused<Bill> refused && refersToCover(refused)
                ? referred(actor, hospital, message, today).orElse(answer)
                : answer;
    }

    private static boolean refersToCover(Answer.Refused<Bill> refused) {
        return refused.reason() == SettlementRefusal.UNKNOWN_PERSON
                || refused.reason() == SettlementRefusal.NOT_COVERED
                || refused.reason() == SettlementRefusal.PRODUCT_NOT_HERE;
    }

    private Optional<Answer<Bill>> referred(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return standing(actor, message.idNumber()).map(standing -> {
            if (!standing.covered().orElse(true)) {
                return Answer.refused(SettlementRefusal.REFERRAL_REFUSED);
            }
            return work.write(actor, () -> {
                rows.keep(hospital, standing, message, actor.userId(), today)
                        .ifPresent(id -> audit.record(
                                actor,
                                AuditAction.ENTERED,
                                "referred-bill/" + id,
                                Map.of("product", standing.product())));
                return Answer.refused(SettlementRefusal.REFERRED);
            });
        });
    }

    /** The product by which a bill of this person may yet be settled; one that two people decided against only when there is no other. */
    public Optional<Referrals.Standing> standing(Actor actor, String idNumber) {
        return referrals.standing(actor, idNumber).stream()
                .filter(one -> library.pack(one.pack())
                        .flatMap(pack -> pack.product(one.product()))
                        .filter(MessageCheck::settles)
                        .isPresent())
                .min(Comparator.comparing(one -> !one.covered().orElse(true)));
    }

    /** All that one may see, those that are not ended first. */
    public List<ReferredBill> all(Actor actor, int most) {
        return work.read(actor, () -> rows.all(most));
    }

    /** Settles a waiting bill as it was sent, now that its person is covered. */
    public Answer<Bill> settle(Actor actor, long id, LocalDate today) {
        Optional<ReferredRows.Kept> kept = work.read(actor, () -> rows.find(id))
                .filter(one -> actor.scope().holds(one.hospitalPath()));
        return kept.map(one -> settle(actor, one.hospitalId(), one.message(), today))
                .orElseGet(() -> Answer.refused(SettlementRefusal.NOT_FOUND));
    }
}
