package fangpin.office.settlement.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.enrolment.Referrals;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 留存待定账单: keeps bills that found no cover because people have yet to decide on it, whether a desk sent them or a file. */
@Component
public final class ReferredDesk {
    private final ReferredRows rows;
    private final Referrals referrals;
    private final PolicyLibrary library;
    private final MessageHash hashes;
    private final Audit audit;

    ReferredDesk(ReferredRows rows, Referrals referrals, PolicyLibrary library, MessageHash hashes, Audit audit) {
        this.rows = rows;
        this.referrals = referrals;
        this.library = library;
        this.hashes = hashes;
        this.audit = audit;
    }

    /** Whether a bill was refused for want of cover, which people may yet decide on. */
    public static boolean refersToCover(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused
                && (refused.reason() == SettlementRefusal.UNKNOWN_PERSON
                        || refused.reason() == SettlementRefusal.NOT_COVERED
                        || refused.reason() == SettlementRefusal.PRODUCT_NOT_HERE);
    }

    /** The product by which a bill of this person may yet be settled; one that two people decided against only when there is no other. */
    public Optional<Referrals.Standing> standing(Actor actor, String idNumber) {
        return ofBills(referrals.standing(actor, idNumber));
    }

    private Optional<Referrals.Standing> ofBills(List<Referrals.Standing> standing) {
        return standing.stream()
                .filter(one -> library.pack(one.pack())
                        .flatMap(pack -> pack.product(one.product()))
                        .filter(MessageCheck::settles)
                        .isPresent())
                .min(Comparator.comparing(one -> !one.covered().orElse(true)));
    }

    /**
     * Keeps those of the bills whose cover is left to people, within the caller's transaction.
     *
     * @return by message number the kept bill's id, or that two people decided against cover, or that another bill was kept under it; none for a bill that waits for nobody
     */
    public Map<String, Answer<Long>> keep(Actor actor, long hospital, List<BillMessage> bills, LocalDate today) {
        Map<String, Answer<Long>> kept = new HashMap<>();
        if (bills.isEmpty()) {
            return kept;
        }
        Map<String, List<Referrals.Standing>> standing = referrals.standingAmong(
                actor, bills.stream().map(BillMessage::idNumber).toList());
        for (BillMessage bill : bills) {
            ofBills(standing.getOrDefault(bill.idNumber(), List.of()))
                    .ifPresent(one -> kept.put(bill.messageId(), keep(actor, hospital, bill, one, today)));
        }
        return kept;
    }

    private Answer<Long> keep(
            Actor actor, long hospital, BillMessage bill, Referrals.Standing standing, LocalDate today) {
        if (!standing.covered().orElse(true)) {
            return Answer.refused(SettlementRefusal.REFERRAL_REFUSED);
        }
        Optional<Long> made = rows.keep(hospital, standing, bill, actor.userId(), today);
        made.ifPresent(id ->
                audit.record(actor, AuditAction.ENTERED, "referred-bill/" + id, Map.of("product", standing.product())));
        return made.map(Answer::done).orElseGet(() -> again(rows.before(hospital, bill.messageId()), bill));
    }

    private Answer<Long> again(ReferredRows.Before before, BillMessage bill) {
        return hashes.of(before.message()).equals(hashes.of(bill))
                ? Answer.done(before.id())
                : Answer.refused(SettlementRefusal.MESSAGE_REUSED);
    }
}
