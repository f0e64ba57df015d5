package fangpin.office.appropriation;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 项目库关口: money for a project stays in the project's place and passes the pool's own gates (WH6 §3.2, WH10 §3). */
@Component
final class MoneyGate {
    private final ProjectPool pool;

    MoneyGate(ProjectPool pool) {
        this.pool = pool;
    }

    /** Whether a project may be given money, within the caller's transaction; what goes to no project passes. */
    Answer<Long> open(Actor actor, String place, @Nullable Long project) {
        if (project == null) {
            return Answer.done(0L);
        }
        Optional<Standing> found = pool.standing(actor, project);
        return found.isEmpty() || !found.get().path().startsWith(place)
                ? Answer.refused(AppropriationRefusal.PROJECT_ELSEWHERE)
                : pool.mayBeGiven(actor, project).map(passage -> project);
    }
}
