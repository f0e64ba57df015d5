package fangpin.office.project;

import fangpin.kernel.provision.Gate;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.internal.Gates;
import fangpin.office.project.internal.ProjectRows;
import fangpin.office.project.internal.StandingRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 项目库: what other rooms ask before money goes to a project. Callable within a scoped transaction or outside of one. */
@Service
public final class ProjectPool {
    private final ScopedWork work;
    private final StandingRows rows;
    private final ProjectRows projects;
    private final Gates gates;

    ProjectPool(ScopedWork work, StandingRows rows, ProjectRows projects, Gates gates) {
        this.work = work;
        this.rows = rows;
        this.projects = projects;
        this.gates = gates;
    }

    /**
     * 未入库不安排资金 (WH6 §3.2, WH10 §3): whether a project may be given money, as the gates of the pack in use have it; else why not, in
     * the gate's own words.
     */
    public Answer<Gate.Passage> mayBeGiven(Actor actor, long project) {
        return work.read(
                actor,
                () -> projects.find(project)
                        .map(found -> gates.pass(actor, found, Gates.POOL_BEFORE_MONEY))
                        .orElseGet(() -> Answer.refused(ProjectRefusal.NOT_FOUND)));
    }

    /** How a project stands; empty when the actor does not see it. */
    public Optional<Standing> standing(Actor actor, long project) {
        return standings(actor, List.of(project)).stream().findFirst();
    }

    /** How projects stand, by number; those that the actor does not see are left out. */
    public List<Standing> standings(Actor actor, List<Long> projects) {
        return work.read(actor, () -> rows.of(projects));
    }

    /**
     * Projects at or below a place that money may go to in a year: those in the year's plan, and those for which money without the
     * pool was decided as an exception.
     */
    public List<Standing> fundable(Actor actor, String placePath, int year) {
        return work.read(actor, () -> rows.fundable(placePath, year));
    }
}
