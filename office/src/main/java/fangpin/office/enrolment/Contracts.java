package fangpin.office.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.ListedItem;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.internal.ContractRows;
import fangpin.office.enrolment.internal.InsurerRows;
import fangpin.office.enrolment.internal.RequiredLists;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * 承办合同 (SD §6, WH3 §5): drafted, its required contents and the criteria of the insurer's choice ticked item by item, then put in force
 * by a second person. What is missing is listed; a contract with missing items does not come into force.
 */
@Service
public final class Contracts {
    private final ScopedWork work;
    private final ContractRows rows;
    private final InsurerRows insurers;
    private final Adoptions adoptions;
    private final Audit audit;

    Contracts(ScopedWork work, ContractRows rows, InsurerRows insurers, Adoptions adoptions, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.insurers = insurers;
        this.adoptions = adoptions;
        this.audit = audit;
    }

    /**
     * A contract as it is drafted, for the drafter's own division.
     *
     * @param validTo first day it no longer holds
     */
    public record Wanted(
            String number,
            long insurer,
            String pack,
            Set<String> products,
            LocalDate validFrom,
            LocalDate validTo,
            String bankAccount) {
        public Wanted {
            products = Set.copyOf(products);
        }
    }

    /** All of one's division, of those below and above, the newest first. */
    public List<Contract> all(Actor actor) {
        return work.read(actor, rows::all);
    }

    /** One of them. */
    public Optional<Contract> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Those that wait for a second person of this actor's division. */
    public List<Contract> waiting(Actor actor) {
        return all(actor).stream()
                .filter(one ->
                        one.stage() == Contract.Stage.PROPOSED && actor.scope().holds(one.path()))
                .toList();
    }

    /** 应有内容: what the documents ask of the contract, each with where it stands; in the documents' order. */
    public List<RequiredItem> items(Actor actor, Contract contract) {
        Optional<Adoptions.InUse> used = adoptions.inUse(actor, contract.pack());
        if (used.isEmpty()) {
            return List.of();
        }
        List<String> products =
                contract.products().stream().map(Contract.Line::product).toList();
        Map<String, ContractRows.Item> there = work.read(actor, () -> rows.items(contract.id()));
        List<RequiredItem> items = new ArrayList<>();
        for (Checklist list : RequiredLists.of(used.get().rules().pack(), products)) {
            for (ListedItem item : list.items()) {
                ContractRows.Item found = there.get(list.id() + "." + item.id());
                items.add(new RequiredItem(
                        list.id(),
                        list.name(),
                        item.id(),
                        item.name(),
                        item.clause().text(),
                        found == null ? null : found.note(),
                        found == null ? null : found.enteredBy(),
                        found == null ? null : found.enteredOn()));
            }
        }
        return items;
    }

    /** Drafts a contract. */
    public Answer<Long> draft(Actor actor, Wanted wanted, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        if (wanted.number().isBlank() || wanted.bankAccount().isBlank()) {
            return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        }
        if (!wanted.validTo().isAfter(wanted.validFrom())) {
            return Answer.refused(EnrolmentRefusal.BAD_PERIOD);
        }
        Optional<Adoptions.InUse> used = adoptions.inUse(actor, wanted.pack());
        if (used.isEmpty()) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        PolicyPack pack = used.get().rules().pack();
        if (!Scope.ofCode(pack.jurisdiction()).holds(actor.scope().path())) {
            return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
        }
        List<Contract.Line> lines = pack.products().stream()
                .filter(product -> wanted.products().contains(product.id()))
                .map(Contracts::line)
                .toList();
        if (lines.isEmpty() || lines.size() != wanted.products().size()) {
            return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        }
        try {
            return work.write(actor, () -> insert(actor, wanted, pack, lines, today));
        } catch (DuplicateKeyException taken) {
            return Answer.refused(EnrolmentRefusal.NUMBER_TAKEN);
        }
    }

    private static Contract.Line line(Product product) {
        return new Contract.Line(
                product.id(),
                product.premium().amount().amount(),
                product.premium().clause().text());
    }

