package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.internal.CaseRules;
import fangpin.office.register.internal.CaseStep;
import fangpin.office.register.internal.Cases;
import fangpin.office.register.internal.Identities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * 认定与变更: the way of a case (LS §6.1, WH10 §1): declared, investigated, recognised, shown to the public, filed. Who declares never
 * approves. Nothing of the register changes before a case is filed.
 */
@Service
public final class Determinations {
    private final ScopedWork work;
    private final Cases cases;
    private final CaseRules rules;
    private final Identities identities;
    private final Audit audit;

    Determinations(ScopedWork work, Cases cases, CaseRules rules, Identities identities, Audit audit) {
        this.work = work;
        this.cases = cases;
        this.rules = rules;
        this.identities = identities;
        this.audit = audit;
    }

    /**
     * A case with the steps it has gone.
     *
     * @param identity what it corrects; null for cases about something else
     */
    public record Story(
            Determination determination,
            List<CaseStep> steps,
            @Nullable IdentityChange identity) {}

    /** One's division's cases, the newest first. */
    public List<Determination> list(
            Actor actor,
            Determination.@Nullable Stage stage,
            Determination.@Nullable Kind kind,
            boolean openOnly,
            long before,
            int most) {
        return work.read(actor, () -> cases.list(actor.scope().path(), stage, kind, openOnly, before, most));
    }

    /** Open cases of one's division, the oldest first, from after an id on. */
    public List<Determination> open(Actor actor, long after, int most) {
        return work.read(actor, () -> cases.open(actor.scope().path(), after, most));
    }

    /** One case. */
    public Optional<Story> find(Actor actor, long id) {
        return work.read(
                actor,
                () -> cases.find(id)
                        .map(found -> new Story(
                                found, cases.steps(id), identities.shown(id).orElse(null))));
    }

    /** Begins a case; answers its number. */
    public Answer<Long> declare(Actor actor, Declaration said, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return begun(actor, said.kind(), () -> rules.declare(actor, said, today));
    }

    /** 更正身份信息: begins the correction of a name, ID number, sex or birthday; answers the case, which another person files. */
    public Answer<Long> correctIdentity(Actor actor, IdentityCorrection said, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return begun(actor, Determination.Kind.IDENTITY, () -> rules.correctIdentity(actor, said, today));
    }

    private Answer<Long> begun(Actor actor, Determination.Kind kind, Supplier<Answer<Long>> step) {
        return work.write(actor, () -> {
            Answer<Long> outcome = step.get();
            if (outcome instanceof Answer.Done<Long>(Long id)) {
                audit.record(
                        actor, AuditAction.ENTERED, "determination/" + id, Map.of("kind", Determination.word(kind)));
            }
            return outcome;
        });
    }

    /** 入户核实: what was found at the household. */
    public Answer<Long> investigate(Actor actor, long id, int version, String found, LocalDate today) {
        return step(actor, id, version, Determination.Stage.INVESTIGATED, Right.REGISTER_WRITE, found, today);
    }

    /** 认定: another person than who declared it says yes. */
    public Answer<Long> recognise(Actor actor, long id, int version, String note, LocalDate today) {
        return step(actor, id, version, Determination.Stage.RECOGNISED, Right.REGISTER_APPROVE, note, today);
    }

    /** 公示: shown from today for so many days. */
    public Answer<Long> publish(Actor actor, long id, int version, int days, String place, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return recorded(actor, id, AuditAction.PUBLISHED, () -> rules.publish(actor, id, version, days, place, today));
    }

    /** 归档: the register changes; another person than who declared it. */
    public Answer<Long> file(Actor actor, long id, int version, String note, LocalDate today) {
        try {
            return step(actor, id, version, Determination.Stage.FILED, Right.REGISTER_APPROVE, note, today);
        } catch (DuplicateKeyException meanwhile) {
            // another has taken the number after it was looked up: nothing of this case was done
            if (find(actor, id).map(Story::identity).isEmpty()) {
                throw meanwhile;
            }
            return Answer.refused(Refusal.NUMBER_HELD, "");
        }
    }

    /** 不予认定: with the reason. */
    public Answer<Long> refuse(Actor actor, long id, int version, String reason, LocalDate today) {
        return step(actor, id, version, Determination.Stage.REFUSED, Right.REGISTER_APPROVE, reason, today);
    }

    /** 撤回: by who declared it or a colleague, with the reason. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return step(actor, id, version, Determination.Stage.WITHDRAWN, Right.REGISTER_WRITE, reason, today);
    }

    private Answer<Long> step(
            Actor actor, long id, int version, Determination.Stage stage, Right right, String note, LocalDate today) {
        if (!actor.may(right)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return recorded(actor, id, action(stage), () -> rules.advance(actor, id, version, stage, note, today));
    }

    private static AuditAction action(Determination.Stage stage) {
        return switch (stage) {
            case DECLARED, INVESTIGATED -> AuditAction.ENTERED;
            case RECOGNISED, FILED -> AuditAction.APPROVED;
            case NOTICED -> AuditAction.PUBLISHED;
            case REFUSED -> AuditAction.REFUSED;
            case WITHDRAWN -> AuditAction.WITHDRAWN;
        };
    }

    /** Does a step of a case and records it, both or neither; a refusal changes nothing and leaves nothing. */
    private Answer<Long> recorded(Actor actor, long id, AuditAction action, Supplier<Answer<Long>> step) {
        return work.write(actor, () -> {
            Answer<Long> outcome = step.get();
            if (outcome instanceof Answer.Done<Long>) {
                audit.record(actor, action, "determination/" + id, Map.of());
            }
            return outcome;
        });
    }
}
