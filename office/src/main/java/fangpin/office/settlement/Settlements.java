package fangpin.office.settlement;

import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.internal.BillRules;
import fangpin.office.settlement.internal.MessageCheck;
import fangpin.office.settlement.internal.MessageHash;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.YearBill;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 一站式结算 (WH3 §3.1): all payers of a hospital bill in one exchange, at discharge. A bill is settled in the order in which it is accepted
 * in its person's year; one person's bills wait for each other, so that no two hospitals spend the same remainder. Nothing is edited:
 * cancelling is a decision of its own, and what it changes for later bills is decided anew and kept beside the old (R17).
 */
@Service
public final class Settlements {
    private final ScopedWork work;
    private final SettlementRows rows;
    private final Hospitals hospitals;
    private final Covers covers;
    private final Adoptions adoptions;
    private final Audit audit;
    private final MessageHash hashes;
    private final BillRules rules;

    Settlements(
            ScopedWork work,
            SettlementRows rows,
            MessageHash hashes,
            BillRules rules,
            Hospitals hospitals,
            Covers covers,
            Adoptions adoptions,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.hashes = hashes;
        this.rules = rules;
        this.hospitals = hospitals;
        this.covers = covers;
        this.adoptions = adoptions;
        this.audit = audit;
    }

    /** What a message stands on: who, which cover, which rules. */
    private record Basis(
            Hospital hospital, Covers.Insured insured, Cover cover, Adoptions.InUse rules, CaseInput input) {
        Product product() {
            return rules.rules().pack().product(cover.product()).orElseThrow();
        }
    }

    /** Works out what a settlement would give now, and keeps nothing. */
    public Answer<Trial> trial(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return work.write(actor, () -> switch (basis(actor, hospital, message, today)) {
            case Answer.Refused<Basis> refused -> new Answer.Refused<>(refused.reason(), refused.arguments());
            case Answer.Done<Basis> done -> Answer.done(worked(done.value(), year(done.value())));
        });
    }

    /** Settles a bill. The same message again gives the bill it made; another one under its number is refused. */
    public Answer<Bill> settle(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return work.write(actor, () -> {
            Optional<SettlementRows.Sent> sent = rows.sent(hospital, message.messageId());
            if (sent.isPresent() && hospitals.find(actor, hospital).isPresent()) {
                return sent.get().hash().equals(hashes.of(message))
                        ? Answer.done(rows.find(sent.get().billId()).orElseThrow())
                        : Answer.refused(SettlementRefusal.MESSAGE_REUSED);
            }
            return switch (basis(actor, hospital, message, today)) {
                case Answer.Refused<Basis> refused -> new Answer.Refused<>(refused.reason(), refused.arguments());
                case Answer.Done<Basis> done -> settle(actor, done.value(), message, today);
            };
        });
    }

    private Answer<Bill> settle(Actor actor, Basis basis, BillMessage message, LocalDate today) {
        List<YearBill> year = year(basis);
        // the year is locked now: whoever sent the same message or bill at the same time has finished
        Optional<SettlementRows.Sent> sent = rows.sent(basis.hospital().id(), message.messageId());
        if (sent.isPresent()) {
            return Answer.done(rows.find(sent.get().billId()).orElseThrow());
        }
        if (rows.settled(basis.hospital().id(), message.billNumber())) {
            return Answer.refused(SettlementRefusal.DUPLICATE_BILL, message.billNumber());
        }
        Trial worked = worked(basis, year);
        SettlementRows.By by = new SettlementRows.By(actor.userId(), today);
        long bill = rows.insertBill(
                basis.hospital(),
                basis.insured(),
                message,
                hashes.of(message),
                basis.cover(),
                basis.rules().adoption().id(),
                worked.settled(),
                worked.ordinal(),
                by);
        rows.insertSettled(bill, worked.settled(), by);
        audit.record(
                actor,
                AuditAction.SETTLED,
                "bill/" + bill,
                Map.of(
                        "product",
                        basis.cover().product(),
                        "paid",
                        worked.settled().paid().yuan()));
        return Answer.done(rows.find(bill).orElseThrow());
    }

