package fangpin.office.project;

import fangpin.kernel.provision.NegativeList;
import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.internal.AdjustmentRows;
import fangpin.office.project.internal.AssetRows;
import fangpin.office.project.internal.Gates;
import fangpin.office.project.internal.GoalRows;
import fangpin.office.project.internal.IncomeRows;
import fangpin.office.project.internal.Levels;
import fangpin.office.project.internal.NegativeWords;
import fangpin.office.project.internal.NoticeRows;
import fangpin.office.project.internal.OpinionRows;
import fangpin.office.project.internal.ProgressRows;
import fangpin.office.project.internal.ProjectFindingRows;
import fangpin.office.project.internal.ProjectRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** 项目查阅: lists of projects, and all that is known of one. */
@Service
public final class Projects {
    private final ScopedWork work;
    private final ProjectRows rows;
    private final Levels levels;
    private final OpinionRows opinions;
    private final NoticeRows notices;
    private final NegativeWords negative;
    private final Gates gates;
    private final GoalRows goals;
    private final AdjustmentRows adjustments;
    private final ProgressRows progress;
    private final ProjectFindingRows findings;
    private final AssetRows assets;
    private final IncomeRows incomes;

    Projects(
            ScopedWork work,
            ProjectRows rows,
            Levels levels,
            OpinionRows opinions,
            NoticeRows notices,
            NegativeWords negative,
            Gates gates,
            GoalRows goals,
            AdjustmentRows adjustments,
            ProgressRows progress,
            ProjectFindingRows findings,
            AssetRows assets,
            IncomeRows incomes) {
        this.work = work;
        this.rows = rows;
        this.levels = levels;
        this.opinions = opinions;
        this.notices = notices;
        this.negative = negative;
        this.gates = gates;
        this.goals = goals;
        this.adjustments = adjustments;
        this.progress = progress;
        this.findings = findings;
        this.assets = assets;
        this.incomes = incomes;
    }

    /**
     * 项目全貌: all that is known of a project.
     *
     * @param suspect words like the negative list's that nobody has cleared
     * @param missing kinds of performance goals that are not set
     */
    public record Story(
            Project project,
            List<ProjectStep> steps,
            List<Opinion> opinions,
            List<ProjectNotice> notices,
            List<NegativeList.Match> suspect,
            List<Clearing> clearings,
            List<GateException> exceptions,
            List<PerformanceGoal> goals,
            Set<PerformanceGoal.Kind> missing,
            List<SelfReview> reviews,
            List<Adjustment> adjustments,
            List<ProgressReport> progress,
            List<ProjectFinding> findings,
            List<ProjectAsset> assets,
            List<Upkeep> upkeep,
            List<ProjectIncome> incomes) {
        public Story {
            steps = List.copyOf(steps);
            opinions = List.copyOf(opinions);
            notices = List.copyOf(notices);
            suspect = List.copyOf(suspect);
            clearings = List.copyOf(clearings);
            exceptions = List.copyOf(exceptions);
            goals = List.copyOf(goals);
            missing = Set.copyOf(missing);
            reviews = List.copyOf(reviews);
            adjustments = List.copyOf(adjustments);
            progress = List.copyOf(progress);
            findings = List.copyOf(findings);
            assets = List.copyOf(assets);
            upkeep = List.copyOf(upkeep);
            incomes = List.copyOf(incomes);
        }
    }

    /** All that is known of a project; empty when the actor does not see it. */
    public Optional<Story> find(Actor actor, long id) {
        return work.read(
                actor,
                () -> rows.find(id)
                        .map(project -> new Story(
                                project,
                                rows.steps(id),
                                opinions.of(id),
                                notices.of(id),
                                negative.suspect(actor, project),
                                negative.of(id),
                                gates.of(id),
                                goals.of(id),
                                goals.missing(id),
                                goals.reviews(id),
                                adjustments.of(id),
                                progress.of(id),
                                findings.of(id),
                                assets.of(id),
                                assets.upkeep(id),
                                incomes.of(id))));
    }

    /**
     * 可办: what somebody may do with projects at his level.
     *
     * @param checksTown the town's check of a plan
     * @param checks checks of the town or the county
     * @param decides what the county decides
     */
    public record Doer(boolean writes, boolean checksTown, boolean checks, boolean decides) {}

    /** What an actor may do with projects at his level. */
    public Doer doer(Actor actor) {
        Levels.Level level = work.read(actor, () -> levels.of(actor));
        boolean office = level == Levels.Level.TOWN || level == Levels.Level.COUNTY;
        return new Doer(
                actor.may(Right.PROJECT_WRITE) && level != Levels.Level.ABOVE,
                actor.may(Right.PROJECT_CHECK) && level == Levels.Level.TOWN,
                actor.may(Right.PROJECT_CHECK) && office,
                actor.may(Right.PROJECT_DECIDE) && level == Levels.Level.COUNTY);
    }

    /** The projects that a query asks for. */
    public List<Project> list(Actor actor, ProjectQuery query) {
        return work.read(actor, () -> rows.list(query));
    }

    /** The projects at these stages, those that wait longest first. */
    public List<Project> at(Actor actor, List<Project.Stage> stages, int most) {
        return stages.isEmpty() ? List.of() : work.read(actor, () -> rows.at(stages, most));
    }

    /** An adjustment that waits, with its project. */
    public record Waiting(Adjustment adjustment, Project project) {}

    /** Adjustments that wait for another person, the oldest first. */
    public List<Waiting> adjustmentsWaiting(Actor actor, int most) {
        return work.read(
                actor,
                () -> adjustments.waiting(most).stream()
                        .flatMap(one -> rows.find(one.projectId()).stream().map(project -> new Waiting(one, project)))
                        .toList());
    }
}
