package fangpin.office.database.internal;

import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes a backup: every table in one snapshot, the attachments, the manifest. */
public final class BackupWriter implements AutoCloseable {
    private static final int LEVEL = 3;

    private final ZipOutputStream zip;
    private final Progress progress;

    /** A backup into a stream, which stays open. */
    public BackupWriter(OutputStream out, Progress progress) {
        zip = new ZipOutputStream(new KeyArchive.Unclosed(out));
        zip.setLevel(LEVEL);
        this.progress = progress;
    }

    /** Writes all of it. */
    public BackupManifest write(DatabaseAddress database, String state, Path attachments, Path auditHead)
            throws SQLException, IOException {
        // Before the rows: the file is written after what it tells of, so that the rows reach as far or farther.
        Optional<BackupManifest.AuditEnd> auditEnd =
                Files.exists(auditHead) ? BackupManifest.AuditEnd.of(Files.readString(auditHead)) : Optional.empty();
        try (Connection owner = Preparation.connect(database.url(), database.owner())) {
            owner.setAutoCommit(false);
            Catalogue.execute(owner, "set transaction isolation level repeatable read, read only");
            Catalogue.execute(owner, "set local search_path = pg_catalog");
            List<String> hidden = Catalogue.hiddenTables(owner);
            if (!hidden.isEmpty()) {
                throw new IllegalStateException("tables without a policy for their owner: " + hidden);
            }
            String made = Catalogue.list(owner, "select now()::text").getFirst();
            List<BackupManifest.Part> tables = new ArrayList<>();
            for (String table : Catalogue.tables(owner)) {
                progress.step(Messages.text("step-backup", table));
                tables.add(table(owner, table));
            }
            // After the rows: a sequence knows no snapshot, and must not stand behind them.
            List<BackupManifest.Sequence> sequences = sequences(owner);
            // After the rows too: the office writes a file before the row that names it.
            BackupManifest manifest = new BackupManifest(made, state, tables, files(attachments), sequences, auditEnd);
            zip.putNextEntry(new ZipEntry("manifest.txt"));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    private BackupManifest.Part table(Connection owner, String table) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(entryOfTable(table)));
        DigestOutputStream out = new DigestOutputStream(zip, sha256());
        String columns = Catalogue.withColumns(owner, table);
        long rows = owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + columns + " to stdout", out);
        zip.closeEntry();
        return new BackupManifest.Part(
                table, rows, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    private static List<BackupManifest.Sequence> sequences(Connection owner) throws SQLException {
        List<BackupManifest.Sequence> found = new ArrayList<>();
        for (String name : Catalogue.sequences(owner)) {
            try (PreparedStatement query = owner.prepareStatement("select last_value, is_called from " + name);
                    ResultSet row = query.executeQuery()) {
                row.next();
                found.add(new BackupManifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return found;
    }

    private List<BackupManifest.Part> files(Path folder) throws IOException {
        List<BackupManifest.Part> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            zip.putNextEntry(new ZipEntry(entryOfFile(name)));
            DigestOutputStream out = new DigestOutputStream(zip, sha256());
            long bytes = Files.copy(file, out);
            zip.closeEntry();
            found.add(new BackupManifest.Part(
                    name, bytes, HexFormat.of().formatHex(out.getMessageDigest().digest())));
        }
        return found;
    }

    static String entryOfTable(String table) {
        return "tables/" + table + ".copy";
    }

    static String entryOfFile(String name) {
        return "attachments/" + name;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
