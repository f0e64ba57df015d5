package fangpin.office.database;

import fangpin.office.database.internal.PasswordFile;
import fangpin.office.database.internal.Preparation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** 办公数据库: the database of the office with its roles, ready for migrations. */
public final class OfficeDatabase {
    private static final String NAME = "fangpin";

    private OfficeDatabase() {}

    /** Prepares roles and database in the server that comes with the office. */
    public static DatabaseAddress prepare(EmbeddedPostgres server, DataFolder folder) throws SQLException, IOException {
        Login owner = PasswordFile.of(folder.secrets(), Preparation.OWNER);
        Login office = PasswordFile.of(folder.secrets(), Preparation.OFFICE);
        try (Connection administrator = Preparation.connect(server.url("postgres"), server.superuser())) {
            Preparation.roles(administrator, owner, office);
            Preparation.database(administrator);
        }
        return opened(server.url(NAME), server.superuser(), owner, office);
    }

    private static DatabaseAddress opened(String url, Login administrator, Login owner, Login office)
            throws SQLException {
        try (Connection connection = Preparation.connect(url, administrator)) {
            Preparation.rights(connection);
        }
        return new DatabaseAddress(url, owner, office);
    }
}
