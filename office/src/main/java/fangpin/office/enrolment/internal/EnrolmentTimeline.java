package fangpin.office.enrolment.internal;

import fangpin.kernel.Text;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What enrolment tells on a person's page: when which product began and ended to cover, and what people decided about it. */
@Component
final class EnrolmentTimeline implements TimelineSource {
    private final JdbcClient database;
    private final PolicyLibrary library;

    EnrolmentTimeline(JdbcClient database, PolicyLibrary library) {
        this.database = database;
        this.library = library;
    }

    @Override
    public List<TimelineEvent> eventsOf(long person) {
        List<TimelineEvent> events = new ArrayList<>();
        database.sql("""
                        select pack, product, clause, valid_from, valid_to, policy_number, enrolment_id from enrolment.cover
                        where person_id = ? and known_to = 'infinity'
                        """)
                .param(person)
                .query((row, number) -> {
                    Text name = name(row.getString("pack"), row.getString("product"));
                    String clause = row.getString("clause");
                    String policy = row.getString("policy_number");
                    long list = row.getLong("enrolment_id");
                    String address = row.wasNull() ? null : "/enrolments/" + list;
                    events.add(new TimelineEvent(
                            row.getObject("valid_from", LocalDate.class),
                            policy == null ? "enrolment.event.begins" : "enrolment.event.policy",
                            policy == null ? List.of(name) : List.of(name, policy),
                            clause,
                            null,
                            address));
                    events.add(new TimelineEvent(
                            row.getObject("valid_to", LocalDate.class),
                            "enrolment.event.ends",
                            List.of(name),
                            clause,
                            null,
                            address));
                    return number;
                })
                .list();
        decided(person, events);
        return events;
    }

    /** What two people decided where a rule left it to them. */
    private void decided(long person, List<TimelineEvent> events) {
        database.sql("""
                        select pack, product, clause, covered, reason, decided_on from enrolment.referral
                        where person_id = ? and stage = 'confirmed'
                        """)
                .param(person)
                .query((row, number) -> events.add(new TimelineEvent(
                        row.getObject("decided_on", LocalDate.class),
                        row.getBoolean("covered") ? "enrolment.event.decided-yes" : "enrolment.event.decided-no",
                        List.of(name(row.getString("pack"), row.getString("product")), row.getString("reason")),
                        row.getString("clause"),
                        null,
                        "/referrals")))
                .list();
    }

    private Text name(String pack, String product) {
        return library.pack(pack)
                .flatMap(found -> found.product(product))
                .map(found -> found.name())
                .orElseGet(() -> new Text(product, product));
    }
}
