package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.ListDifference;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insurer's answers, held against the list. */
@Component
public final class ReplyRows {
    private static final String FORGET = """
            delete from enrolment.difference where enrolment_id = :enrolment and (product = any (:products) or product = '' and :whole)
            """;
    private static final String UNNUMBER = """
            update enrolment.enrolment_item set policy_number = null
            where enrolment_id = :enrolment and product = any (:products) and outcome = 'added' and policy_number is not null
            """;
    private static final String SAID = """
            with said as materialized (
                select row_number, id_index, policy_number,
                    row_number() over (partition by id_index order by row_number) as time, person.id as person_id
                from unnest(:rows::bigint[], :indexes::bytea[], :policies::text[]) as given (row_number, id_index, policy_number)
                left join register.person using (id_index)
            ),
            """;
    private static final String NUMBER = SAID + """
            numbered as (
                update enrolment.enrolment_item item set policy_number = said.policy_number
                from said
                where item.enrolment_id = :enrolment and item.product = any (:products) and item.outcome = 'added'
                  and said.time = 1 and item.person_id = said.person_id
                returning item.person_id
            )
            insert into enrolment.difference (enrolment_id, path, product, kind, row_number, person_id)
            select :enrolment, :place, case when :whole then '' else (:products::text[])[1] end,
                case when said.time > 1 then 'duplicate' else 'unknown' end, said.row_number,
                case when said.time > 1 then said.person_id end
            from said
            where said.time > 1 or said.person_id is null or not exists (select from numbered where numbered.person_id = said.person_id)
            """;
    private static final String MISSING = """
            insert into enrolment.difference (enrolment_id, path, product, kind, person_id)
            select enrolment_id, path, product, 'missing', person_id from enrolment.enrolment_item
            where enrolment_id = :enrolment and product = any (:products) and outcome = 'added' and policy_number is null
            """;

    /** From so many rows on an answer is joined as a whole. */
    private static final int MANY = 2_000;

    private final JdbcClient database;

    ReplyRows(JdbcClient database) {
        this.database = database;
    }

    /** Takes an answer in the place of an earlier one for the same products. */
    public void take(Enrolment list, List<String> products, ReplyFile.Read said) {
        String[] ids = products.toArray(String[]::new);
        boolean whole = ids.length > 1;
        for (String statement : List.of(FORGET, UNNUMBER)) {
            database.sql(statement)
                    .param("enrolment", list.id())
                    .param("products", ids)
                    .param("whole", whole)
                    .update();
        }
        boolean many = said.rows().size() >= MANY;
        if (many) {
            // the list may be so young that no statistics know of it: walked through for each row of the answer it
            // would take hours
            database.sql("set local enable_nestloop = off").update();
        }
        database.sql(NUMBER)
                .param("rows", said.rows().toArray(Long[]::new))
                .param("indexes", said.indexes().toArray(byte[][]::new))
                .param("policies", said.policies().toArray(String[]::new))
                .param("enrolment", list.id())
                .param("products", ids)
                .param("whole", whole)
                .param("place", list.path())
                .update();
        if (many) {
            database.sql("set local enable_nestloop = on").update();
        }
        database.sql(MISSING)
                .param("enrolment", list.id())
                .param("products", ids)
                .update();
    }

    /** Whether somebody is added whose policy number has not come. */
    public boolean awaited(long enrolment) {
        return database.sql("""
                        select exists (select from enrolment.enrolment_item
                            where enrolment_id = ? and outcome = 'added' and policy_number is null)
                        """).param(enrolment).query(Boolean.class).single();
    }

    /** Differences of a list after one of them. */
    public List<ListDifference> differences(long enrolment, long after, int most) {
        return database.sql("""
                        select d.*, person.name from enrolment.difference d left join register.person on person.id = d.person_id
                        where d.enrolment_id = ? and d.id > ? order by d.id limit ?
                        """)
                .params(enrolment, after, most)
                .query((row, number) -> new ListDifference(
                        row.getLong("id"),
                        row.getString("product"),
                        ListDifference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("row_number", Long.class),
                        row.getObject("person_id", Long.class),
                        row.getString("name"),
                        row.getString("note"),
                        row.getObject("closed_by", Long.class),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /** How many differences are open, by kind; each kind is there. */
    public Map<ListDifference.Kind, Long> open(long enrolment) {
        Map<ListDifference.Kind, Long> open = new EnumMap<>(ListDifference.Kind.class);
        for (ListDifference.Kind kind : ListDifference.Kind.values()) {
            open.put(kind, 0L);
        }
        database.sql("""
                        select kind, count(*) as open from enrolment.difference
                        where enrolment_id = ? and closed_on is null group by kind
                        """)
                .param(enrolment)
                .query((row, number) -> open.put(
                        ListDifference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getLong("open")))
                .list();
        return open;
    }

    /** Says what came of all open ones of a kind. */
    public int close(long enrolment, ListDifference.Kind kind, String note, long actor, LocalDate today) {
        return database.sql("""
                        update enrolment.difference set note = :note, closed_by = :actor, closed_on = :today
                        where enrolment_id = :enrolment and kind = :kind and closed_by is null
                        """)
                .param("note", note)
                .param("actor", actor)
                .param("today", today)
                .param("enrolment", enrolment)
                .param("kind", kind.word())
                .update();
    }
}
