package fangpin.office.project;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.project.ProjectCounty.DAY;
import static fangpin.office.project.ProjectCounty.LATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.RefusalReason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project's way: village, town, departments, leading group, notice, pool, year plan, work, acceptance, notice again, assets. */
class ProjectsTest {
    private final ProjectCounty county = ProjectCounty.of(RunningOffice.get());
    private final ProjectPlans plans = county.part(ProjectPlans.class);
    private final ProjectDecisions decisions = county.part(ProjectDecisions.class);
    private final ProjectNotices notices = county.part(ProjectNotices.class);
    private final PoolEntries entries = county.part(PoolEntries.class);
    private final YearPlans years = county.part(YearPlans.class);
    private final ProjectWorks works = county.part(ProjectWorks.class);
    private final ProjectFindings findings = county.part(ProjectFindings.class);
    private final ProjectAssets assets = county.part(ProjectAssets.class);
    private final ProjectPool pool = county.part(ProjectPool.class);

    @Test
    void fromTheVillagesPlanToAssets() {
        Project accepted = county.at(Project.Stage.ACCEPTED);
        long id = accepted.id();
        assertTrue(accepted.number().startsWith("2020-371069101201-"), accepted.number());
        refused(ProjectRefusal.NOT_NOW, assets.close(county.town, id, accepted.version(), LATER));
        Project shown = county.until(id, Project.Stage.RESULT_PUBLISHED);
        refused(ProjectRefusal.NOTICE_RUNNING, assets.close(county.town, id, shown.version(), DAY.plusDays(9)));
        refused(ProjectRefusal.ASSET_MISSING, assets.close(county.town, id, shown.version(), LATER));
        long store = done(
                assets.enter(county.helper, id, ProjectAsset.Kind.OPERATING, "保鲜库", "1座", "村合作社", "村合作社", 1, DAY, DAY));
        refused(ProjectRefusal.ASSET_MISSING, assets.close(county.town, id, shown.version(), LATER));
        done(assets.confirm(county.town, id, store, "权1号", DAY));
        refused(ProjectRefusal.UPKEEP_MISSING, assets.close(county.town, id, shown.version(), LATER));
        done(assets.keep(county.helper, id, "村合作社", 60_000, "收益提留", DAY, DAY));
        assertEquals(
                Project.Stage.CLOSED,
                done(assets.close(county.town, id, shown.version(), LATER)).stage());
        Projects.Story story =
                county.part(Projects.class).find(county.finance, id).orElseThrow();
        assertEquals(
                List.of(
                        "planned",
                        "submitted",
                        "checked",
                        "argued",
                        "decided",
                        "published",
                        "pooled",
                        "scheduled",
                        "started",
                        "completed",
                        "accepted",
                        "result-published",
                        "asset-entered",
                        "asset-confirmed",
                        "upkeep",
                        "closed"),
                story.steps().stream().map(ProjectStep::what).toList());
    }

