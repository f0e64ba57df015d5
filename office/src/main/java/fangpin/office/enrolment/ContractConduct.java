package fangpin.office.enrolment;

import fangpin.kernel.provision.Gate;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.internal.ContractRows;
import fangpin.office.enrolment.internal.FaultRows;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 履约 (SD §6.1, WH3 §5.1): the faults that a contract lists and that were found, and its extension, which is open only where no serious
 * fault or breach of the insurer stands.
 */
@Service
public final class ContractConduct {
    /** What packs call the condition. */
    private static final String GATE = "contract-extension";

    private static final String FIRST_RULE = "SD §6.1";
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final ContractRows contracts;
    private final FaultRows rows;
    private final Adoptions adoptions;
    private final Audit audit;

    ContractConduct(ScopedWork work, ContractRows contracts, FaultRows rows, Adoptions adoptions, Audit audit) {
        this.work = work;
        this.contracts = contracts;
        this.rows = rows;
        this.adoptions = adoptions;
        this.audit = audit;
    }

    /** All of it for one contract. */
    public record Standing(
            List<InsurerFault.Kind> kinds, List<InsurerFault> faults, List<ContractExtension> extensions) {}

    /** What stands of a contract. */
    public Standing of(Actor actor, long contract) {
        return work.read(
                actor, () -> new Standing(rows.kinds(contract), rows.faults(contract), rows.extensions(contract)));
    }

    /** Contracts of one's own division with a fault or an extension that somebody else brought and nobody answered. */
    public List<Contract> waiting(Actor actor) {
        if (!actor.may(Right.ENROLMENT_APPROVE)) {
            return List.of();
        }
        return work.read(
                actor,
                () -> rows.waiting(actor.userId()).stream()
                        .flatMap(id -> contracts.find(id).stream())
                        .filter(one -> actor.scope().holds(one.path()))
                        .toList());
    }

    /** The clause that says when an insurer may be kept: the pack's, else the province's. */
    public String clause(Actor actor, Contract contract) {
        return adoptions.inUse(actor, contract.pack()).stream()
                .flatMap(used -> used.rules().pack().provisions(Gate.class).stream())
                .filter(gate -> gate.id().equals(GATE))
                .map(gate -> gate.clause().text())
                .findFirst()
                .orElse(FIRST_RULE);
    }

