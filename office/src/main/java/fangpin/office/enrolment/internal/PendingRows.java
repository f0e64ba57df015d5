package fangpin.office.enrolment.internal;

import fangpin.kernel.policy.Product;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.PendingChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what lists lack by now. */
@Component
public final class PendingRows {
    private final JdbcClient database;
    private final ContractRows contracts;

    PendingRows(JdbcClient database, ContractRows contracts) {
        this.database = database;
        this.contracts = contracts;
    }

    /** A place with a list in force. */
    public record Place(long contract, String path) {}

    /** The outermost places that have lists in force under contracts that still run. */
    public List<Place> listedPlaces(LocalDate day) {
        return database.sql("select * from enrolment.listed_places(?) order by contract_id, path")
                .param(day)
                .query((row, number) -> new Place(row.getLong("contract_id"), row.getString("path")))
                .list();
    }

    /** Counts what a list of that day would change, and keeps it. */
    public void count(Contract contract, List<Product> products, String place, LocalDate asOf, Instant now) {
        Map<String, Integer> persons = new HashMap<>();
        DraftRules.of(products)
                .bind(database.sql(DraftSql.PENDING))
                .param("pack", contract.pack())
                .param("place", place)
                .param("asOf", asOf)
                .query((row, number) -> persons.put(row.getString("outcome"), row.getInt("persons")))
                .list();
        database.sql("""
                        insert into enrolment.pending_change (contract_id, path, as_of, added, ended, changed, counted_at)
                        values (:contract, :path, :asOf, :added, :ended, :changed, :now)
                        on conflict (contract_id, path) do update set as_of = excluded.as_of, added = excluded.added, ended = excluded.ended,
                            changed = excluded.changed, counted_at = excluded.counted_at
                        """)
                .param("contract", contract.id())
                .param("path", place)
                .param("asOf", asOf)
                .param("added", persons.getOrDefault("added", 0))
                .param("ended", persons.getOrDefault("ended", 0))
                .param("changed", persons.getOrDefault("changed", 0))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what was counted of places that a list touches, for it is in force now. */
    void forget(long list) {
        database.sql("""
                        delete from enrolment.pending_change pending using enrolment.enrolment list
                        where list.id = ? and pending.contract_id = list.contract_id
                          and (starts_with(pending.path, list.path) or starts_with(list.path, pending.path))
                        """).param(list).update();
    }

    /** Where something is due and no list is under way. */
    public List<PendingChange> waiting() {
        return database.sql("""
                        select pending.* from enrolment.pending_change pending
                        join enrolment.contract on contract.id = pending.contract_id and contract.stage = 'in_force'
                        where pending.added + pending.ended + pending.changed > 0 and not enrolment.list_open(contract.pack, pending.path)
                        order by pending.contract_id, pending.path
                        """).query((row, number) -> pending(row)).list();
    }

    private PendingChange pending(ResultSet row) throws SQLException {
        return new PendingChange(
                contracts.find(row.getLong("contract_id")).orElseThrow(),
                row.getString("path"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("added"),
                row.getInt("ended"),
                row.getInt("changed"),
                row.getObject("counted_at", OffsetDateTime.class).toInstant());
    }
}
