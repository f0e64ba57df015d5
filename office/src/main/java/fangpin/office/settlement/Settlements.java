package fangpin.office.settlement;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Covers;
import fangpin.office.settlement.internal.Acceptance;
import fangpin.office.settlement.internal.Basis;
import fangpin.office.settlement.internal.BillDebts;
import fangpin.office.settlement.internal.BillRules;
import fangpin.office.settlement.internal.Grounds;
import fangpin.office.settlement.internal.MessageCheck;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.YearBill;
import fangpin.office.settlement.internal.YearEnds;
import fangpin.office.settlement.internal.YearFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 一站式结算 (WH3 §3.1): all payers of a hospital bill in one exchange, at discharge. A bill is settled in the order in which it is accepted
 * in its person's year; the bills of one person, or of a household whose figures are kept together, wait for each other, so that no two hospitals spend the same remainder. Nothing is edited:
 * cancelling is a decision of its own, and what it changes for later bills is decided anew and kept beside the old (R17).
 */
@Service
public final class Settlements {
    private final ScopedWork work;
    private final SettlementRows rows;
    private final YearEnds years;
    private final Grounds grounds;
    private final Acceptance acceptance;
    private final Hospitals hospitals;
    private final Covers covers;
    private final Audit audit;
    private final BillRules rules;
    private final BillDebts debts;

    Settlements(
            ScopedWork work,
            SettlementRows rows,
            YearEnds years,
            Grounds grounds,
            Acceptance acceptance,
            BillRules rules,
            BillDebts debts,
            Hospitals hospitals,
            Covers covers,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.years = years;
        this.grounds = grounds;
        this.acceptance = acceptance;
        this.rules = rules;
        this.debts = debts;
        this.hospitals = hospitals;
        this.covers = covers;
        this.audit = audit;
    }

    /** Whether a desk can settle a product at all. */
    public static boolean settles(Product product) {
        return MessageCheck.settles(product);
    }

    /** 查询参保: the insured person of an ID number; each look is recorded, found or not, for it tells of people outside one's division. */
    public Optional<Covers.Insured> look(Actor actor, String idNumber) {
        if (!actor.may(Right.SETTLEMENT_WRITE)) {
            return Optional.empty();
        }
        Optional<Covers.Insured> found = covers.insuredWith(actor, idNumber);
        String subject =
                "person/" + found.map(one -> Long.toString(one.personId())).orElse("none");
        audit.recordApart(actor, AuditAction.COVER_ASKED, subject, Map.of());
        return found;
    }

    /** Works out what a settlement would give now, and keeps nothing but that it was asked. */
    public Answer<Trial> trial(Actor actor, long hospital, BillMessage message, LocalDate today) {
        Answer<Trial> tried = work.read(
                actor,
                () -> own(actor, hospital)
                        .then(own -> grounds.of(actor, List.of(message), today).getFirst())
                        .map(this::tried));
        audit.recordApart(
                actor,
                AuditAction.COVER_ASKED,
                "hospital/" + hospital,
                Map.of("message", message.messageId(), "found", Boolean.toString(tried instanceof Answer.Done<Trial>)));
        return tried;
    }

    private Trial tried(Basis basis) {
        YearEnds.Account account = basis.account();
        return basis.worked(years.held(List.of(account)).getOrDefault(account, YearEnds.YearEnd.NONE));
    }

    /** Settles a bill. The same message again gives the bill it made; another one under its number is refused. */
    public Answer<Bill> settle(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return work.write(
                actor,
                () -> accept(actor, hospital, message, today)
                        .map(bill -> rows.find(bill).orElseThrow()));
    }

    /** Settles a bill, for who needs but its number. */
    public Answer<Long> accept(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return work.write(
                actor,
                () -> own(actor, hospital)
                        .then(own -> acceptance
                                .accept(actor, own, List.of(message), today)
                                .getFirst()));
    }

    /** 送审: a bill that the actor may settle for a hospital, asked for by the request of this thread. */
    public Answer<BillOffer> offer(Actor actor, long hospital, BillMessage message) {
        return own(actor, hospital).map(own -> new BillOffer(audit.here(actor), own, message));
    }

