package fangpin.office.database;

import fangpin.office.database.internal.DatabaseFailures;
import fangpin.office.database.internal.InstallationRow;
import fangpin.office.database.internal.Messages;
import fangpin.office.database.internal.PasswordFile;
import fangpin.office.database.internal.Preparation;
import fangpin.office.database.internal.RunningServer;
import fangpin.office.database.internal.SettingsGuard;
import fangpin.office.database.internal.TableRestore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 办公数据库: the database of the office, prepared and reachable; its own server's, or that which comes with the office. */
public final class OfficeDatabase implements AutoCloseable {
    private static final String NAME = "fangpin";

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres server;

    private OfficeDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres server) {
        this.address = address;
        this.server = server;
    }

    /** Starts the server that comes with the office and prepares roles and database in it. */
    public static OfficeDatabase embedded(DataFolder folder, Progress progress) throws RefusedException {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, progress);
        try {
            progress.step(Messages.text("step-roles"));
            return new OfficeDatabase(prepare(server, folder), server);
        } catch (SQLException e) {
            server.close();
            throw DatabaseFailures.refused(e, server.url(NAME));
        } catch (RefusedException | IOException e) {
            server.close();
            throw DatabaseFailures.refused(e, folder);
        }
    }

    /** The database of an office that is running on the folder, to be read beside its work. */
    public static OfficeDatabase running(DataFolder folder) throws RefusedException {
        try {
            String url = RunningServer.url(folder.path().resolve("database"), NAME);
            Login owner = PasswordFile.of(folder.secrets(), Preparation.OWNER);
            Login office = PasswordFile.of(folder.secrets(), Preparation.OFFICE);
            return new OfficeDatabase(new DatabaseAddress(url, owner, office), null);
        } catch (IOException e) {
            throw DatabaseFailures.refused(e, folder);
        }
    }

    /** Prepares roles in the database of one's own server. */
    public static OfficeDatabase own(OwnServer server, DataFolder folder, Progress progress) throws RefusedException {
        progress.step(Messages.text("step-roles"));
        try {
            Login owner = PasswordFile.of(folder.secrets(), Preparation.OWNER);
            Login office = PasswordFile.of(folder.secrets(), Preparation.OFFICE);
            try (Connection administrator = Preparation.connect(server.url(), server.administrator())) {
                Preparation.requireFit(administrator);
                if (!Preparation.accepts(server.url(), owner) || !Preparation.accepts(server.url(), office)) {
                    Preparation.requireNobodyAtWork(administrator);
                    Preparation.roles(administrator, owner, office);
                }
                Preparation.rights(administrator);
            }
            return new OfficeDatabase(new DatabaseAddress(server.url(), owner, office), null);
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, server.url());
        } catch (IOException e) {
            throw DatabaseFailures.refused(e, folder);
        }
    }

    /** Prepares roles and database in a server that comes with the office. */
    public static DatabaseAddress prepare(EmbeddedPostgres server, DataFolder folder)
            throws SQLException, IOException, RefusedException {
        Login owner = PasswordFile.of(folder.secrets(), Preparation.OWNER);
        Login office = PasswordFile.of(folder.secrets(), Preparation.OFFICE);
        try (Connection administrator = Preparation.connect(server.url("postgres"), server.superuser())) {
            Preparation.roles(administrator, owner, office);
            Preparation.database(administrator);
        }
        try (Connection connection = Preparation.connect(server.url(NAME), server.superuser())) {
            Preparation.rights(connection);
        }
        return new DatabaseAddress(server.url(NAME), owner, office);
    }

    /** Where it is and who works in it. */
    public DatabaseAddress address() {
        return address;
    }

    /** Brings the tables up to date; refuses a database that a newer office has been at. */
    public void migrate(Progress progress) throws RefusedException {
        progress.step(Messages.text("step-migrate"));
        requireRestored(address);
        Migrations.run(address);
    }

    static void requireRestored(DatabaseAddress address) throws RefusedException {
        try (Connection owner = Preparation.connect(address.url(), address.owner())) {
            if (TableRestore.isUnfinished(owner)) {
                throw new RefusedException(Reason.RESTORE_UNFINISHED);
            }
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, address.url());
        }
    }

    /** Refuses settings that may lose data, and a role of the office that may do more than work. */
    public void requireSafe() throws RefusedException {
        requireSafe(address);
    }

    static void requireSafe(DatabaseAddress address) throws RefusedException {
        try (Connection office = Preparation.connect(address.url(), address.office())) {
            List<String> settings = SettingsGuard.unsafeSettings(office);
            if (!settings.isEmpty()) {
                throw new RefusedException(Reason.DATABASE_SETTINGS_UNSAFE, String.join(", ", settings));
            }
            List<String> role = SettingsGuard.unsafeRole(office);
            if (!role.isEmpty()) {
                throw new RefusedException(Reason.DATABASE_ROLE_UNSAFE, String.join(", ", role));
            }
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, address.url());
        }
    }

    /** The mark of this installation, once the tables are there. */
    public Installation installation() throws RefusedException {
        try (Connection office = Preparation.connect(address.url(), address.office())) {
            return InstallationRow.read(office);
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, address.url());
        }
    }

    /** Notes, once and for all, whether this installation shows the demonstration. */
    public void choose(boolean demonstration) throws RefusedException {
        try (Connection owner = Preparation.connect(address.url(), address.owner())) {
            InstallationRow.choose(owner, demonstration);
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, address.url());
        }
    }

    /** Stops the server, where it is the one that comes with the office. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
