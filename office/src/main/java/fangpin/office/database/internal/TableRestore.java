package fangpin.office.database.internal;

import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Progress;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Fills the tables of a database at the backup's state, all in one transaction. */
public final class TableRestore {
    private static final String UNFINISHED = "restore unfinished";

    private TableRestore() {}

    /**
     * What would stand in the way of rows in any order: keys to other tables (checked when they are made again), triggers of the
     * rooms (the rows hold what they did already), row-level security (COPY does not work under it). Each as the statement that
     * lifts it and the one that brings it back.
     */
    private static final List<String> LIFTED = List.of("""
                    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                    from pg_constraint c join pg_class t on t.oid = conrelid
                    where contype = 'f' and conparentid = 0 and relowner = current_user::regrole order by c.oid
                    """, """
                    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname)
                    from pg_trigger g join pg_class t on t.oid = tgrelid
                    where not tgisinternal and tgenabled <> 'D' and relowner = current_user::regrole order by g.oid
                    """, """
                    select format('alter table %s no force row level security', oid::regclass)
                    from pg_class where relforcerowsecurity and relowner = current_user::regrole order by oid
                    """);

    private static final List<String> BROUGHT_BACK = List.of("""
                    select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid))
                    from pg_constraint c join pg_class t on t.oid = conrelid
                    where contype = 'f' and conparentid = 0 and relowner = current_user::regrole order by c.oid
                    """, """
                    select format('alter table %s enable %s trigger %I', tgrelid::regclass,
                      case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
                    from pg_trigger g join pg_class t on t.oid = tgrelid
                    where not tgisinternal and tgenabled <> 'D' and relowner = current_user::regrole order by g.oid
                    """, """
                    select format('alter table %s force row level security', oid::regclass)
                    from pg_class where relforcerowsecurity and relowner = current_user::regrole order by oid
                    """);

    private static final String EMPTIED = """
            select 'truncate ' || string_agg(oid::regclass::text, ', ') from pg_class
            where relkind = 'r' and relowner = current_user::regrole and oid <> 'office.migration'::regclass
            """;

    private static final String MARK = """
            select coalesce(obj_description(to_regnamespace('office'), 'pg_namespace'), '')
            """;

    private static final String ANY_TABLE = """
            select count(*)::text from pg_class where relkind = 'r' and relowner = 'fangpin_owner'::regrole
            """;

    /** Refuses a database with data in it, and marks this one: what is not finished must not be served as an empty office. */
    public static void begin(DatabaseAddress database) throws SQLException, RefusedException {
        try (Connection owner = Preparation.connect(database.url(), database.owner())) {
            boolean empty = Catalogue.list(owner, ANY_TABLE).getFirst().equals("0");
            if (!empty && !isUnfinished(owner)) {
                throw new RefusedException(Reason.RESTORE_NOT_EMPTY);
            }
            Catalogue.execute(owner, "create schema if not exists office");
            Catalogue.execute(owner, "comment on schema office is 'restore unfinished'");
        }
    }

    /** Whether a restore of this database was begun and not finished. */
    public static boolean isUnfinished(Connection owner) throws SQLException {
        return Catalogue.list(owner, MARK).getFirst().equals(UNFINISHED);
    }

    /** Puts the rows of the backup in place of those that migrations made. */
    public static void fill(DatabaseAddress database, BackupReader backup, Progress progress)
            throws SQLException, IOException, RefusedException {
        try (Connection owner = Preparation.connect(database.url(), database.owner())) {
            owner.setAutoCommit(false);
            Catalogue.execute(owner, "set local search_path = pg_catalog");
            requireSameTables(owner, backup);
            List<String> later = statements(owner, BROUGHT_BACK);
            for (String statement : statements(owner, LIFTED)) {
                Catalogue.execute(owner, statement);
            }
            for (String statement : Catalogue.list(owner, EMPTIED)) {
                Catalogue.execute(owner, statement);
            }
            for (BackupManifest.Part table : backup.manifest().tables()) {
                progress.step(Messages.text("step-restore", table.name()));
                fill(owner, table, backup);
            }
            AuditEndRestore.requireReached(owner, backup);
            sequences(owner, backup.manifest().sequences());
            for (String statement : later) {
                Catalogue.execute(owner, statement);
            }
            Catalogue.execute(owner, "comment on schema office is null");
            owner.commit();
        }
    }

    private static List<String> statements(Connection owner, List<String> queries) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String query : queries) {
            statements.addAll(Catalogue.list(owner, query));
        }
        return statements;
    }

    /** Also keeps a name of the file from becoming part of a statement. */
    private static void requireSameTables(Connection owner, BackupReader backup) throws SQLException, RefusedException {
        BackupManifest manifest = backup.manifest();
        List<String> tables =
                manifest.tables().stream().map(BackupManifest.Part::name).toList();
        List<String> sequences =
                manifest.sequences().stream().map(BackupManifest.Sequence::name).toList();
        boolean same = tables.equals(Catalogue.tables(owner)) && sequences.equals(Catalogue.sequences(owner));
        if (!same) {
            List<String> both =
                    Stream.concat(tables.stream(), sequences.stream()).toList();
            throw new RefusedException(Reason.BACKUP_DAMAGED, backup.file(), "other tables than of its state: " + both);
        }
    }

    private static void fill(Connection owner, BackupManifest.Part table, BackupReader backup)
            throws SQLException, IOException, RefusedException {
        try (InputStream in = backup.table(table)) {
            long rows = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + Catalogue.withColumns(owner, table.name()) + " from stdin", in, 1 << 16);
            if (rows != table.size()) {
                throw new RefusedException(
                        Reason.BACKUP_DAMAGED, backup.file(), table.name() + ": " + rows + " / " + table.size());
            }
        }
    }

    private static void sequences(Connection owner, List<BackupManifest.Sequence> sequences) throws SQLException {
        try (PreparedStatement set = owner.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (BackupManifest.Sequence sequence : sequences) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.setBoolean(3, sequence.given());
                set.execute();
            }
        }
    }
}
