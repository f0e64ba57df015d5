package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 年度复核 (LS §6.1: verified and updated once a year; WH3 §2b: the dynamic adjustment at the end of 2019): a list of households to look at. */
@Service
public final class Reviews {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    Reviews(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** 复核结论 */
    public enum Result {
        /** 继续享受 */
        STAYS,
        /** 拟退出 */
        GRADUATES,
        /** 情况有变 */
        CHANGES
    }

    /** A campaign, of one's own division or of one above, and how far it has come with the households that one's division has now. */
    public record Campaign(
            long id,
            String path,
            String place,
            int year,
            String clause,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable LocalDate closedOn,
            long households,
            long done) {}

    /** A household of the work list. */
    public record Item(
            long householdId,
            String number,
            String head,
            long headId,
            String village,
            @Nullable Result result,
            @Nullable String note) {}

    /** The campaigns that touch one's division, the newest first. */
    public List<Campaign> list(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("""
                                select c.id, c.path, register.place_name(c.path) as place, c.year, c.clause, c.opened_on, c.due_on, c.closed_on,
                                    count(i.*) as households, count(i.outcome) as done
                                from register.review_campaign c left join (register.review_item i
                                    join register.household h on h.id = i.household_id) on i.campaign_id = c.id
                                group by c.id order by c.id desc
                                """)
                        .query((row, number) -> new Campaign(
                                row.getLong("id"),
                                row.getString("path"),
                                row.getString("place"),
                                row.getInt("year"),
                                row.getString("clause"),
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class),
                                row.getObject("closed_on", LocalDate.class),
                                row.getLong("households"),
                                row.getLong("done")))
                        .list());
    }

    /** Opens a campaign for every household of one's division in which somebody holds a status today. */
    public Answer<Long> open(Actor actor, int year, LocalDate dueOn, LocalDate today) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (!dueOn.isAfter(today)) {
            return Answer.refused(Refusal.BEFORE_BEGIN);
        }
        Basis basis = Basis.of(actor.scope().path(), null);
        return work.write(actor, () -> {
            Optional<Long> id = database.sql("""
                            insert into register.review_campaign (path, year, pack, clause, opened_on, due_on, entered_by)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                            """)
                    .params(actor.scope().path(), year, basis.pack(), basis.clause(), today, dueOn, actor.userId())
                    .query(Long.class)
                    .optional();
            if (id.isEmpty()) {
                return Answer.refused(Refusal.ALREADY_UNDER_WAY);
            }
            int households = database.sql("""
                            insert into register.review_item (campaign_id, household_id, path)
                            select :id, h.id, h.path from register.household h
                            where h.closed_on is null and exists (
                                select from register.person p join register.status_spell s on s.person_id = p.id
                                where p.household_id = h.id and s.known_to = 'infinity'
                                  and s.valid_from <= :today and (s.valid_to is null or s.valid_to > :today))
                            """)
                    .param("id", id.get())
                    .param("today", today)
                    .update();
            audit.record(
                    actor, AuditAction.ENTERED, "review/" + id.get(), Map.of("households", String.valueOf(households)));
            return Answer.done(id.get());
        });
    }

    /** Closes a campaign of one's own division when every household that is still here was looked at. */
    public Answer<Long> close(Actor actor, long id, LocalDate today) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Boolean> open = database.sql(
                            "select closed_on is null from register.review_campaign where id = ? and path = ? for update")
                    .params(id, actor.scope().path())
                    .query(Boolean.class)
                    .optional();
            if (open.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            if (!open.get()) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            long left = database.sql("""
                            select count(*) from register.review_item i join register.household h on h.id = i.household_id
                            where i.campaign_id = ? and i.outcome is null and h.closed_on is null
                            """).param(id).query(Long.class).single();
            if (left > 0) {
                return Answer.refused(Refusal.REVIEW_OPEN, left);
            }
            database.sql("update register.review_campaign set closed_on = ? where id = ?")
                    .params(today, id)
                    .update();
            audit.record(actor, AuditAction.CHANGED, "review/" + id, Map.of("stage", "closed"));
            return Answer.done(id);
        });
    }

    /** Households of a campaign, those still to be looked at or those done, from after one on. */
    public List<Item> items(Actor actor, long campaign, boolean open, long after, int most) {
        return work.read(
                actor,
                () -> database.sql("""
                                select i.household_id, h.number, i.outcome, i.note, register.place_name(i.path) as village,
                                    p.id as head_id, p.name as head
                                from register.review_item i join register.household h on h.id = i.household_id
                                left join lateral (select id, name from register.person
                                    where household_id = h.id and merged_into is null order by relation, id limit 1) p on true
                                where i.campaign_id = :campaign and (i.outcome is null) = :open and i.household_id > :after
                                order by i.household_id limit :most
                                """)
                        .param("campaign", campaign)
                        .param("open", open)
                        .param("after", after)
                        .param("most", most)
                        .query((row, number) -> new Item(
                                row.getLong("household_id"),
                                row.getString("number"),
                                row.getString("head"),
                                row.getLong("head_id"),
                                row.getString("village"),
                                Optional.ofNullable(row.getString("outcome"))
                                        .map(word -> Result.valueOf(word.toUpperCase(Locale.ROOT)))
                                        .orElse(null),
                                row.getString("note")))
                        .list());
    }

    /** Writes down what was found at a household. A graduation or a change still goes its own way as a case. */
    public Answer<Long> enter(Actor actor, long campaign, long household, Result result, String note, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (result != Result.STAYS && note.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            int done = database.sql("""
                            update register.review_item set outcome = ?, note = ?, reviewed_on = ?, reviewed_by = ?
                            where campaign_id = ? and household_id = ? and outcome is null
                            """)
                    .params(
                            result.name().toLowerCase(Locale.ROOT),
                            note.strip(),
                            today,
                            actor.userId(),
                            campaign,
                            household)
                    .update();
            if (done == 0) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            audit.record(
                    actor,
                    AuditAction.ENTERED,
                    "review/" + campaign + "/household/" + household,
                    Map.of("outcome", result.name()));
            return Answer.done(household);
        });
    }
}