    private Answer<Long> insert(
            Actor actor, Wanted wanted, PolicyPack pack, List<Contract.Line> lines, LocalDate today) {
        if (insurers.find(wanted.insurer()).isEmpty()) {
            return Answer.refused(EnrolmentRefusal.NOT_FOUND);
        }
        long id = rows.insert(actor.scope().path(), wanted, pack.hash(), lines, actor.userId(), today);
        audit.record(
                actor,
                AuditAction.ENTERED,
                "contract/" + id,
                Map.of("number", wanted.number().strip(), "pack", wanted.pack()));
        return Answer.done(id);
    }

    /** Says of items where they stand, by their ids; an empty note takes an item away. */
    public Answer<Long> note(Actor actor, long id, int version, Map<String, String> notes, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_WRITE, Contract.Stage.DRAFT, contract -> {
            for (RequiredItem item : items(actor, contract)) {
                String said = notes.get(item.id());
                String before = item.note() == null ? "" : item.note();
                if (said != null && !said.strip().equals(before)) {
                    rows.setItem(contract, item.checklist(), item.item(), said, actor.userId(), today);
                }
            }
            rows.changed(id);
            audit.record(actor, AuditAction.CHANGED, "contract/" + id, Map.of("what", "items"));
            return Answer.done(id);
        });
    }

    /** Puts a contract before a second person; nothing of what it must contain is missing. */
    public Answer<Long> propose(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_WRITE, Contract.Stage.DRAFT, contract -> {
            Answer<Long> whole = whole(actor, contract);
            if (whole instanceof Answer.Refused<Long>) {
                return whole;
            }
            rows.propose(id, actor.userId());
            audit.record(actor, AuditAction.CHANGED, "contract/" + id, Map.of("stage", "proposed"));
            return Answer.done(id);
        });
    }

    private Answer<Long> whole(Actor actor, Contract contract) {
        List<RequiredItem> items = items(actor, contract);
        long missing = items.stream().filter(RequiredItem::missing).count();
        if (items.isEmpty() && adoptions.inUse(actor, contract.pack()).isEmpty()) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        return missing == 0 ? Answer.done(0L) : Answer.refused(EnrolmentRefusal.ITEMS_MISSING, missing);
    }

    /** Puts in force what others drafted and proposed. */
    public Answer<Long> approve(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_APPROVE, Contract.Stage.PROPOSED, contract -> {
            for (Long maker : List.of(
                    contract.enteredBy(),
                    contract.proposedBy() == null ? contract.enteredBy() : contract.proposedBy())) {
                Answer<Long> apart = Separation.check(maker, actor.userId());
                if (apart instanceof Answer.Refused<Long>) {
                    return apart;
                }
            }
            Answer<Long> whole = whole(actor, contract);
            if (whole instanceof Answer.Refused<Long>) {
                return whole;
            }
            rows.answer(id, Contract.Stage.IN_FORCE, "", actor.userId(), today);
            audit.record(actor, AuditAction.APPROVED, "contract/" + id, Map.of("number", contract.number()));
            return Answer.done(id);
        });
    }

    /** Sends a proposed contract back to be drafted further, with the reason. */
    public Answer<Long> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Contract.Stage.PROPOSED, Contract.Stage.DRAFT, reason, today);
    }

    /** Takes a draft back, with the reason. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Contract.Stage.DRAFT, Contract.Stage.WITHDRAWN, reason, today);
    }

    private Answer<Long> end(
            Actor actor, long id, int version, Contract.Stage from, Contract.Stage to, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(EnrolmentRefusal.REASON_MISSING);
        }
        boolean back = to == Contract.Stage.DRAFT;
        Right right = back ? Right.ENROLMENT_APPROVE : Right.ENROLMENT_WRITE;
        return step(actor, id, version, right, from, contract -> {
            rows.answer(id, to, reason.strip(), actor.userId(), today);
            AuditAction action = back ? AuditAction.REFUSED : AuditAction.WITHDRAWN;
            audit.record(actor, action, "contract/" + id, Map.of("number", contract.number()));
            return Answer.done(id);
        });
    }

    private interface Step {
        Answer<Long> take(Contract contract);
    }

    private Answer<Long> step(Actor actor, long id, int version, Right right, Contract.Stage stage, Step step) {
        if (!actor.may(right)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Contract> found = rows.find(id);
            if (found.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(found.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            return rows.holds(id, stage, version)
                    ? step.take(found.get())
                    : Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
        });
    }
}
