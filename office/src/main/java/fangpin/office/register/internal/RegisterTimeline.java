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
                        select coalesce(corrected_on, true_from) as day, reason, version, corrected_on is not null as corrected,
                            determination_id
                        from register.versions_of(?) order by version
                        """)
                .param(person)
                .query((row, number) -> change(row))
                .list();
    }

    private static TimelineEvent change(ResultSet row) throws SQLException {
        boolean corrected = row.getBoolean("corrected");
        Long identity = corrected ? row.getObject("determination_id", Long.class) : null;
        String words = row.getInt("version") == 1 ? "register.event.entered" : "register.event.changed";
        return new TimelineEvent(
                row.getObject("day", LocalDate.class),
                corrected ? "register.event.identity" : words,
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
