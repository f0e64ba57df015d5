package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.Covers;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of decisions that rules leave to people, and of persons who wait for one. */
@Component
public final class ReferralRows {
    private static final String OPEN = """
            select * from (
                select distinct on (item.person_id, list.pack, item.product) 0::bigint as id, item.path, item.person_id,
                    person.name as person_name, list.pack, item.product, item.category, item.clause, 'open' as stage, false as covered,
                    '' as reason, null::bigint as proposed_by, null::date as proposed_on, null::bigint as decided_by,
                    null::date as decided_on, '' as answer
                from enrolment.enrolment_item item
                join enrolment.enrolment list on list.id = item.enrolment_id and list.stage <> 'withdrawn'
                join register.person on person.id = item.person_id and person.merged_into is null
                where item.reason = 'referred'
                  and not exists (select from enrolment.referral where referral.person_id = item.person_id
                    and referral.pack = list.pack and referral.product = item.product and referral.stage <> 'sent_back')
                order by item.person_id, list.pack, item.product, list.id desc) open
            """;
    private static final String DECIDED = """
            select referral.id, referral.path, referral.person_id, person.name as person_name, referral.pack, referral.product,
                referral.category, referral.clause, referral.stage, referral.covered, referral.reason, referral.proposed_by,
                referral.proposed_on, referral.decided_by, referral.decided_on, referral.answer
            from enrolment.referral join register.person on person.id = referral.person_id
            """;
    private static final String SHOWN = "select * from (";

    private final JdbcClient database;

    ReferralRows(JdbcClient database) {
        this.database = database;
    }

    /** How somebody with an ID number stands. */
    public record Found(ByteBuffer index, Referrals.Standing standing) {}

    /** How those with the ID numbers stand. */
    public List<Found> standing(Collection<ByteBuffer> indexes) {
        return database.sql("select * from enrolment.referred_among(?)")
                .param(indexes.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((row, number) -> new Found(ByteBuffer.wrap(row.getBytes("id_index")), standing(row)))
                .list();
    }

    private static Referrals.Standing standing(ResultSet row) throws SQLException {
        return new Referrals.Standing(
                new Covers.Insured(
                        row.getLong("person_id"),
                        row.getString("path"),
                        row.getString("name"),
                        row.getInt("sex"),
                        row.getObject("born_on", LocalDate.class)),
                row.getString("pack"),
                row.getString("product"),
                Optional.ofNullable(row.getObject("covered", Boolean.class)));
    }

    /** Those that wait, then the newest decided. */
    public List<Referral> all(int most) {
        return database.sql(SHOWN + OPEN + " union all " + DECIDED + """
                        ) shown order by shown.stage not in ('open', 'proposed'), shown.stage <> 'proposed', shown.id desc, shown.person_id
                        limit ?
                        """)
                .param(most)
                .query(ReferralRows::referral)
                .list();
    }

    /** One that nobody has proposed anything about. */
    public Optional<Referral> open(long person, String pack, String product) {
        return database.sql(SHOWN + OPEN + ") shown where person_id = ? and pack = ? and product = ?")
                .params(person, pack, product)
                .query(ReferralRows::referral)
                .optional();
    }

    /** A proposal, which nobody else answers until the transaction ends. */
    public Optional<Referral> hold(long id) {
        int _ = database.sql("select id from enrolment.referral where id = ? for update")
                .param(id)
                .query(Long.class)
                .list()
                .size();
        return database.sql(SHOWN + DECIDED + ") shown where id = ?")
                .param(id)
                .query(ReferralRows::referral)
                .optional();
    }

    /** Keeps a proposal. */
    public long insert(Referral open, boolean covered, String reason, long actor, LocalDate today) {
        return database.sql("""
                        insert into enrolment.referral (path, person_id, pack, product, category, clause, covered, reason, stage,
                            proposed_by, proposed_on)
                        values (:path, :person, :pack, :product, :category, :clause, :covered, :reason, 'proposed', :actor, :today)
                        returning id
                        """)
                .param("path", open.path())
                .param("person", open.personId())
                .param("pack", open.pack())
                .param("product", open.product())
                .param("category", open.category())
                .param("clause", open.clause())
                .param("covered", covered)
                .param("reason", reason)
                .param("actor", actor)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** Writes an answer down. */
    public void end(long id, Referral.Stage stage, long actor, LocalDate today, String answer) {
        database.sql("""
                        update enrolment.referral set stage = :stage, decided_by = :actor, decided_on = :today, answer = :answer
                        where id = :id
                        """)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("actor", actor)
                .param("today", today)
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    private static Referral referral(ResultSet row, int number) throws SQLException {
        return new Referral(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getString("pack"),
                row.getString("product"),
                row.getString("category"),
                row.getString("clause"),
                Referral.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getBoolean("covered"),
                row.getString("reason"),
                row.getObject("proposed_by", Long.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("decided_by", Long.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("answer"));
    }
}
