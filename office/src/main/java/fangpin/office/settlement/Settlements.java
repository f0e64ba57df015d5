package fangpin.office.settlement;

import fangpin.kernel.money.Fen;
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
import fangpin.office.settlement.internal.BillDebts;
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
    private final BillDebts debts;

    Settlements(
            ScopedWork work,
            SettlementRows rows,
            MessageHash hashes,
            BillRules rules,
            BillDebts debts,
            Hospitals hospitals,
            Covers covers,
            Adoptions adoptions,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.hashes = hashes;
        this.rules = rules;
        this.debts = debts;
        this.hospitals = hospitals;
        this.covers = covers;
        this.adoptions = adoptions;
        this.audit = audit;
    }

    /** What a message stands on: who, which cover, which rules, and what the rules are asked. */
    private record Basis(
            Hospital hospital,
            Covers.Insured insured,
            Cover cover,
            Adoptions.InUse rules,
            Product product,
            CaseInput input) {}

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
                        .then(own -> basis(actor, own, message, today))
                        .map(basis -> worked(basis, year(basis))));
        audit.recordApart(
                actor,
                AuditAction.COVER_ASKED,
                "hospital/" + hospital,
                Map.of("message", message.messageId(), "found", Boolean.toString(tried instanceof Answer.Done<Trial>)));
        return tried;
    }

    /** Settles a bill. The same message again gives the bill it made; another one under its number is refused. */
    public Answer<Bill> settle(Actor actor, long hospital, BillMessage message, LocalDate today) {
        return work.write(
                actor,
                () -> own(actor, hospital).then(own -> {
                    rows.holdMessage(hospital, message.messageId());
                    Optional<SettlementRows.Sent> sent = rows.sent(hospital, message.messageId());
                    if (sent.isPresent()) {
                        return sent.get().hash().equals(hashes.of(message))
                                ? Answer.done(rows.find(sent.get().billId()).orElseThrow())
                                : Answer.refused(SettlementRefusal.MESSAGE_REUSED);
                    }
                    return basis(actor, own, message, today).then(basis -> settle(actor, basis, message, today));
                }));
    }

    private Answer<Hospital> own(Actor actor, long hospital) {
        return hospitals
                .find(actor, hospital)
                .filter(own -> actor.may(Right.SETTLEMENT_WRITE))
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(SettlementRefusal.NO_RIGHT));
    }

    private Answer<Bill> settle(Actor actor, Basis basis, BillMessage message, LocalDate today) {
        List<YearBill> year = year(basis);
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
        debts.change(actor, bill, worked.settled().paid(), today);
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

    private Answer<Basis> basis(Actor actor, Hospital hospital, BillMessage message, LocalDate today) {
        return MessageCheck.form(message, today)
                .then(checked -> covers.insuredWith(actor, checked.idNumber())
                        .map(Answer::done)
                        .orElseGet(() -> Answer.refused(SettlementRefusal.UNKNOWN_PERSON)))
                .then(insured -> covered(actor, insured, message)
                        .then(held -> MessageCheck.values(held.product(), message)
                                .map(values -> new Basis(
                                        hospital,
                                        insured,
                                        held.cover(),
                                        held.rules(),
                                        held.product(),
                                        input(held.product(), insured, message, values)))));
    }

    private static CaseInput input(Product product, Covers.Insured insured, BillMessage message, List<Long> values) {
        return new CaseInput(
                message.billNumber(), Long.toString(insured.personId()), day(product, message), values, Map.of());
    }

    /** A cover with the rules that settle by it. */
    private record Held(Cover cover, Adoptions.InUse rules, Product product) {}

    /** The first of a person's covers by which the bill can be settled; when there is none, the nearest reason why. */
    private Answer<Held> covered(Actor actor, Covers.Insured insured, BillMessage message) {
        Answer<Held> hindrance = Answer.refused(SettlementRefusal.PRODUCT_NOT_HERE);
        for (Cover cover : covers.of(actor, insured.personId())) {
            Optional<Adoptions.InUse> rules = adoptions.inUse(actor, cover.pack());
            Optional<Product> product =
                    rules.flatMap(used -> used.rules().pack().product(cover.product()));
            if (rules.isEmpty()) {
                hindrance = Answer.refused(SettlementRefusal.PACK_NOT_IN_USE, cover.pack());
            } else if (product.isPresent() && MessageCheck.settles(product.get())) {
                LocalDate day = day(product.get(), message);
                if (cover.covers(day)) {
                    return Answer.done(new Held(cover, rules.get(), product.get()));
                }
                hindrance = Answer.refused(SettlementRefusal.NOT_COVERED, day);
            }
        }
        return hindrance;
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
        List<Long> before = before(basis.product(), year);
        Settlement settled = Settler.settle(basis.rules().rules().pack(), basis.product(), basis.input(), before);
        int ordinal = year.isEmpty() ? 1 : year.getLast().ordinal() + 1;
        return new Trial(basis.rules().rules().pack(), settled, ordinal);
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
            debts.change(actor, id, new Fen(-now.paidFen()), today);
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
            debts.change(actor, later.billId(), new Fen(anew.paid().amount() - later.paidFen()), by.day());
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
        return new Trial(used.pack(), settled, bill.ordinal());
    }
}
