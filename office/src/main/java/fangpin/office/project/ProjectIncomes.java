package fangpin.office.project;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.IncomeRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import fangpin.office.project.internal.ProjectRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 收益分配 (WH6 §2.2.1, WH10 §1 ③): what a project brings, by a list that differs from household to household; one draws it up, another approves. */
@Service
public final class ProjectIncomes {
    private static final int MOST_HOUSEHOLDS = 1000;
    private static final Project.Stage[] RUNNING = {
        Project.Stage.ACCEPTED, Project.Stage.RESULT_PUBLISHED, Project.Stage.CLOSED
    };
    private static final Asked ENTERS = Asked.here(Right.PROJECT_WRITE, RUNNING);
    private static final Asked APPROVES = Asked.office(Right.PROJECT_CHECK, RUNNING);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final ProjectRules rules;
    private final IncomeRows incomes;
    private final Audit audit;

    ProjectIncomes(
            ScopedWork work, ProjectRows rows, ProjectGate gate, ProjectRules rules, IncomeRows incomes, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.rules = rules;
        this.incomes = incomes;
        this.audit = audit;
    }

    /** What a household is to get, and why. */
    public record Wanted(long householdId, String ground, long amountFen) {}

    /** Enters what came in. */
    public Answer<Long> enter(
            Actor actor,
            long id,
            int year,
            String payer,
            LocalDate receivedOn,
            long amountFen,
            long upkeepFen,
            long villageFen,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id).then(project -> {
                    if (payer.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (receivedOn.isAfter(today) || year < 2000 || year > 2100) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    if (amountFen <= 0) {
                        return Answer.refused(ProjectRefusal.BAD_AMOUNT);
                    }
                    if (upkeepFen + villageFen > amountFen) {
                        return Answer.refused(ProjectRefusal.SHARES_EXCEED);
                    }
                    long made = incomes.insert(
                            actor,
                            project,
                            new IncomeRows.Typed(year, payer, receivedOn, amountFen, upkeepFen, villageFen));
                    rows.step(actor, project, "income", year + "　" + payer.strip(), today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("income", "" + made));
                    return Answer.done(made);
                }));
    }

    /** Whom an income may go to: households of the project's place, with those in key villages marked. */
    public List<ProjectIncome.Candidate> candidates(Actor actor, Project project, ProjectIncome income) {
        return work.read(actor, () -> incomes.candidates(project.path(), income.receivedOn(), MOST_HOUSEHOLDS));
    }

    /** Whether the income is for villages that are not key villages only. */
    public boolean leavesKeyVillagesOut(Actor actor, Project project) {
        return work.read(actor, () -> leavesOut(actor, project));
    }

    private boolean leavesOut(Actor actor, Project project) {
        Optional<PolicyPack> pack = rules.inUse(actor, project.plan().pack());
        return pack.isPresent()
                && ProjectRules.leavesKeyVillagesOut(pack.get(), project.plan().item());
    }

    /** The clauses that the income of a project rests on. */
    public List<String> clauses(Actor actor, Project project) {
        return work.read(actor, () -> rules.clausesOfIncome(actor, project.plan()));
    }

    /** Sets the list, in place of the one there was. */
    public Answer<Project> share(Actor actor, long id, long income, int version, List<Wanted> wanted, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id)
                        .then(project -> open(project, income, version)
                                .then(one -> shares(actor, project, one, wanted).map(shares -> {
                                    incomes.share(actor, project, one, shares);
                                    audit.record(
                                            actor,
                                            AuditAction.CHANGED,
                                            project.subject(),
                                            Map.of(
                                                    "income",
                                                    "" + income,
                                                    "households",
                                                    "" + shares.size(),
                                                    "on",
                                                    "" + today));
                                    return project;
                                }))));
    }

    private Answer<ProjectIncome> open(Project project, long income, int version) {
        Optional<ProjectIncome> found = incomes.find(project.id(), income);
        if (found.isEmpty()) {
            return Answer.refused(ProjectRefusal.NOT_FOUND);
        }
        if (found.get().version() != version) {
            return Answer.refused(ProjectRefusal.CHANGED_MEANWHILE);
        }
        return found.get().proposedOn() == null ? Answer.done(found.get()) : Answer.refused(ProjectRefusal.NOT_NOW);
    }

    private Answer<List<ProjectIncome.Share>> shares(
            Actor actor, Project project, ProjectIncome income, List<Wanted> wanted) {
        List<ProjectIncome.Candidate> known = incomes.candidates(project.path(), income.receivedOn(), MOST_HOUSEHOLDS);
        boolean leavesOut = leavesOut(actor, project);
        List<ProjectIncome.Share> shares = new ArrayList<>();
        for (Wanted one : wanted) {
            Optional<ProjectIncome.Candidate> found = known.stream()
                    .filter(candidate -> candidate.householdId() == one.householdId())
                    .findFirst();
            if (found.isEmpty()) {
                return Answer.refused(ProjectRefusal.HOUSEHOLD_UNKNOWN);
            }
            ProjectIncome.Candidate household = found.get();
            if (leavesOut && household.inKeyVillage() && household.group().equals("policy-beneficiary")) {
                return Answer.refused(
                        ProjectRefusal.KEY_VILLAGE,
                        household.number(),
                        rules.clausesOfIncome(actor, project.plan()).getFirst());
            }
            if (one.ground().isBlank() || one.amountFen() <= 0) {
                return Answer.refused(ProjectRefusal.MISSING_FIELD);
            }
            shares.add(new ProjectIncome.Share(
                    household.householdId(),
                    household.path(),
                    household.number(),
                    household.head(),
                    household.persons(),
                    household.group(),
                    one.ground(),
                    one.amountFen()));
        }
        long all = shares.stream().mapToLong(ProjectIncome.Share::amountFen).sum();
        return all > income.forHouseholdsFen() ? Answer.refused(ProjectRefusal.SHARES_EXCEED) : Answer.done(shares);
    }

    /** Hands the list on. */
    public Answer<Project> propose(Actor actor, long id, long income, int version, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id)
                        .then(project -> open(project, income, version).then(one -> {
                            if (one.forHouseholdsFen() > 0 && one.shares().isEmpty()) {
                                return Answer.refused(ProjectRefusal.SHARES_MISSING);
                            }
                            incomes.propose(actor, income, today);
                            rows.step(actor, project, "income-proposed", Integer.toString(one.year()), today);
                            audit.record(actor, AuditAction.CHANGED, project.subject(), Map.of("income", "" + income));
                            return Answer.done(project);
                        })));
    }

    /** Another person approves the list, or sends it back with the reason. */
    public Answer<Project> decide(
            Actor actor, long id, long income, int version, boolean good, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, APPROVES, id).then(project -> {
                    Optional<ProjectIncome> found = incomes.find(id, income);
                    if (found.isEmpty()) {
                        return Answer.refused(ProjectRefusal.NOT_FOUND);
                    }
                    if (found.get().version() != version) {
                        return Answer.refused(ProjectRefusal.CHANGED_MEANWHILE);
                    }
                    if (found.get().proposedOn() == null || found.get().approvedOn() != null) {
                        return Answer.refused(ProjectRefusal.NOT_NOW);
                    }
                    if (said.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    return Separation.check(found.get().proposedBy(), actor.userId())
                            .map(another -> {
                                if (good) {
                                    incomes.approve(actor, income, today);
                                } else {
                                    incomes.sendBack(income);
                                }
                                rows.step(actor, project, good ? "income-approved" : "income-sent-back", said, today);
                                audit.record(
                                        actor,
                                        good ? AuditAction.APPROVED : AuditAction.REFUSED,
                                        project.subject(),
                                        Map.of("income", "" + income));
                                return project;
                            });
                }));
    }
}
