package fangpin.office.database.internal;

import fangpin.office.database.DataFolder;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/** What the database says when it does not let us in, turned into what a person can do about it. */
public final class DatabaseFailures {
    private DatabaseFailures() {}

    /** The refusal for a failure while connecting or preparing. */
    public static RefusedException refused(SQLException failure, String url) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        String said = String.valueOf(failure.getMessage());
        Reason reason = switch (state) {
            case "28P01", "28000" -> Reason.DATABASE_LOGIN_REFUSED;
            case "3D000" -> Reason.DATABASE_ABSENT;
            case "42501" -> Reason.DATABASE_RIGHTS_MISSING;
            case "53100" -> Reason.DATABASE_DISK_FULL;
            default -> state.startsWith("08") ? Reason.DATABASE_UNREACHABLE : Reason.DATABASE_FAILED;
        };
        return new RefusedException(reason, url, said);
    }

    /** The refusal for a failure of the file system; a refusal stays what it is. */
    public static RefusedException refused(Exception failure, DataFolder folder) {
        return switch (failure) {
            case RefusedException refused -> refused;
            case IOException io -> FileFailures.refused(io, folder.path());
            default -> throw new IllegalStateException(failure);
        };
    }
}
