package fangpin.office.supervision.internal;

import fangpin.office.supervision.FundBoard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** How rows of other rooms are read here. */
final class Reading {
    private Reading() {}

    /** A payment, without its account. */
    static FundBoard.Paid paid(ResultSet row, int number) throws SQLException {
        return new FundBoard.Paid(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getInt("number"),
                row.getString("path"),
                row.getLong("person_id"),
                row.getString("payee_name"),
                Objects.requireNonNullElse(row.getString("purpose"), ""),
                row.getLong("amount_fen"),
                row.getString("state"),
                row.getLong("entry_id"));
    }
}
