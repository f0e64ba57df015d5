package fangpin.office.enrolment.internal;

import fangpin.kernel.policy.Product;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Enrolment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of lists, from draft to cover. */
@Component
public final class EnrolmentRows {
    private static final String PUT_OUT = """
            update enrolment.cover set known_to = now()
            where id in (select cover_id from enrolment.enrolment_item where enrolment_id = ? and outcome in ('ended', 'changed'))
              and known_to = 'infinity'
            """;
    private static final String PUT_IN = """
            insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, policy_number,
                entered_by, approved_by, enrolment_id)
            select item.path, item.person_id, list.pack, item.product, item.category, item.clause, item.valid_from, item.valid_to,
                item.policy_number, list.drafted_by, list.approved_by, list.id
            from enrolment.enrolment_item item join enrolment.enrolment list on list.id = item.enrolment_id
            where item.enrolment_id = ? and item.outcome <> 'out' and item.valid_from is not null
            """;

    private final JdbcClient database;
    private final ContractRows contracts;
    private final PendingRows pending;

    EnrolmentRows(JdbcClient database, ContractRows contracts, PendingRows pending) {
        this.database = database;
        this.contracts = contracts;
        this.pending = pending;
    }

    /** All one may see, the newest first; of one contract unless it is null. */
    public List<Enrolment> all(@Nullable Long contract) {
        return database.sql(
                        "select * from enrolment.enrolment where cast(:contract as bigint) is null or contract_id = :contract order by id desc")
                .param("contract", contract)
                .query((row, number) -> read(row))
                .list();
    }

    /** One of them. */
    public Optional<Enrolment> find(long id) {
        return database.sql("select * from enrolment.enrolment where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Whether a list of the pack that touches the place is under way; from now on until the transaction ends nobody begins one. */
    public boolean underWay(String pack, String place) {
        database.sql("select pg_advisory_xact_lock(hashtext('enrolment.enrolment'), hashtext(?))")
                .param(pack)
                .query((row, number) -> number)
                .single();
        return database.sql("select enrolment.list_open(?, ?)")
                .params(pack, place)
                .query(Boolean.class)
                .single();
    }

    /** The youngest day that a list in force of the pack and place was drawn up for. */
    public Optional<LocalDate> youngest(String pack, String place) {
        return Optional.ofNullable(database.sql("""
                        select max(as_of) as day from enrolment.enrolment
                        where pack = :pack and stage = 'in_force' and (starts_with(:place, path) or starts_with(path, :place))
                        """)
                .param("pack", pack)
                .param("place", place)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list()
                .getFirst());
    }

    /** Keeps a new list without lines. */
    public long insert(Contract contract, String place, LocalDate asOf, long actor, LocalDate today) {
        return database.sql("""
                        insert into enrolment.enrolment (path, contract_id, pack, as_of, stage, drafted_by, drafted_on)
                        values (:path, :contract, :pack, :asOf, 'draft', :actor, :today) returning id
                        """)
                .param("path", place)
                .param("contract", contract.id())
                .param("pack", contract.pack())
                .param("asOf", asOf)
                .param("actor", actor)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** Draws the lines up from the register as it is known now. */
    public int draft(long id, String pack, String place, LocalDate asOf, List<Product> products) {
        return DraftRules.of(products)
                .bind(database.sql(DraftSql.DRAFT))
                .param("enrolment", id)
                .param("pack", pack)
                .param("place", place)
                .param("asOf", asOf)
                .update();
    }

    /** Forgets the lines of a draft. */
    public void clear(long id) {
        database.sql("delete from enrolment.enrolment_item where enrolment_id = ?")
                .param(id)
                .update();
    }

    /** How many lines change something. */
    public long changes(long id) {
        return database.sql("select count(*) from enrolment.enrolment_item where enrolment_id = ? and outcome <> 'out'")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Whether it stands as somebody saw it; it is locked then. */
    public boolean holds(long id, int version) {
        return database.sql("select version from enrolment.enrolment where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional()
                .filter(held -> held == version)
                .isPresent();
    }

    /** Takes it a step on. */
    public void step(long id, Enrolment.Stage stage, long actor, LocalDate today, String answer) {
        database.sql("""
                        update enrolment.enrolment set stage = :stage, version = version + 1, answer = :answer,
                            checked_by = case when :stage = 'draft' then null when :stage = 'checked' then :actor else checked_by end,
                            checked_on = case when :stage = 'draft' then null when :stage = 'checked' then :today::date else checked_on end,
                            approved_by = case when :stage = 'approved' then :actor else approved_by end,
                            approved_on = case when :stage = 'approved' then :today::date else approved_on end,
                            sent_by = case when :stage = 'sent' then :actor else sent_by end,
                            sent_on = case when :stage = 'sent' then :today::date else sent_on end,
                            ended_on = case when :stage in ('in_force', 'withdrawn') then :today::date else ended_on end
                        where id = :id
                        """)
                .param("stage", stage.word())
                .param("actor", actor)
                .param("today", today)
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /** Makes the list what covers people; answers how many covers began. */
    public int putInForce(long id) {
        database.sql(PUT_OUT).param(id).update();
        pending.forget(id);
        return database.sql(PUT_IN).param(id).update();
    }

    private Enrolment read(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                row.getString("path"),
                contracts.find(row.getLong("contract_id")).orElseThrow(),
                row.getObject("as_of", LocalDate.class),
                Enrolment.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getLong("drafted_by"),
                row.getObject("drafted_on", LocalDate.class),
                row.getObject("checked_by", Long.class),
                row.getObject("checked_on", LocalDate.class),
                row.getObject("approved_by", Long.class),
                row.getObject("approved_on", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("answer"),
                row.getInt("version"));
    }
}
