package fangpin.office.access;

import fangpin.office.access.internal.IndexKeys;
import fangpin.office.access.internal.KeyMark;
import fangpin.office.access.internal.KeyedHash;
import fangpin.office.access.internal.SecretKey;
import fangpin.office.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 更换检索密钥: makes a new key for exact search and every hash anew, all in one transaction that also tells the database which key it
 * is; only then does the new key take the old one's place. Broken off before, nothing has changed; broken off after, it is finished at
 * the next start. The office must be closed, for it searches with the key it was started with.
 */
public final class IndexRotation {
    private static final int BATCH = 2_000;
    private static final String FIRST = "(0,0)";
    private static final String MARK = """
            select encode(mark, 'hex') from access.key_mark where name = 'index'
            """;
    private static final String MARK_ANEW = """
            insert into access.key_mark (name, mark, seen_at) values ('index', decode(?, 'hex'), now())
            on conflict (name) do update set mark = excluded.mark, seen_at = excluded.seen_at
            """;

    private record Held(String row, String sealed, String hash) {}

    private final JdbcTemplate owner;
    private final TransactionTemplate transaction;
    private final Path folder;

    private IndexRotation(SingleConnectionDataSource source, Path folder) {
        owner = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.folder = folder;
    }

    /** Makes all hashes anew; answers how many. */
    public static long run(DatabaseAddress database, Path folder, CryptoSuite suite) {
        finish(database, folder);
        return with(database, folder, rotation -> rotation.rotate(suite));
    }

    /** Puts the new key in its place when a rotation was broken off after its hashes had been written; else does nothing. */
    public static void finish(DatabaseAddress database, Path folder) {
        if (IndexKeys.next(folder).isPresent()) {
            boolean _ = with(database, folder, IndexRotation::finished);
        }
    }

    private static <T> T with(DatabaseAddress database, Path folder, Function<IndexRotation, T> work) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.owner().role(), database.owner().password(), true);
        try {
            return work.apply(new IndexRotation(source, folder));
        } finally {
            source.destroy();
        }
    }

    private boolean finished() {
        String next = IndexKeys.next(folder).map(KeyMark::of).orElse("");
        boolean written = owner.queryForList(MARK, String.class).contains(next);
        if (written) {
            IndexKeys.putNextInPlace(folder);
        }
        return written;
    }

    private long rotate(CryptoSuite suite) {
        Secrets secrets = Secrets.in(folder, suite);
        SecretKey key = IndexKeys.next(folder).orElseGet(() -> IndexKeys.makeNext(folder, suite));
        Long changed = transaction.execute(status -> {
            long all = 0;
            for (SealedColumns room : ServiceLoader.load(SealedColumns.class)) {
                for (SealedColumns.Index index : room.indexes()) {
                    all += anew(index, secrets, new KeyedHash(key));
                }
            }
            owner.update(MARK_ANEW, KeyMark.of(key));
            return all;
        });
        IndexKeys.putNextInPlace(folder);
        return changed == null ? 0 : changed;
    }

    /** Rows that are changed move to the end of their table and are met once more: their hash is the new one then. */
    private long anew(SealedColumns.Index index, Secrets secrets, KeyedHash hash) {
        long changed = 0;
        String after = FIRST;
        while (true) {
            List<Held> batch = owner.query(
                    index.read(),
                    (row, n) -> new Held(row.getString(1), hex(row.getBytes(2)), hex(row.getBytes(3))),
                    after,
                    BATCH);
            if (batch.isEmpty()) {
                return changed;
            }
            List<Object[]> rows = new ArrayList<>();
            for (Held held : batch) {
                String clear = secrets.open(index.kind(), HexFormat.of().parseHex(held.sealed));
                byte[] next = Secrets.index(hash, index.kind(), clear);
                if (!Arrays.equals(next, HexFormat.of().parseHex(held.hash))) {
                    rows.add(new Object[] {next, held.row});
                }
            }
            owner.batchUpdate(index.replace(), rows);
            changed += rows.size();
            after = batch.getLast().row();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
