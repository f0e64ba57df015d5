package fangpin.office.access;

import fangpin.office.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * 补算检索摘要: hashes of values that were sealed before they were searched for. An upgrade of the tables has no keys; the start of the office, before
 * anybody searches, makes them. Nothing is left to do the next time, and what was broken off is gone on with.
 */
public final class MissingHashes {
    private static final Logger LOG = LoggerFactory.getLogger(MissingHashes.class);
    private static final int BATCH = 2_000;
    private static final String FIRST = "(0,0)";

    private record Held(String row, String sealed) {}

    private final JdbcTemplate owner;
    private final Secrets secrets;

    private MissingHashes(JdbcTemplate owner, Secrets secrets) {
        this.owner = owner;
        this.secrets = secrets;
    }

    /** Makes what is missing; answers how many. */
    public static long fill(DatabaseAddress database, Secrets secrets) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.owner().role(), database.owner().password(), true);
        try {
            MissingHashes missing = new MissingHashes(new JdbcTemplate(source), secrets);
            long made = 0;
            for (SealedColumns room : ServiceLoader.load(SealedColumns.class)) {
                for (SealedColumns.Column column : room.unhashed()) {
                    made += missing.fill(column);
                }
            }
            return made;
        } finally {
            source.destroy();
        }
    }

    private long fill(SealedColumns.Column column) {
        long made = 0;
        String after = FIRST;
        while (true) {
            List<Held> batch = owner.query(
                    column.read(),
                    (row, n) -> new Held(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))),
                    after,
                    BATCH);
            if (batch.isEmpty()) {
                return made;
            }
            made += fill(column, batch);
            after = batch.getLast().row();
        }
    }

    private long fill(SealedColumns.Column column, List<Held> batch) {
        List<Object[]> rows = new ArrayList<>();
        for (Held held : batch) {
            byte[] sealed = HexFormat.of().parseHex(held.sealed);
            try {
                byte[] hash = secrets.index(column.kind(), secrets.open(column.kind(), sealed));
                rows.add(new Object[] {hash, held.row, sealed});
            } catch (SealBrokenException broken) {
                // one value that cannot be read does not keep everybody out of the office
                LOG.warn("no hash for a value of {} that cannot be opened", column.name());
            }
        }
        owner.batchUpdate(column.replace(), rows);
        return rows.size();
    }
}
