package fangpin.office.register.roster;

import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterImport;
import fangpin.office.register.StatusKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 导入批次的行: the rows of register.import_batch and register.import_mapping. In a scoped transaction. */
@Component
final class RosterRows {
    private static final String COLUMNS = """
            select id, path, file_name, status_kind, clause, true_from, mapping, stage, rows_read, rows_new, rows_changed, rows_moved,
                   rows_same, rows_rejected, persons_gone, version, entered_by, approved_by, known_from
            from register.import_batch
            """;
    private static final String ONE = COLUMNS + " where id = ?";
    private static final String LOCKED = COLUMNS + " where id = ? for update";
    private static final String LIST = COLUMNS + " where id < ? order by id desc limit ?";
    private static final String WAITING = COLUMNS + " where stage = 'checked' and entered_by <> ? order by id limit ?";
    private static final String SAME_FILE = COLUMNS
            + " where file_hash = ? and status_kind = ? and true_from = ? and path = ? and stage = 'accepted' order by id desc limit 1";

    private final JdbcClient database;

    RosterRows(JdbcClient database) {
        this.database = database;
    }

    Optional<RosterImport> find(long id) {
        return database.sql(ONE).param(id).query(RosterRows::read).optional();
    }

    /** The import, held until the transaction ends. */
    Optional<RosterImport> hold(long id) {
        return database.sql(LOCKED).param(id).query(RosterRows::read).optional();
    }

    /** Imports of one's own division, the newest first. */
    List<RosterImport> before(long id, int most) {
        return database.sql(LIST).params(id, most).query(RosterRows::read).list();
    }

    /** Checked imports of others than this account, the oldest first. */
    List<RosterImport> waiting(long account, int most) {
        return database.sql(WAITING)
                .params(account, most)
                .query(RosterRows::read)
                .list();
    }

    /** The import of the same file for the same thing, if it was accepted. */
    Optional<RosterImport> accepted(byte[] hash, StatusKind kind, LocalDate trueFrom, String path) {
        return database.sql(SAME_FILE)
                .params(hash, kind.id(), trueFrom, path)
                .query(RosterRows::read)
                .optional();
    }

    long add(
            String path,
            String fileName,
            byte[] hash,
            StatusKind kind,
            String clause,
            LocalDate trueFrom,
            LocalDate asOf,
            ColumnMapping mapping,
            long actor) {
        return database.sql("""
                        insert into register.import_batch (path, file_name, file_hash, status_kind, clause, true_from, seen_on, mapping,
                            stage, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'received', ?) returning id
                        """)
                .params(path, fileName, hash, kind.id(), clause, trueFrom, asOf, mapping.written(), actor)
                .query(Long.class)
                .single();
    }

    /** By which headers are found again. */
    static byte[] headerHash(ColumnMapping mapping) {
        return RosterFolder.sha256().digest(String.join("\t", mapping.headers()).getBytes(StandardCharsets.UTF_8));
    }

    /** The meanings this division last gave to columns with these headers. */
    Optional<ColumnMapping> remembered(String path, byte[] headerHash) {
        return database.sql("select mapping from register.import_mapping where path = ? and header_hash = ?")
                .params(path, headerHash)
                .query(String.class)
                .optional()
                .map(ColumnMapping::read);
    }

    void map(RosterImport roster, ColumnMapping mapping, byte[] headerHash, long actor) {
        database.sql("update register.import_batch set mapping = ? where id = ?")
                .params(mapping.written(), roster.id())
                .update();
        database.sql("""
                        insert into register.import_mapping (path, header_hash, mapping, entered_by) values (?, ?, ?, ?)
                        on conflict (path, header_hash) do update set mapping = excluded.mapping, entered_by = excluded.entered_by,
                            known_from = now()
                        """)
                .params(roster.path(), headerHash, mapping.written(), actor)
                .update();
    }

    /** Moves an import to a stage. */
    void advance(long id, RosterImport.Stage stage, @Nullable Long approvedBy, int gone) {
        database.sql("""
                        update register.import_batch set stage = :stage, approved_by = coalesce(:checker::bigint, approved_by),
                            version = version + 1, persons_gone = case when :gone < 0 then persons_gone else :gone end
                        where id = :id
                        """)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("checker", approvedBy)
                .param("gone", gone)
                .param("id", id)
                .update();
    }

    /** Deletes what was staged. */
    void clear(long id) {
        database.sql("set local statement_timeout = '10min'").update();
        database.sql("delete from register.import_row where batch_id = ?")
                .param(id)
                .update();
    }

    private static RosterImport read(ResultSet row, int number) throws SQLException {
        return new RosterImport(
                row.getLong("id"),
                row.getString("path"),
                row.getString("file_name"),
                StatusKind.of(row.getString("status_kind")).orElseThrow(),
                row.getString("clause"),
                row.getObject("true_from", LocalDate.class),
                ColumnMapping.read(row.getString("mapping")),
                RosterImport.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                new RosterImport.Counts(
                        row.getInt("rows_read"),
                        row.getInt("rows_new"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_moved"),
                        row.getInt("rows_same"),
                        row.getInt("rows_rejected"),
                        row.getInt("persons_gone")),
                row.getInt("version"),
                row.getLong("entered_by"),
                row.getObject("approved_by", Long.class),
                row.getObject("known_from", OffsetDateTime.class).toInstant());
    }
}