    @Test
    void otherRoomsAskHowItStands() {
        Project pooled = county.at(Project.Stage.POOLED);
        assertEquals(
                List.of(),
                pool.fundable(county.finance, county.county.path, 2020).stream()
                        .filter(one -> one.id() == pooled.id())
                        .toList(),
                "in the pool, but in no year's plan");
        Project planned = county.until(pooled.id(), Project.Stage.SCHEDULED);
        Standing standing = pool.standing(county.finance, planned.id()).orElseThrow();
        assertEquals(
                new Standing(
                        planned.id(),
                        planned.number(),
                        county.county.upperVillage,
                        "冷藏保鲜库",
                        fangpin.office.enrolment.InsuredCounty.PACK,
                        "non-key-village-industry",
                        2020,
                        "scheduled",
                        true,
                        true,
                        false,
                        false,
                        30_000_000,
                        23,
                        41),
                standing);
        assertTrue(
                pool.fundable(county.finance, county.county.upperVillage, 2020).contains(standing));
        assertFalse(
                pool.fundable(county.finance, county.county.lowerVillage, 2020).contains(standing));
        assertFalse(pool.fundable(county.finance, county.county.path, 2021).contains(standing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANNED      | town   | submit | same-person
            SUBMITTED    | helper | check  | NO_RIGHT
            SUBMITTED    | first  | check  | WRONG_LEVEL
            SUBMITTED    | city   | check  | WRONG_LEVEL
            SUBMITTED    | town   | argue  | NOT_NOW
            CHECKED      | town   | argue  | WRONG_LEVEL
            CHECKED      | city   | argue  | WRONG_LEVEL
            CHECKED      | first  | argue  | OPINION_MISSING
            ARGUED       | first  | decide | SAME_PERSON
            ARGUED       | helper | decide | NO_RIGHT
            PUBLISHED    | town   | enter  | WRONG_LEVEL
            PUBLISHED    | first  | enter  | NOTICE_RUNNING
            COMPLETED    | helper | accept | NO_RIGHT
            COMPLETED    | finance | accept | NO_RIGHT
            """)
    void whoMayNotTakeAStepIsRefused(Project.Stage stage, String who, String step, String reason) {
        if (reason.equals("same-person")) {
            // the town writes for its villages too, but then another person of the town checks
            long id = done(plans.draft(county.town, county.plan(), DAY));
            done(plans.submit(county.town, id, 0, DAY));
            refused(AccessRefusal.SAME_PERSON, decisions.check(county.town, id, 1, "同意", DAY));
            done(decisions.check(county.secondOfTown, id, 1, "同意", DAY));
            return;
        }
        Project project = county.at(stage);
        RefusalReason expected =
                reason.equals("SAME_PERSON") ? AccessRefusal.SAME_PERSON : ProjectRefusal.valueOf(reason);
        refused(expected, take(actor(who), project, step));
        assertEquals(project, county.project(project.id()), "nothing changed");
    }

    private Actor actor(String who) {
        return switch (who) {
            case "helper" -> county.helper;
            case "town" -> county.town;
            case "first" -> county.first;
            case "city" -> county.city;
            case "finance" -> county.finance;
            default -> throw new IllegalArgumentException(who);
        };
    }

    private Answer<?> take(Actor actor, Project project, String step) {
        long id = project.id();
        int version = project.version();
        return switch (step) {
            case "check" -> decisions.check(actor, id, version, "同意", DAY);
            case "argue" -> decisions.argue(actor, id, version, "通过", DAY);
            case "decide" -> decisions.decide(actor, id, version, true, "纪要", "通过", DAY);
            case "enter" -> entries.enter(actor, id, version, DAY);
            case "accept" -> works.accept(actor, id, version, "合格", DAY);
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** A page made from an older version decides nothing. */
    @Test
    void whatSomebodyElseChangedIsLookedAtAnew() {
        Project project = county.at(Project.Stage.SUBMITTED);
        refused(
                ProjectRefusal.CHANGED_MEANWHILE,
                decisions.check(county.town, project.id(), project.version() - 1, "同意", DAY));
    }

    @Test
    void whatIsSentBackGoesItsWayAgain() {
        Project argued = county.at(Project.Stage.ARGUED);
        refused(
                ProjectRefusal.REASON_MISSING,
                decisions.sendBack(county.second, argued.id(), argued.version(), " ", DAY));
        refused(
                ProjectRefusal.WRONG_LEVEL,
                decisions.sendBack(county.town, argued.id(), argued.version(), "投资偏高", DAY));
        Project back = done(decisions.sendBack(county.second, argued.id(), argued.version(), "投资偏高", DAY));
        assertEquals(Project.Stage.PLANNED, back.stage());
        done(plans.change(county.helper, back.id(), back.version(), county.plan()));
        assertEquals(
                Project.Stage.POOLED,
                county.until(back.id(), Project.Stage.POOLED).stage());
    }

    /** 公告公示: ten days at least; what is objected to is answered first. */
    @Test
    void aNoticeHangsTenDaysAndObjectionsAreAnswered() {
        Project decided = county.at(Project.Stage.DECIDED);
        refused(
                ProjectRefusal.NOTICE_SHORT,
                notices.publish(county.helper, decided.id(), decided.version(), "村公开栏", DAY, DAY.plusDays(8), DAY));
        Project shown = county.until(decided.id(), Project.Stage.PUBLISHED);
        done(notices.object(county.helper, shown.id(), "选址离水源太近", DAY.plusDays(3)));
        refused(
                ProjectRefusal.OBJECTION_OPEN,
                entries.enter(county.first, shown.id(), shown.version(), DAY.plusDays(10)));
        long objection = county.part(Projects.class)
                .find(county.town, shown.id())
                .orElseThrow()
                .notices()
                .getFirst()
                .objections()
                .getFirst()
                .id();
        done(notices.answer(county.town, shown.id(), objection, "已移位五十米", DAY.plusDays(5)));
        assertEquals(
                DAY.plusDays(10),
                done(entries.enter(county.first, shown.id(), shown.version(), DAY.plusDays(10)))
                        .pooledOn());
    }

    /** 滚动项目库和年度动态调整: one proposes, another decides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULED    | CARRY  | 2021 | SCHEDULED    | 2021
            IMPLEMENTING | CARRY  | 2021 | IMPLEMENTING | 2021
            SCHEDULED    | UNPLAN |      | POOLED       |
            SCHEDULED    | DROP   |      | DROPPED      | 2020
            POOLED       | DROP   |      | DROPPED      |
            POOLED       | PLAN   | 2021 | SCHEDULED    | 2021
            """)
    void thePoolRollsOn(Project.Stage at, Adjustment.Kind kind, Integer year, Project.Stage after, Integer planYear) {
        Project project = county.at(at);
        refused(ProjectRefusal.REASON_MISSING, years.propose(county.first, project.id(), kind, year, "", DAY));
        long wanted = done(years.propose(county.first, project.id(), kind, year, "施工季节已过", DAY));
        refused(ProjectRefusal.UNDER_WAY, years.propose(county.second, project.id(), kind, year, "施工季节已过", DAY));
        refused(AccessRefusal.SAME_PERSON, years.decide(county.first, project.id(), wanted, true, "同意", DAY));
        Project moved = done(years.decide(county.second, project.id(), wanted, true, "同意", DAY));
        assertEquals(after, moved.stage());
        assertEquals(planYear, moved.planYear());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POOLED       | CARRY  | 2021 | NOT_NOW
            IMPLEMENTING | DROP   |      | NOT_NOW
            SCHEDULED    | CARRY  | 2023 | BAD_DATE
            POOLED       | PLAN   | 2019 | BAD_DATE
            """)
    void whatIsNoAdjustmentIsSaid(Project.Stage at, Adjustment.Kind kind, Integer year, ProjectRefusal reason) {
        refused(reason, years.propose(county.first, county.at(at).id(), kind, year, "理由", DAY));
    }

    /** 即时发现问题、即时整改落实: not accepted while a finding of quality is open; closed by another than put it right. */
    @Test
    void qualityIsPutRightBeforeItIsAccepted() {
        Project completed = county.at(Project.Stage.COMPLETED);
        refused(
                ProjectRefusal.BAD_DATE,
                works.reject(county.town, completed.id(), completed.version(), "墙体裂缝", null, DAY));
        Project back =
                done(works.reject(county.town, completed.id(), completed.version(), "墙体裂缝", DAY.plusDays(10), DAY));
        assertEquals(Project.Stage.IMPLEMENTING, back.stage());
        Project again = county.until(back.id(), Project.Stage.COMPLETED);
        refused(ProjectRefusal.FINDING_OPEN, works.accept(county.town, again.id(), again.version(), "合格", DAY));
        ProjectFinding finding = county.part(Projects.class)
                .find(county.town, again.id())
                .orElseThrow()
                .findings()
                .getFirst();
        assertEquals("WH6 §3.3", finding.clause());
        refused(ProjectRefusal.NOT_NOW, findings.close(county.town, again.id(), finding.id(), true, "已修", DAY));
        done(findings.rectify(county.town, again.id(), finding.id(), "已注浆修补", DAY));
        refused(AccessRefusal.SAME_PERSON, findings.close(county.town, again.id(), finding.id(), true, "已修", DAY));
        done(findings.close(county.secondOfTown, again.id(), finding.id(), true, "复查合格", DAY));
        assertEquals(
                Project.Stage.ACCEPTED,
                done(works.accept(county.town, again.id(), again.version(), "合格", DAY))
                        .stage());
    }

    @Test
    void aFindingNamesAClauseOfTheLibrary() {
        Project project = county.at(Project.Stage.IMPLEMENTING);
        LocalDate due = DAY.plusDays(5);
        refused(
                ProjectRefusal.MISSING_FIELD,
                findings.find(
                        county.town, project.id(), ProjectFinding.Rule.QUALITY, "WH6 §99", "裂缝", "丛主任", due, DAY));
        refused(
                ProjectRefusal.NO_RIGHT,
                findings.find(
                        county.helper, project.id(), ProjectFinding.Rule.QUALITY, "WH6 §3.3", "裂缝", "丛主任", due, DAY));
    }
}
