package fangpin.office.project.internal;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.NegativeList;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.project.Clearing;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 负面清单核对: words of a project that are on the list, and who cleared them; when the project's words change, all is judged anew. */
@Component
public final class NegativeWords {
    private final ProjectRules rules;
    private final JdbcClient database;

    NegativeWords(ProjectRules rules, JdbcClient database) {
        this.rules = rules;
        this.database = database;
    }

    /** What looks alike and nobody has cleared as the project's words stand. */
    public List<NegativeList.Match> suspect(Actor actor, Project project) {
        Optional<PolicyPack> pack = rules.inUse(actor, project.plan().pack());
        if (pack.isEmpty() || isCleared(project)) {
            return List.of();
        }
        return switch (ProjectRules.judge(pack.get(), project.plan())) {
            case NegativeList.Suspect(List<NegativeList.Match> matches) -> matches;
            case NegativeList.Refused refused -> List.of();
            case NegativeList.NotListed nothing -> List.of();
        };
    }

    /** The project, if the list has nothing against it. */
    public Answer<Project> clean(Actor actor, Project project) {
        Optional<PolicyPack> pack = rules.inUse(actor, project.plan().pack());
        if (pack.isEmpty()) {
            return Answer.refused(ProjectRefusal.PACK_NOT_IN_USE);
        }
        return switch (ProjectRules.judge(pack.get(), project.plan())) {
            case NegativeList.Refused(NegativeList.Item never) ->
                Answer.refused(
                        ProjectRefusal.NEVER_PAID, never.name(), never.clause().text());
            case NegativeList.Suspect(List<NegativeList.Match> matches) ->
                isCleared(project)
                        ? Answer.done(project)
                        : Answer.refused(
                                ProjectRefusal.WORDS_SUSPECT,
                                words(matches),
                                matches.getFirst().item().clause().text());
            case NegativeList.NotListed nothing -> Answer.done(project);
        };
    }

    /** The words found, told one after the other. */
    public static String words(List<NegativeList.Match> matches) {
        return matches.stream().map(NegativeList.Match::word).distinct().collect(Collectors.joining("、"));
    }

    private boolean isCleared(Project project) {
        return database.sql("select exists (select from project.clearing where project_id = ? and judged = ?)")
                .params(project.id(), project.plan().wordsJudged())
                .query(Boolean.class)
                .single();
    }

    /** Keeps that somebody cleared the words. */
    public void clear(Actor actor, Project project, String words, String reason, LocalDate today) {
        database.sql("""
                        insert into project.clearing (project_id, path, words, judged, reason, cleared_on, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        project.id(),
                        project.path(),
                        words,
                        project.plan().wordsJudged(),
                        reason.strip(),
                        today,
                        actor.userId())
                .update();
    }

    /** Who cleared which words of a project, and why. */
    public List<Clearing> of(long project) {
        return database.sql("select * from project.clearing where project_id = ? order by id")
                .param(project)
                .query((row, number) -> new Clearing(
                        row.getString("words"),
                        row.getString("reason"),
                        row.getObject("cleared_on", LocalDate.class),
                        row.getLong("entered_by")))
                .list();
    }
}
