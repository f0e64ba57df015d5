package fangpin.office.register.internal;

import fangpin.office.register.Spell;
import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register itself tells on a person's page: statuses begun and ended, changes of the record, cases and notices. */
@Component
final class RegisterTimeline implements TimelineSource {
    private final JdbcClient database;
    private final SpellRows spells;

    RegisterTimeline(JdbcClient database, SpellRows spells) {
        this.database = database;
        this.spells = spells;
    }

    @Override
    public List<TimelineEvent> eventsOf(long person) {
        List<TimelineEvent> events = new ArrayList<>();
        for (Spell spell : spells.of(person)) {
            if (spell.knownTo() != null) {
                continue;
            }
            String address = spell.determinationId() == null ? null : "/determinations/" + spell.determinationId();
            events.add(new TimelineEvent(
                    spell.validFrom(), "register.event.begins", List.of(spell.kind()), spell.clause(), null, address));
            LocalDate end = spell.validTo();
            if (end != null) {
                events.add(new TimelineEvent(
                        end, "register.event.ends", List.of(spell.kind()), spell.clause(), null, address));
            }
        }
        events.addAll(changes(person));
        events.addAll(notices(person));
        return events;
    }

    /** A correction of name or number may be true from the first day of the record on; it happened when it was filed. */
    private List<TimelineEvent> changes(long person) {
        return database.sql("""
                        select coalesce(filed.happened_on, version.true_from) as day, version.reason, version.version, identity.id as identity
                        from register.person_version version
                        left join register.determination identity on identity.id = version.determination_id and identity.kind = 'identity'
                        left join register.determination_step filed
                          on filed.determination_id = identity.id and filed.stage = 'filed'
                        where version.person_id = ? order by version.version
                        """)
                .param(person)
                .query((row, number) -> change(row))
                .list();
    }

    private static TimelineEvent change(ResultSet row) throws SQLException {
        Long identity = row.getObject("identity", Long.class);
        String words = row.getInt("version") == 1 ? "register.event.entered" : "register.event.changed";
        return new TimelineEvent(
                row.getObject("day", LocalDate.class),
                identity == null ? words : "register.event.identity",
                List.of(row.getString("reason")),
                "",
                null,
                identity == null ? null : "/determinations/" + identity);
    }

    private List<TimelineEvent> notices(long person) {
        return database.sql("""
                        select d.id, d.clause, d.notice_from, d.notice_to - d.notice_from as days
                        from register.determination d join register.determination_person p on p.determination_id = d.id
                        where p.person_id = ? and d.notice_from is not null
                        """)
                .param(person)
                .query((row, number) -> new TimelineEvent(
                        row.getObject("notice_from", LocalDate.class),
                        "register.event.noticed",
                        List.of(row.getInt("days")),
                        row.getString("clause"),
                        null,
                        "/determinations/" + row.getLong("id")))
                .list();
    }
}
