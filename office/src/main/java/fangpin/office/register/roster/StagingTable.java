package fangpin.office.register.roster;

import fangpin.office.register.RosterImport;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** 暂存入库: writes packed rows into the database as they come. In a scoped transaction. */
@Component
final class StagingTable {
    /** From so many rows on, an import changes what plans are good. */
    static final int MANY = 2_000;

    private final JdbcClient database;
    private final DataSource source;

    StagingTable(JdbcClient database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** Takes chunks to their end; what the thread before threw is thrown. */
    Belt.Parcel.End<Bytes> copy(Belt<Bytes> chunks) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(StagedRows.COPY);
            try {
                return copy(chunks, copy);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static Belt.Parcel.End<Bytes> copy(Belt<Bytes> chunks, CopyIn copy) throws SQLException {
        send(copy, CopyRows.head());
        while (true) {
            switch (chunks.next()) {
                case Belt.Parcel.Goods<Bytes> rows -> send(copy, rows.goods().content());
                case Belt.Parcel.Broken<Bytes> broken -> throw broken.cause();
                case Belt.Parcel.End<Bytes> end -> {
                    send(copy, CopyRows.end());
                    copy.endCopy();
                    return end;
                }
            }
        }
    }

    private static void send(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Rows of the import within the scope of this transaction. */
    long count(long batch) {
        return database.sql("select count(*) from register.import_row where batch_id = ?")
                .param(batch)
                .query(Long.class)
                .single();
    }

    /** The import is checked, with these counts. */
    RosterImport.Counts finish(RosterImport roster, RosterImport.Counts counts) {
        if (counts.read() >= MANY) {
            database.sql("select register.note_staged_rows()")
                    .query((row, number) -> number)
                    .single();
        }
        int gone = database.sql("select count(*)" + GonePersons.FROM)
                .param("batch", roster.id())
                .param("kind", roster.statusKind().id())
                .param("place", roster.path())
                .param("day", roster.trueFrom())
                .query(Integer.class)
                .single();
        database.sql("""
                        update register.import_batch set stage = 'checked', rows_read = :read, rows_new = :added,
                            rows_changed = :changed, rows_moved = :moved, rows_same = :same, rows_rejected = :rejected,
                            persons_gone = :gone, version = version + 1
                        where id = :id and stage = 'received'
                        """)
                .param("read", counts.read())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("moved", counts.moved())
                .param("same", counts.same())
                .param("rejected", counts.rejected())
                .param("gone", gone)
                .param("id", roster.id())
                .update();
        return new RosterImport.Counts(
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.moved(),
                counts.same(),
                counts.rejected(),
                gone);
    }
}
