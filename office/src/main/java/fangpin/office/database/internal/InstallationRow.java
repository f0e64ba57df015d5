package fangpin.office.database.internal;

import fangpin.office.database.Installation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The one row of {@code office.installation}. */
public final class InstallationRow {
    private InstallationRow() {}

    /** The row. */
    public static Installation read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("select id, demonstration from office.installation");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("office.installation is empty");
            }
            UUID id = row.getObject(1, UUID.class);
            boolean demonstration = row.getBoolean(2);
            return new Installation(id, row.wasNull() ? Optional.empty() : Optional.of(demonstration));
        }
    }

    /** Writes the choice, where none was made yet. */
    public static void choose(Connection owner, boolean demonstration) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(
                "update office.installation set demonstration = ? where demonstration is null")) {
            update.setBoolean(1, demonstration);
            update.executeUpdate();
        }
    }
}
