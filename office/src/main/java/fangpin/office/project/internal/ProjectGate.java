package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Right;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectRefusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what with a project, and when. */
@Component
public final class ProjectGate {
    private final ProjectRows rows;
    private final Levels levels;

    ProjectGate(ProjectRows rows, Levels levels) {
        this.rows = rows;
        this.levels = levels;
    }

    /**
     * What a step asks for.
     *
     * @param levels who takes it
     * @param at the stages at which it is taken
     */
    public record Asked(Right right, List<Levels.Level> levels, List<Project.Stage> at) {
        /** A step at one stage, taken at one level. */
        public static Asked of(Right right, Levels.Level level, Project.Stage... at) {
            return new Asked(right, List.of(level), List.of(at));
        }

        /** A step that any level but those above takes. */
        public static Asked here(Right right, Project.Stage... at) {
            return new Asked(right, List.of(Levels.Level.VILLAGE, Levels.Level.TOWN, Levels.Level.COUNTY), List.of(at));
        }

        /** A step of the town or the county. */
        public static Asked office(Right right, Project.Stage... at) {
            return new Asked(right, List.of(Levels.Level.TOWN, Levels.Level.COUNTY), List.of(at));
        }
    }

    /** The project, held until the transaction ends, for somebody who may take the step now. */
    public Answer<Project> hold(Actor actor, Asked asked, long id) {
        return held(actor, asked, rows.hold(id));
    }

    /** The same, if it is still the version that the page was made from. */
    public Answer<Project> hold(Actor actor, Asked asked, long id, int version) {
        Optional<Project> found = rows.hold(id);
        if (found.isPresent() && found.get().version() != version) {
            return Answer.refused(ProjectRefusal.CHANGED_MEANWHILE);
        }
        return held(actor, asked, found);
    }

    private Answer<Project> held(Actor actor, Asked asked, Optional<Project> found) {
        if (!actor.may(asked.right())) {
            return Answer.refused(ProjectRefusal.NO_RIGHT);
        }
        if (found.isEmpty()) {
            return Answer.refused(ProjectRefusal.NOT_FOUND);
        }
        if (!asked.at().contains(found.get().stage())) {
            return Answer.refused(ProjectRefusal.NOT_NOW);
        }
        return asked.levels().contains(levels.of(actor))
                ? Answer.done(found.get())
                : Answer.refused(ProjectRefusal.WRONG_LEVEL);
    }
}
