package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.AssetRows;
import fangpin.office.project.internal.NoticeRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 资产登记与管护 (WH6 §1.2, LY36 §8): what a project leaves behind is entered, its title confirmed by another, its upkeep settled. */
@Service
public final class ProjectAssets {
    private static final Asked ENTERS = Asked.here(
            Right.PROJECT_WRITE, Project.Stage.ACCEPTED, Project.Stage.RESULT_PUBLISHED, Project.Stage.CLOSED);
    private static final Asked CONFIRMS = Asked.office(
            Right.PROJECT_CHECK, Project.Stage.ACCEPTED, Project.Stage.RESULT_PUBLISHED, Project.Stage.CLOSED);
    private static final Asked CLOSES = Asked.office(Right.PROJECT_CHECK, Project.Stage.RESULT_PUBLISHED);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final AssetRows assets;
    private final NoticeRows notices;
    private final Audit audit;

    ProjectAssets(
            ScopedWork work, ProjectRows rows, ProjectGate gate, AssetRows assets, NoticeRows notices, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.assets = assets;
        this.notices = notices;
        this.audit = audit;
    }

    /** Enters an asset. */
    public Answer<Long> enter(
            Actor actor,
            long id,
            ProjectAsset.Kind kind,
            String name,
            String amount,
            String owner,
            String keeper,
            long valueFen,
            LocalDate inUseOn,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id).then(project -> {
                    if (name.isBlank() || owner.isBlank() || keeper.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (inUseOn.isAfter(today)) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    long made = assets.insert(
                            actor,
                            project,
                            new AssetRows.Typed(kind, name, amount, owner, keeper, valueFen, inUseOn),
                            today);
                    rows.step(actor, project, "asset-entered", name, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("asset", "" + made));
                    return Answer.done(made);
                }));
    }

    /** 确权: another person confirms whose it is. */
    public Answer<Project> confirm(Actor actor, long id, long asset, String certificate, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, CONFIRMS, id)
                        .then(project -> assets.of(id).stream()
                                .filter(one -> one.id() == asset && one.confirmedOn() == null)
                                .findFirst()
                                .map(one -> Separation.check(one.enteredBy(), actor.userId())
                                        .map(another -> {
                                            assets.confirm(actor, asset, certificate, today);
                                            rows.step(
                                                    actor,
                                                    project,
                                                    "asset-confirmed",
                                                    one.name() + " " + certificate.strip(),
                                                    today);
                                            audit.record(
                                                    actor,
                                                    AuditAction.APPROVED,
                                                    project.subject(),
                                                    Map.of("asset", "" + asset));
                                            return project;
                                        }))
                                .orElseGet(() -> Answer.refused(ProjectRefusal.NOT_FOUND))));
    }

    /** How an asset is now, and why it is no longer as it was. */
    public Answer<Project> state(
            Actor actor, long id, long asset, ProjectAsset.State state, String note, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id).then(project -> {
                    if (note.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    Optional<ProjectAsset> found = assets.of(id).stream()
                            .filter(one -> one.id() == asset && one.state() != ProjectAsset.State.DISPOSED)
                            .findFirst();
                    if (found.isEmpty()) {
                        return Answer.refused(ProjectRefusal.NOT_FOUND);
                    }
                    assets.state(asset, state, note, today);
                    rows.step(
                            actor,
                            project,
                            "asset-" + Project.word(state),
                            found.get().name() + "：" + note.strip(),
                            today);
                    audit.record(
                            actor,
                            AuditAction.CHANGED,
                            project.subject(),
                            Map.of("asset", "" + asset, "state", Project.word(state)));
                    return Answer.done(project);
                }));
    }

    /** 落实管护: who keeps it running, from a day on. */
    public Answer<Project> keep(
            Actor actor,
            long id,
            String keeper,
            long yearlyCostFen,
            String paidFrom,
            LocalDate since,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id).then(project -> {
                    if (keeper.isBlank() || paidFrom.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    assets.keep(actor, project, new Upkeep(keeper, yearlyCostFen, paidFrom, since, actor.userId()));
                    rows.step(actor, project, "upkeep", keeper, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("upkeep", "" + since));
                    return Answer.done(project);
                }));
    }

    /** 办结: the notice is over, every asset has its title, and what stays with the public has its upkeep. */
    public Answer<Project> close(Actor actor, long id, int version, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, CLOSES, id, version).then(project -> {
                    Optional<ProjectNotice> notice = notices.last(id, ProjectNotice.Phase.RESULT);
                    if (notice.isEmpty() || !notice.get().isOver(today)) {
                        return Answer.refused(
                                ProjectRefusal.NOTICE_RUNNING,
                                notice.map(one -> one.shownTo().toString()).orElse(""));
                    }
                    if (!notice.get().isAnswered()) {
                        return Answer.refused(ProjectRefusal.OBJECTION_OPEN);
                    }
                    List<ProjectAsset> its = assets.of(id);
                    if (its.isEmpty() || its.stream().anyMatch(one -> one.confirmedOn() == null)) {
                        return Answer.refused(ProjectRefusal.ASSET_MISSING);
                    }
                    boolean kept = its.stream().allMatch(one -> one.kind() == ProjectAsset.Kind.HOUSEHOLD)
                            || !assets.upkeep(id).isEmpty();
                    if (!kept) {
                        return Answer.refused(ProjectRefusal.UPKEEP_MISSING);
                    }
                    rows.advance(actor, project, Project.Stage.CLOSED, "closed", "", today);
                    audit.record(actor, AuditAction.CHANGED, project.subject(), Map.of("stage", "closed"));
                    return Answer.done(rows.find(id).orElseThrow());
                }));
    }

    /** 资产台账: the assets at or below a place. */
    public List<ProjectAsset> register(Actor actor, String path, int skip, int most) {
        return work.read(actor, () -> assets.register(path, skip, most));
    }
}
