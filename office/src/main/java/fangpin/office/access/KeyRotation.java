package fangpin.office.access;

import fangpin.office.access.internal.FileReseal;
import fangpin.office.access.internal.KeyFolder;
import fangpin.office.database.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 更换密钥: makes a new key and seals everything anew with it, in batches; old values stay readable meanwhile, and after it, for
 * backups need the old keys. What was broken off is gone on with.
 */
public final class KeyRotation {
    private static final int BATCH = 2_000;
    private static final String FIRST = "(0,0)";

    /** What was sealed anew, and with which key. */
    public record Done(int keyId, long values, long files) {}

    private record Held(String row, String sealed) {}

    private final Secrets secrets;
    private final JdbcTemplate owner;
    private final TransactionTemplate transaction;

    private KeyRotation(Secrets secrets, SingleConnectionDataSource source) {
        this.secrets = secrets;
        owner = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Rotates the keys of a database and of the files of a folder. */
    public static Done run(DatabaseAddress database, Path keyFolder, Path attachments, CryptoSuite suite) {
        Secrets secrets = Secrets.in(keyFolder, suite);
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.owner().role(), database.owner().password(), true);
        try {
            return new KeyRotation(secrets, source).run(attachments, suite);
        } finally {
            source.destroy();
        }
    }

    private Done run(Path attachments, CryptoSuite suite) {
        Path unfinished = secrets.keys().folder().resolve("rotation");
        try {
            if (!Files.exists(unfinished)) {
                secrets.keys().addSeal(suite);
                Files.createFile(unfinished);
            }
            long values = 0;
            for (SealedColumns room : ServiceLoader.load(SealedColumns.class)) {
                for (SealedColumns.Column column : room.columns()) {
                    values += column(column);
                }
            }
            long files = FileReseal.all(attachments, secrets);
            Files.delete(unfinished);
            KeyFolder keys = secrets.keys();
            return new Done(keys.newest().id(), values, files);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long column(SealedColumns.Column column) {
        long changed = 0;
        String after = FIRST;
        while (true) {
            List<Held> batch = read(column, after);
            if (batch.isEmpty()) {
                return changed;
            }
            changed += replace(column, batch);
            after = batch.getLast().row();
        }
    }

    private List<Held> read(SealedColumns.Column column, String after) {
        return owner.query(
                column.read(),
                (row, n) -> new Held(row.getString(1), java.util.HexFormat.of().formatHex(row.getBytes(2))),
                after,
                BATCH);
    }

    private long replace(SealedColumns.Column column, List<Held> batch) {
        List<Object[]> rows = new ArrayList<>();
        for (Held held : batch) {
            byte[] sealed = java.util.HexFormat.of().parseHex(held.sealed());
            if (!secrets.isCurrent(sealed)) {
                byte[] anew = secrets.sealBytes(column.kind(), secrets.openBytes(column.kind(), sealed));
                rows.add(new Object[] {anew, held.row(), sealed});
            }
        }
        transaction.executeWithoutResult(status -> owner.batchUpdate(column.replace(), rows));
        return rows.size();
    }
}
