package fangpin.office.settlement.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * 受理: bills of one hospital, settled in the order given, within the caller's transaction. A desk's bill is a set of one. Locks are taken
 * in one order by everybody: messages, years, bill numbers, balances, each by the size of its key; so nobody waits in a ring.
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
    public record Worked(Basis basis, String hash, Trial trial) {}

    /**
     * The bill of each message, in the order given: the one it makes, or made before, or why it makes none.
     *
     * @param messages no two of them under one number
     */
    public List<Answer<Long>> accept(Actor actor, Hospital hospital, List<BillMessage> messages, LocalDate today) {
        List<String> numbers = messages.stream().map(BillMessage::messageId).toList();
        if (Set.copyOf(numbers).size() < numbers.size()) {
            throw new IllegalArgumentException("two messages under one number");
        }
        Map<String, AcceptanceRows.Sent> sent = rows.take(hospital.id(), numbers);
        List<BillMessage> fresh = messages.stream()
                .filter(message -> !sent.containsKey(message.messageId()))
                .toList();
        Map<String, Answer<Worked>> worked = worked(actor, hospital, fresh, today);
        Map<String, Long> kept = keep(actor, hospital, worked, fresh, today);
        return messages.stream()
                .map(message -> {
                    AcceptanceRows.Sent before = sent.get(message.messageId());
                    return before != null
                            ? again(before, message)
                            : answer(worked, message).map(done -> id(kept, message));
                })
                .toList();
    }

    private Answer<Long> again(AcceptanceRows.Sent before, BillMessage message) {
        return before.hash().equals(hashes.of(message))
                ? Answer.done(before.billId())
                : Answer.refused(SettlementRefusal.MESSAGE_REUSED);
    }

    private static Answer<Worked> answer(Map<String, Answer<Worked>> worked, BillMessage message) {
        Answer<Worked> answer = worked.get(message.messageId());
        if (answer == null) {
            throw new IllegalStateException(message + " was not worked out");
        }
        return answer;
    }

    private static long id(Map<String, Long> kept, BillMessage message) {
        Long id = kept.get(message.messageId());
        if (id == null) {
            throw new IllegalStateException(message + " was not kept");
        }
        return id;
    }

    /** Each message settled on what those before it leave of the year; by message number. */
    private Map<String, Answer<Worked>> worked(
            Actor actor, Hospital hospital, List<BillMessage> messages, LocalDate today) {
        List<Answer<Basis>> found = grounds.of(actor, messages, today);
        List<Basis> good = values(found);
        YearEnds.Taken taken = years.taken(
                good.stream().map(Basis::account).toList(),
                hospital.id(),
                good.stream().map(basis -> basis.message().billNumber()).toList());
        Map<String, Answer<Worked>> worked = new HashMap<>();
        for (int at = 0; at < messages.size(); at++) {
            worked.put(
                    messages.get(at).messageId(),
                    found.get(at).then(basis -> work(basis, taken.ends(), taken.settled())));
        }
        return worked;
    }

    private Answer<Worked> work(Basis basis, Map<YearEnds.Account, YearEnds.YearEnd> ends, Set<String> settled) {
        String number = basis.message().billNumber();
        if (!settled.add(number)) {
            return Answer.refused(SettlementRefusal.DUPLICATE_BILL, number);
        }
        YearEnds.Account account = basis.account();
        YearEnds.YearEnd end = ends.getOrDefault(account, YearEnds.YearEnd.NONE);
        Trial trial = basis.worked(end);
        ends.put(account, basis.after(end, trial));
        return Answer.done(new Worked(basis, hashes.of(basis.message()), trial));
    }

    /** The bills made, by message number. */
    private Map<String, Long> keep(
            Actor actor,
            Hospital hospital,
            Map<String, Answer<Worked>> worked,
            List<BillMessage> messages,
            LocalDate today) {
        List<Worked> made =
                values(messages.stream().map(message -> answer(worked, message)).toList());
        if (made.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> kept = rows.insert(hospital, made, new SettlementRows.By(actor.userId(), today));
        SortedMap<Long, Worked> owed = new TreeMap<>();
        made.forEach(one -> owed.put(id(kept, one.basis().message()), one));
        debts.owe(actor, hospital, owed, today);
        audit.recordAll(
                actor,
                made.stream()
                        .map(one -> new Audit.Entry(
                                AuditAction.SETTLED,
                                "bill/" + id(kept, one.basis().message()),
                                Map.of(
                                        "product",
                                        one.basis().cover().product(),
                                        "paid",
                                        one.trial().settled().paid().yuan())))
                        .toList());
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