    /**
     * Settles bills that several hospitals of one division offer at the same time, in the order given, within the caller's transaction.
     *
     * @param desk in whose scope the transaction is, which holds the hospitals
     * @param offers no two of a hospital under one message number
     */
    public List<Answer<Long>> acceptTogether(Actor desk, List<BillOffer> offers, LocalDate today) {
        return acceptance.accept(desk, offers, today);
    }

    private Answer<Hospital> own(Actor actor, long hospital) {
        return hospitals
                .find(actor, hospital)
                .filter(own -> actor.may(Right.SETTLEMENT_WRITE))
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(SettlementRefusal.NO_RIGHT));
    }

    /**
     * Cancels a settled bill; later bills of the same year account are decided anew in their order. A paper bill is taken back where it was
     * approved ({@link Reimbursements#cancel}), for that needs a second person.
     */
    public Answer<Bill> cancel(Actor actor, long id, int number, String reason, LocalDate today) {
        return cancel(actor, Right.SETTLEMENT_WRITE, id, number, reason, today);
    }

    /** The same for either kind of bill, by the right that settles it. */
    Answer<Bill> cancel(Actor actor, Right right, long id, int number, String reason, LocalDate today) {
        if (!actor.may(right)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<Bill> seen = rows.find(id);
            if (seen.isEmpty() || !actor.scope().holds(seen.get().hospital().path())) {
                return Answer.refused(SettlementRefusal.NOT_FOUND);
            }
            Bill said = seen.get();
            if (said.hospital().ofPaper() != (right == Right.REIMBURSEMENT_WRITE)) {
                return Answer.refused(SettlementRefusal.NO_RIGHT);
            }
            List<YearBill> year = rows.year(
                    new YearEnds.Account(said.accountNumber(), said.pack(), said.product(), said.periodFrom()));
            Decision now = rows.find(id).orElseThrow().latest();
            if (now.kind() == Decision.Kind.CANCELLED) {
                return Answer.refused(SettlementRefusal.ALREADY_CANCELLED);
            }
            if (now.number() != number) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            SettlementRows.By by = new SettlementRows.By(actor.userId(), today);
            long cancelled = rows.insertCancelled(id, reason.strip(), by);
            Map<Long, Fen> changes = adjustLater(actor, said, year, cancelled, by);
            int adjusted = changes.size();
            changes.put(id, new Fen(-now.paidFen()));
            debts.change(actor, changes, today);
            audit.record(
                    actor,
                    AuditAction.SETTLEMENT_CANCELLED,
                    "bill/" + id,
                    Map.of("reason", reason.strip(), "adjusted", Integer.toString(adjusted)));
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    /** What each later bill pays more, or less, than it did. */
    private Map<Long, Fen> adjustLater(
            Actor actor, Bill cancelled, List<YearBill> year, long because, SettlementRows.By by) {
        YearFigures figures = YearFigures.after(
                year.stream().filter(one -> one.ordinal() < cancelled.ordinal()).toList());
        Map<Long, Fen> changes = new HashMap<>();
        for (YearBill later : year) {
            if (later.ordinal() <= cancelled.ordinal() || !later.counts()) {
                continue;
            }
            BillRules.Rules used = rules.of(actor, later.adoptionId(), cancelled.product());
            Settlement anew = used.settle(later, cancelled.accountNumber(), figures);
            rows.insertAdjusted(later, because, anew, by);
            changes.put(later.billId(), new Fen(anew.paid().amount() - later.paidFen()));
            figures = figures.with(later.keys(), anew.explanation().after());
        }
        return changes;
    }

    /** One bill; empty when it is neither of the actor's people nor of his hospital. */
    public Optional<Bill> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The newest bills before a given one. */
    public List<Bill> list(Actor actor, long before, int most) {
        return work.read(actor, () -> rows.list(before, most));
    }

    /** 复算: a decision with its whole trace, computed again from what was kept. */
    public Trial explained(Actor actor, Bill bill, Decision decision) {
        BillRules.Rules used = rules.of(actor, bill.adoptionId(), bill.product());
        Settlement settled = Settler.settle(
                used.pack(),
                used.product(),
                BillRules.inputOf(
                        used.product(),
                        bill.billNumber(),
                        bill.personId(),
                        bill.accountNumber(),
                        bill.decidingOn(),
                        bill.inputValues(),
                        bill.keys()),
                decision.before());
        return new Trial(used.pack(), settled, bill.ordinal());
    }
}
