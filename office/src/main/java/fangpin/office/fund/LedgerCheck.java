package fangpin.office.fund;

import fangpin.office.database.DatabaseAddress;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** 账实核对: all books of a database, whichever division's, worked out anew from their lines. */
public final class LedgerCheck {
    private LedgerCheck() {}

    /** What does not agree; empty when all does. */
    public static List<Books.Fault> run(DatabaseAddress database) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.office().role(), database.office().password(), true);
        try {
            return new JdbcTemplate(source)
                    .query(
                            "select * from fund.faults('')",
                            (row, number) -> new Books.Fault(
                                    row.getString("kind"),
                                    row.getLong("id"),
                                    row.getString("written"),
                                    row.getString("found")));
        } finally {
            source.destroy();
        }
    }
}