    private Answer<Basis> basis(Actor actor, long hospitalId, BillMessage message, LocalDate today) {
        Optional<Hospital> hospital = hospitals.find(actor, hospitalId);
        if (!actor.may(Right.SETTLEMENT_WRITE) || hospital.isEmpty()) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (MessageCheck.form(message, today) instanceof Answer.Refused<BillMessage> refused) {
            return new Answer.Refused<>(refused.reason(), refused.arguments());
        }
        Optional<Covers.Insured> insured = covers.insuredWith(actor, message.idNumber());
        if (insured.isEmpty()) {
            return Answer.refused(SettlementRefusal.UNKNOWN_PERSON);
        }
        Answer<Basis> none = Answer.refused(SettlementRefusal.NOT_COVERED, message.dischargedOn());
        for (Cover cover : covers.of(actor, insured.get().personId())) {
            Optional<Adoptions.InUse> rules = adoptions.inUse(actor, cover.pack());
            if (rules.isEmpty()) {
                none = Answer.refused(SettlementRefusal.PACK_NOT_IN_USE, cover.pack());
                continue;
            }
            Optional<Product> product = rules.get().rules().pack().product(cover.product());
            if (product.isEmpty()
                    || !MessageCheck.settles(product.get())
                    || !cover.covers(day(product.get(), message))) {
                continue;
            }
            Basis found = new Basis(hospital.get(), insured.get(), cover, rules.get(), empty(product.get(), message));
            return switch (MessageCheck.values(product.get(), message)) {
                case Answer.Refused<List<Long>> refused -> new Answer.Refused<>(refused.reason(), refused.arguments());
                case Answer.Done<List<Long>> values -> Answer.done(withValues(found, values.value()));
            };
        }
        return none;
    }

    private static CaseInput empty(Product product, BillMessage message) {
        return new CaseInput(message.billNumber(), "", day(product, message), List.of(), Map.of());
    }

    private static Basis withValues(Basis basis, List<Long> values) {
        CaseInput input = new CaseInput(
                basis.input().caseId(),
                Long.toString(basis.insured().personId()),
                basis.input().decidingDate(),
                values,
                Map.of());
        return new Basis(basis.hospital(), basis.insured(), basis.cover(), basis.rules(), input);
    }

    /** The day that decides cover (R7). */
    private static LocalDate day(Product product, BillMessage message) {
        return switch (product.dateBasis()) {
            case ADMISSION -> message.admittedOn();
            case DISCHARGE, ACCIDENT -> message.dischargedOn();
        };
    }

    private List<YearBill> year(Basis basis) {
        return rows.year(
                basis.insured().personId(),
                basis.cover().pack(),
                basis.cover().product(),
                basis.product().period().from());
    }

    private static Trial worked(Basis basis, List<YearBill> year) {
        Product product = basis.product();
        List<Long> before = before(product, year);
        Settlement settled = Settler.settle(basis.rules().rules().pack(), product, basis.input(), before);
        int ordinal = year.isEmpty() ? 1 : year.getLast().ordinal() + 1;
        return new Trial(basis.cover(), basis.rules().rules().pack(), settled, ordinal);
    }

    /** The running figures after the last bill that counts; zeros when there is none. */
    private static List<Long> before(Product product, List<YearBill> year) {
        return year.reversed().stream()
                .filter(YearBill::counts)
                .findFirst()
                .map(YearBill::after)
                .orElse(BillRules.zerosOf(product));
    }

    /** Cancels a settled bill; later bills of the person and year are decided anew in their order. */
    public Answer<Bill> cancel(Actor actor, long id, int number, String reason, LocalDate today) {
        if (!actor.may(Right.SETTLEMENT_WRITE)) {
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
            List<YearBill> year = rows.year(said.personId(), said.pack(), said.product(), said.periodFrom());
            Decision now = rows.find(id).orElseThrow().latest();
            if (now.kind() == Decision.Kind.CANCELLED) {
                return Answer.refused(SettlementRefusal.ALREADY_CANCELLED);
            }
            if (now.number() != number) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            SettlementRows.By by = new SettlementRows.By(actor.userId(), today);
            long cancelled = rows.insertCancelled(id, reason.strip(), by);
            int adjusted = adjustLater(actor, said, year, cancelled, by);
            audit.record(
                    actor,
                    AuditAction.SETTLEMENT_CANCELLED,
                    "bill/" + id,
                    Map.of("reason", reason.strip(), "adjusted", Integer.toString(adjusted)));
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    private int adjustLater(Actor actor, Bill cancelled, List<YearBill> year, long because, SettlementRows.By by) {
        List<YearBill> earlier =
                year.stream().filter(one -> one.ordinal() < cancelled.ordinal()).toList();
        List<Long> figures = null;
        int adjusted = 0;
        for (YearBill later : year) {
            if (later.ordinal() <= cancelled.ordinal() || !later.counts()) {
                continue;
            }
            BillRules.Rules used = rules.of(actor, later.adoptionId(), cancelled.product());
            if (figures == null) {
                figures = before(used.product(), earlier);
            }
            Settlement anew = used.settle(later, cancelled.personId(), figures);
            rows.insertAdjusted(later, because, anew, by);
            figures = anew.explanation().after();
            adjusted++;
        }
        return adjusted;
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
        CaseInput input = new CaseInput(
                bill.billNumber(), Long.toString(bill.personId()), bill.decidingOn(), bill.inputValues(), Map.of());
        Settlement settled = Settler.settle(used.pack(), used.product(), input, decision.before());
        Cover cover = covers.of(actor, bill.personId()).stream()
                .filter(one -> one.pack().equals(bill.pack()) && one.product().equals(bill.product()))
                .findFirst()
                .orElseThrow();
        return new Trial(cover, used.pack(), settled, bill.ordinal());
    }
}
