package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.fund.Books;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;

/**
 * 资金平衡核对: what came = free + reserved + paid, for every line, document, division and level; each payment has one entry and one document it
 * first came by; a person's payments are what the ledger says. Worked out anew from papers and ledger by the database.
 */
@Service
public final class FundIntegrity {
    private static final RowMapper<Books.Fault> FAULT = (row, number) ->
            new Books.Fault(row.getString("kind"), row.getLong("id"), row.getString("written"), row.getString("found"));

    private final ScopedWork work;
    private final JdbcClient database;

    FundIntegrity(ScopedWork work, JdbcClient database) {
        this.work = work;
        this.database = database;
    }

    /** What does not agree in one's division; empty when all does. */
    public List<Books.Fault> faults(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("select * from supervision.faults(?)")
                        .param(actor.scope().path())
                        .query(FAULT)
                        .list());
    }

    /** The same for a whole database, whichever division's. */
    public static List<Books.Fault> run(DatabaseAddress database) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.office().role(), database.office().password(), true);
        try {
            return new JdbcTemplate(source).query("select * from supervision.faults('')", FAULT);
        } finally {
            source.destroy();
        }
    }
}
