package fangpin.office.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.Gate;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 项目库关口 (WH6 §3.2, WH10 §3): not in the pool, no money; in principle an exception may be decided, for instant-help persons never. */
@Component
final class MoneyGate {
    private final ProjectPool pool;

    MoneyGate(ProjectPool pool) {
        this.pool = pool;
    }

    /** Whether a project may be given money, within the caller's transaction; what goes to no project passes. */
    Answer<Long> open(Actor actor, PolicyPack pack, String place, @Nullable Long project) {
        if (project == null) {
            return Answer.done(0L);
        }
        Optional<Standing> found = pool.standing(actor, project);
        if (found.isEmpty() || !found.get().path().startsWith(place)) {
            return Answer.refused(AppropriationRefusal.PROJECT_ELSEWHERE);
        }
        Standing it = found.get();
        return passes(
                        pack,
                        FundRules.POOL_BEFORE_MONEY,
                        it.inPool(),
                        it.exceptionDecided(),
                        AppropriationRefusal.NOT_IN_POOL)
                .then(open -> it.forInstantHelp()
                        ? passes(
                                pack, FundRules.INSTANT_HELP_POOL, it.inPool(), false, AppropriationRefusal.NOT_IN_POOL)
                        : Answer.done(open))
                .then(open -> passes(
                        pack,
                        FundRules.POOL_ENTRY,
                        it.goalsSet(),
                        it.exceptionDecided(),
                        AppropriationRefusal.NO_GOALS));
    }

    private static Answer<Long> passes(
            PolicyPack pack, String id, boolean met, boolean exception, AppropriationRefusal refusal) {
        Optional<Gate> gate = FundRules.gate(pack, id);
        return gate.isEmpty() || gate.get().passage(met, exception) != Gate.Passage.SHUT
                ? Answer.done(0L)
                : Answer.refused(refusal, gate.get().clause().toString());
    }
}
