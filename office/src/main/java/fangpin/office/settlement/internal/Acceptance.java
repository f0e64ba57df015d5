package fangpin.office.settlement.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Doer;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.BillOffer;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * 受理: bills settled in the order given, within the caller's transaction: one of a desk, some that several hospitals of a county sent at the same
 * time, hundreds of a file. Locks are taken in one order by everybody: messages, years, bill numbers, balances, each by the size of its
 * key; so nobody waits in a ring.
 */
@Component
public final class Acceptance {
    private final AcceptanceRows rows;
    private final YearEnds years;
    private final Grounds grounds;
    private final MessageHash hashes;
    private final BillDebts debts;
    private final Audit audit;

    Acceptance(AcceptanceRows rows, YearEnds years, Grounds grounds, MessageHash hashes, BillDebts debts, Audit audit) {
        this.rows = rows;
        this.years = years;
        this.grounds = grounds;
        this.hashes = hashes;
        this.debts = debts;
        this.audit = audit;
    }

    /**
     * A bill worked out and not yet kept.
     *
     * @param hash of the message
     */
    public record Worked(BillOffer offer, Basis basis, String hash, Trial trial) {}

    /** The same for messages of one hospital that one person or program sends. */
    public List<Answer<Long>> accept(Actor actor, Hospital hospital, List<BillMessage> messages, LocalDate today) {
        Doer by = audit.here(actor);
        return accept(
                actor,
                messages.stream()
                        .map(message -> new BillOffer(by, hospital, message))
                        .toList(),
                today);
    }

    /**
     * The bill of each message, in the order given: the one it makes, or made before, or why it makes none.
     *
     * @param desk in whose scope the transaction is, which holds all the hospitals
     * @param offers no two of a hospital under one message number
     */
    public List<Answer<Long>> accept(Actor desk, List<BillOffer> offers, LocalDate today) {
        if (offers.stream().map(BillOffer::messageNumber).distinct().count() < offers.size()) {
            throw new IllegalArgumentException("two messages under one number");
        }
        Map<BillOffer.MessageNumber, AcceptanceRows.Sent> sent = rows.take(offers);
        List<BillOffer> fresh = offers.stream()
                .filter(offer -> !sent.containsKey(offer.messageNumber()))
                .toList();
        Map<BillOffer.MessageNumber, Answer<Worked>> worked = worked(desk, fresh, today);
        Map<BillOffer.MessageNumber, Long> kept =
                keep(values(fresh.stream().map(offer -> answer(worked, offer)).toList()), today);
        return offers.stream()
                .map(offer -> {
                    AcceptanceRows.Sent before = sent.get(offer.messageNumber());
                    return before != null
                            ? again(before, offer.message())
                            : answer(worked, offer).map(done -> id(kept, offer));
                })
                .toList();
    }

    private Answer<Long> again(AcceptanceRows.Sent before, BillMessage message) {
        return before.hash().equals(hashes.of(message))
                ? Answer.done(before.billId())
                : Answer.refused(SettlementRefusal.MESSAGE_REUSED);
    }

    private static Answer<Worked> answer(Map<BillOffer.MessageNumber, Answer<Worked>> worked, BillOffer offer) {
        Answer<Worked> answer = worked.get(offer.messageNumber());
        if (answer == null) {
            throw new IllegalStateException(offer.messageNumber() + " was not worked out");
        }
        return answer;
    }

    private static long id(Map<BillOffer.MessageNumber, Long> kept, BillOffer offer) {
        Long id = kept.get(offer.messageNumber());
        if (id == null) {
            throw new IllegalStateException(offer.messageNumber() + " was not kept");
        }
        return id;
    }

    /** Each message settled on what those before it leave of the year. */
    private Map<BillOffer.MessageNumber, Answer<Worked>> worked(Actor desk, List<BillOffer> offers, LocalDate today) {
        List<Answer<Basis>> found =
                grounds.of(desk, offers.stream().map(BillOffer::message).toList(), today);
        List<YearEnds.Account> accounts = new ArrayList<>();
        List<BillOffer.BillNumber> numbers = new ArrayList<>();
        for (int at = 0; at < offers.size(); at++) {
            if (found.get(at) instanceof Answer.Done<Basis>(Basis basis)) {
                accounts.add(basis.account());
                numbers.add(offers.get(at).billNumber());
            }
        }
        YearEnds.Taken taken = years.taken(accounts, numbers);
        Map<BillOffer.MessageNumber, Answer<Worked>> worked = new HashMap<>();
        for (int at = 0; at < offers.size(); at++) {
            BillOffer offer = offers.get(at);
            worked.put(offer.messageNumber(), found.get(at).then(basis -> work(offer, basis, taken)));
        }
        return worked;
    }

    private Answer<Worked> work(BillOffer offer, Basis basis, YearEnds.Taken taken) {
        if (!taken.settled().add(offer.billNumber())) {
            return Answer.refused(
                    SettlementRefusal.DUPLICATE_BILL, offer.message().billNumber());
        }
        YearEnds.Account account = basis.account();
        YearEnds.YearEnd end = taken.ends().getOrDefault(account, YearEnds.YearEnd.NONE);
        Trial trial = basis.worked(end);
        taken.ends().put(account, basis.after(end, trial));
        return Answer.done(new Worked(offer, basis, hashes.of(offer.message()), trial));
    }

    /** The bills made. */
    private Map<BillOffer.MessageNumber, Long> keep(List<Worked> made, LocalDate today) {
        if (made.isEmpty()) {
            return Map.of();
        }
        Map<BillOffer.MessageNumber, Long> kept = rows.insert(made, today);
        SortedMap<Long, Worked> owed = new TreeMap<>();
        made.forEach(one -> owed.put(id(kept, one.offer()), one));
        debts.owe(owed, today);
        owed.forEach((bill, one) -> audit.recordAll(
                one.offer().by(),
                List.of(new Audit.Entry(
                        AuditAction.SETTLED,
                        "bill/" + bill,
                        Map.of(
                                "product",
                                one.basis().cover().product(),
                                "paid",
                                one.trial().settled().paid().yuan())))));
        return kept;
    }

    private static <T> List<T> values(List<Answer<T>> answers) {
        List<T> values = new ArrayList<>();
        for (Answer<T> answer : answers) {
            if (answer instanceof Answer.Done<T>(T value)) {
                values.add(value);
            }
        }
        return values;
    }
}