    /** Adds to what the contract counts as a fault. */
    public Answer<Long> list(
            Actor actor, long id, String words, String contractItem, boolean serious, LocalDate today) {
        return step(actor, id, Right.ENROLMENT_WRITE, contract -> {
            if (words.isBlank() || contractItem.isBlank() || words.length() > LONGEST) {
                return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
            }
            Optional<Long> made =
                    rows.insertKind(contract, words.strip(), contractItem.strip(), serious, actor.userId(), today);
            if (made.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            audit.record(actor, AuditAction.CHANGED, "contract/" + id, Map.of("what", "fault-kind"));
            return Answer.done(made.get());
        });
    }

    /** Keeps a fault that was found; another person confirms or dismisses it. */
    public Answer<Long> find(Actor actor, long id, long kind, LocalDate happenedOn, String words, LocalDate today) {
        return step(actor, id, Right.ENROLMENT_WRITE, contract -> {
            if (words.isBlank()
                    || words.length() > LONGEST
                    || rows.kinds(id).stream().noneMatch(one -> one.id() == kind)) {
                return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
            }
            if (happenedOn.isAfter(today)) {
                return Answer.refused(EnrolmentRefusal.BAD_DAY);
            }
            long fault = rows.insertFault(contract, kind, happenedOn, words.strip(), actor.userId(), today);
            audit.record(actor, AuditAction.ENTERED, "fault/" + fault, Map.of("contract", contract.number()));
            return Answer.done(fault);
        });
    }

    /** Says of a fault that another person found whether it stands; a dismissal has its reason. */
    public Answer<Long> judge(Actor actor, long id, long fault, boolean stands, String reason, LocalDate today) {
        return step(actor, id, Right.ENROLMENT_APPROVE, contract -> {
            Optional<InsurerFault> found = rows.lockedFault(fault).filter(one -> one.contractId() == id);
            if (found.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (found.get().state() != InsurerFault.State.ENTERED) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            if (!stands && reason.isBlank()) {
                return Answer.refused(EnrolmentRefusal.REASON_MISSING);
            }
            return Separation.check(found.get().enteredBy(), actor.userId()).map(other -> {
                InsurerFault.State state = stands ? InsurerFault.State.CONFIRMED : InsurerFault.State.DISMISSED;
                rows.answerFault(fault, state, reason.strip(), actor.userId(), today);
                audit.record(
                        actor,
                        stands ? AuditAction.APPROVED : AuditAction.REFUSED,
                        "fault/" + fault,
                        Map.of("contract", contract.number()));
                return fault;
            });
        });
    }

    /** Asks that the insurer be kept until another day. */
    public Answer<Long> extend(Actor actor, long id, LocalDate validTo, String note, LocalDate today) {
        return step(actor, id, Right.ENROLMENT_WRITE, contract -> {
            if (note.isBlank() || note.length() > LONGEST) {
                return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
            }
            if (!validTo.isAfter(contract.validTo())) {
                return Answer.refused(EnrolmentRefusal.BAD_PERIOD);
            }
            String clause = clause(actor, contract);
            return open(id, clause).then(without -> {
                Optional<Long> made =
                        rows.insertExtension(contract, validTo, clause, note.strip(), actor.userId(), today);
                if (made.isEmpty()) {
                    return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
                }
                audit.record(
                        actor, AuditAction.ENTERED, "extension/" + made.get(), Map.of("contract", contract.number()));
                return Answer.done(made.get());
            });
        });
    }

    /** The clause's condition: no serious fault stands, and none waits to be judged. */
    private Answer<Long> open(long contract, String clause) {
        return rows.faults(contract).stream()
                .filter(InsurerFault::shutsExtension)
                .findFirst()
                .<Answer<Long>>map(fault -> Answer.refused(
                        EnrolmentRefusal.SERIOUS_FAULT, fault.kind().words(), fault.happenedOn(), clause))
                .orElseGet(() -> Answer.done(contract));
    }

    /** Keeps the insurer, as another person proposed, if no serious fault came to light since. */
    public Answer<Long> approve(Actor actor, long id, long extension, LocalDate today) {
        return answer(
                actor,
                id,
                extension,
                (contract, asked) -> open(id, asked.clause()).map(without -> {
                    rows.answerExtension(extension, ContractExtension.State.IN_FORCE, "", actor.userId(), today);
                    rows.extend(id, asked.validTo());
                    audit.record(
                            actor,
                            AuditAction.APPROVED,
                            "extension/" + extension,
                            Map.of(
                                    "contract",
                                    contract.number(),
                                    "until",
                                    asked.validTo().toString()));
                    return extension;
                }));
    }

    /** Does not keep the insurer, with the reason. */
    public Answer<Long> refuse(Actor actor, long id, long extension, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(EnrolmentRefusal.REASON_MISSING)
                : answer(actor, id, extension, (contract, asked) -> {
                    rows.answerExtension(
                            extension, ContractExtension.State.REFUSED, reason.strip(), actor.userId(), today);
                    audit.record(
                            actor, AuditAction.REFUSED, "extension/" + extension, Map.of("reason", reason.strip()));
                    return Answer.done(extension);
                });
    }

    private interface Decision {
        Answer<Long> take(Contract contract, ContractExtension asked);
    }

    private Answer<Long> answer(Actor actor, long id, long extension, Decision decision) {
        return step(actor, id, Right.ENROLMENT_APPROVE, contract -> {
            Optional<ContractExtension> asked = rows.lockedExtension(extension).filter(one -> one.contractId() == id);
            if (asked.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (asked.get().state() != ContractExtension.State.PROPOSED) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(asked.get().proposedBy(), actor.userId())
                    .then(other -> decision.take(contract, asked.get()));
        });
    }

    private interface Step {
        Answer<Long> take(Contract contract);
    }

    private Answer<Long> step(Actor actor, long id, Right right, Step step) {
        if (!actor.may(right)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            rows.hold(id);
            Optional<Contract> contract = contracts.find(id);
            if (contract.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(contract.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            return contract.get().stage() == Contract.Stage.IN_FORCE
                    ? step.take(contract.get())
                    : Answer.refused(EnrolmentRefusal.CONTRACT_NOT_IN_FORCE);
        });
    }
}
