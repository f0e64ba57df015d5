package fangpin.office.project.internal;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.Gate;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.project.GateException;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 前置条件: what the pack in use asks before a project enters the pool or is given money, and the exceptions that were decided. */
@Component
public final class Gates {
    /** 无绩效目标不入库 */
    public static final String POOL_ENTRY = "pool-entry";

    /** 未入库不安排资金 */
    public static final String POOL_BEFORE_MONEY = "pool-before-money";

    /** 即时帮扶资金项目纳入县级项目库 */
    public static final String INSTANT_HELP_POOL = "instant-help-pool";

    private final ProjectRules rules;
    private final GoalRows goals;
    private final JdbcClient database;

    Gates(ProjectRules rules, GoalRows goals, JdbcClient database) {
        this.rules = rules;
        this.goals = goals;
        this.database = database;
    }

    /** The gate that holds for a project; the one of instant-help money in place of that of all money. */
    public Optional<Gate> of(Actor actor, Project project, String id) {
        Optional<PolicyPack> pack = rules.inUse(actor, project.plan().pack());
        if (id.equals(POOL_BEFORE_MONEY) && project.plan().forInstantHelp()) {
            Optional<Gate> stricter = pack.flatMap(found -> ProjectRules.gate(found, INSTANT_HELP_POOL));
            if (stricter.isPresent()) {
                return stricter;
            }
        }
        return pack.flatMap(found -> ProjectRules.gate(found, id));
    }

    /** Whether what a gate needs is there. */
    public boolean isMet(Project project, String id) {
        return id.equals(POOL_ENTRY)
                ? goals.missing(project.id()).isEmpty()
                : project.stage().inPool();
    }

    /** The project, if it may pass; a pack without such a gate asks for nothing. */
    public Answer<Gate.Passage> pass(Actor actor, Project project, String id) {
        if (rules.inUse(actor, project.plan().pack()).isEmpty()) {
            return Answer.refused(ProjectRefusal.PACK_NOT_IN_USE);
        }
        Optional<Gate> gate = of(actor, project, id);
        if (gate.isEmpty()) {
            return Answer.done(Gate.Passage.OPEN);
        }
        Gate.Passage passage = gate.get().passage(isMet(project, id), isGranted(project.id(), id));
        return passage == Gate.Passage.SHUT ? shut(gate.get()) : Answer.done(passage);
    }

    /** Why a gate is shut, with its own words. */
    public static <T> Answer<T> shut(Gate gate) {
        ProjectRefusal reason = switch (gate.hardness()) {
            case ALWAYS -> ProjectRefusal.GATE_ALWAYS;
            case IN_PRINCIPLE -> ProjectRefusal.GATE_IN_PRINCIPLE;
        };
        return Answer.refused(reason, gate.name(), gate.needs(), gate.clause().text());
    }

    /** Whether an exception from a gate was decided. */
    public boolean isGranted(long project, String id) {
        return of(project).stream().anyMatch(one -> one.gate().equals(id) && one.granted() != null && one.granted());
    }

    /** The exceptions of a project, the first first. */
    public List<GateException> of(long project) {
        return database.sql("select * from project.gate_exception where project_id = ? order by id")
                .param(project)
                .query((row, number) -> new GateException(
                        row.getLong("id"),
                        row.getString("gate"),
                        row.getString("clause"),
                        row.getString("reason"),
                        row.getObject("asked_on", LocalDate.class),
                        row.getLong("asked_by"),
                        row.getObject("granted", Boolean.class),
                        row.getString("answer"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class),
                        row.getObject("decided_by", Long.class)))
                .list();
    }

    /** Keeps what was asked. */
    public long ask(Actor actor, Project project, String id, Gate gate, String reason, LocalDate today) {
        return database.sql("""
                        insert into project.gate_exception (project_id, path, gate, clause, reason, asked_on, asked_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(project.id(), project.path(), id, gate.clause().text(), reason.strip(), today, actor.userId())
                .query(Long.class)
                .single();
    }

    /** Keeps what was decided. */
    public void decide(
            Actor actor, long exception, boolean granted, String answer, @Nullable LocalDate dueOn, LocalDate today) {
        database.sql("""
                        update project.gate_exception set granted = :granted, answer = :answer, due_on = :due, decided_on = :today,
                            decided_by = :actor where id = :id
                        """)
                .param("granted", granted)
                .param("answer", answer.strip())
                .param("due", dueOn)
                .param("today", today)
                .param("actor", actor.userId())
                .param("id", exception)
                .update();
    }
}
