package fangpin.office.claims.internal;

import fangpin.office.claims.Appeal;
import fangpin.office.claims.Claim;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of appeals. */
@Component
public final class AppealRows {
    private final JdbcClient database;

    AppealRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps an appeal. */
    public long insert(Claim claim, String by, String grounds, ClaimRows.By entered) {
        return database.sql("""
                        insert into claims.appeal (claim_id, path, insurer_id, appealed_by, grounds, after_stage, entered_by, entered_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        claim.id(),
                        claim.path(),
                        claim.insurerId(),
                        by.strip(),
                        grounds.strip(),
                        Claim.word(claim.stage()),
                        entered.actor(),
                        entered.day())
                .query(Long.class)
                .single();
    }

    /** Answers an appeal. */
    public void answer(long appeal, boolean reopened, String answer, ClaimRows.By by) {
        database.sql("update claims.appeal set reopened = ?, answer = ?, answered_by = ?, answered_on = ? where id = ?")
                .params(reopened, answer.strip(), by.actor(), by.day(), appeal)
                .update();
    }

    /** The appeals on a claim, the first first. */
    public List<Appeal> of(long claim) {
        return database.sql("select * from claims.appeal where claim_id = ? order by id")
                .param(claim)
                .query((row, number) -> new Appeal(
                        row.getLong("id"),
                        row.getString("appealed_by"),
                        row.getString("grounds"),
                        ClaimRows.value(Claim.Stage.class, row.getString("after_stage")),
                        row.getLong("entered_by"),
                        row.getObject("entered_on", LocalDate.class),
                        row.getObject("reopened", Boolean.class),
                        row.getString("answer"),
                        row.getObject("answered_by", Long.class),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
    }
}
