package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.supervision.internal.Found;
import fangpin.office.supervision.internal.RunRows;
import fangpin.office.supervision.internal.Suspicions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * 规则运行: every night, or when asked for, all rules look at all special funds of a place and everything below it; always from the top place
 * that has any, so that what happens across divisions is seen and the same matter is the same finding.
 */
@Service
public final class FindingRuns {
    private final ScopedWork work;
    private final RunRows rows;
    private final Suspicions suspicions;

    FindingRuns(ScopedWork work, RunRows rows, Suspicions suspicions) {
        this.work = work;
        this.rows = rows;
        this.suspicions = suspicions;
    }

    /**
     * 一次运行.
     *
     * @param fresh found for the first time, or again after they had gone
     * @param gone no longer found
     */
    public record Run(String path, LocalDate day, long askedBy, int found, int fresh, int gone) {}

    /** Runs all rules for all places: what the night does. */
    public List<Run> runAll(LocalDate today) {
        return rows.tops().stream().map(top -> run(top, 0, today)).toList();
    }

    /** Runs all rules where the actor's division has its money from. */
    public Answer<Run> run(Actor actor, LocalDate today) {
        if (!actor.may(Right.SUPERVISION_HANDLE)) {
            return Answer.refused(SupervisionRefusal.NO_RIGHT);
        }
        String own = actor.scope().path();
        Optional<String> top = rows.tops().stream().filter(own::startsWith).findFirst();
        List<String> inside = rows.tops().stream().filter(actor.scope()::holds).toList();
        if (top.isEmpty() && inside.isEmpty()) {
            return Answer.refused(SupervisionRefusal.NO_YEAR);
        }
        return Answer.done(top.map(List::of).orElse(inside).stream()
                .map(place -> run(place, actor.userId(), today))
                .reduce((one, other) -> new Run(
                        own,
                        today,
                        actor.userId(),
                        one.found() + other.found(),
                        one.fresh() + other.fresh(),
                        one.gone() + other.gone()))
                .orElseThrow());
    }

    private Run run(String top, long askedBy, LocalDate today) {
        Actor night = new Actor(0, "night", Set.of(), new Scope(top), "");
        return work.write(night, () -> {
            List<Found> found = suspicions.all(night, today);
            RunRows.Kept kept = rows.keep(found, top, today);
            Run run = new Run(top, today, askedBy, found.size(), kept.fresh(), kept.gone());
            rows.insert(run);
            return run;
        });
    }

    /** The last run over the actor's money; empty before the first. */
    public Optional<Run> last(Actor actor) {
        return work.read(actor, rows::last);
    }
}
