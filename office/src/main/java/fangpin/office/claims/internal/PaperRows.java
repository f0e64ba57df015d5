package fangpin.office.claims.internal;

import fangpin.office.claims.Claim;
import fangpin.office.claims.Paper;
import fangpin.office.claims.PaperKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of papers: what was told, what came. */
@Component
public final class PaperRows {
    private final JdbcClient database;

    PaperRows(JdbcClient database) {
        this.database = database;
    }

    /** What the family was told to bring, in the order of the list. */
    public List<Paper> of(long claim) {
        return database
                .sql("select * from claims.paper where claim_id = ?")
                .param(claim)
                .query((row, number) -> new Paper(
                        ClaimRows.value(PaperKind.class, row.getString("paper")),
                        row.getBoolean("needed"),
                        row.getInt("round"),
                        row.getObject("told_on", LocalDate.class),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("note")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Paper::kind))
                .toList();
    }

    /** Keeps what is told now; what was told before stands as it is. */
    public void tell(long claim, Collection<PaperKind> papers, int round, ClaimRows.By by) {
        database.sql("""
                        insert into claims.paper (claim_id, paper, path, insurer_id, needed, round, told_on, told_by)
                        select claim.id, paper, claim.path, claim.insurer_id, true, :round, :day, :actor
                        from claims.claim, unnest(:papers::text[]) paper where claim.id = :claim
                        """)
                .param("papers", papers.stream().map(Claim::word).toArray(String[]::new))
                .param("round", round)
                .param("day", by.day())
                .param("actor", by.actor())
                .param("claim", claim)
                .update();
    }

    /** A paper came; false when it was not asked for, or came before. */
    public boolean receive(long claim, PaperKind paper, ClaimRows.By by) {
        return database.sql("""
                        update claims.paper set received_on = ?, received_by = ?
                        where claim_id = ? and paper = ? and received_on is null
                        """)
                        .params(by.day(), by.actor(), claim, Claim.word(paper))
                        .update()
                > 0;
    }

    /** A paper can be done without; false when it was not waited for. */
    public boolean doWithout(long claim, PaperKind paper, String why) {
        return database.sql("""
                        update claims.paper set needed = false, note = ?
                        where claim_id = ? and paper = ? and needed and received_on is null
                        """).params(why, claim, Claim.word(paper)).update() > 0;
    }
}
