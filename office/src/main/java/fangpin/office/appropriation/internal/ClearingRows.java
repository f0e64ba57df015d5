package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.Clearings;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of words that a second person cleared. */
@Component
public final class ClearingRows {
    private final JdbcClient database;

    ClearingRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps one; false when it is cleared already. */
    public boolean insert(
            String path,
            String subject,
            String list,
            String word,
            String reason,
            long maker,
            long actor,
            LocalDate day) {
        return database.sql("""
                        insert into appropriation.clearing (path, subject, word, list, reason, made_by, cleared_by, cleared_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(path, subject, word, list, reason, maker, actor, day)
                        .update()
                == 1;
    }

    /** What was cleared for a subject. */
    public List<Clearings.Cleared> of(String subject) {
        return database.sql("select * from appropriation.clearing where subject = ? order by id")
                .param(subject)
                .query((row, number) -> new Clearings.Cleared(
                        row.getString("list"),
                        row.getString("word"),
                        row.getString("reason"),
                        row.getLong("cleared_by"),
                        row.getObject("cleared_on", LocalDate.class)))
                .list();
    }

    /** The words cleared for a subject, as list/word. */
    public Set<String> words(String subject) {
        return of(subject).stream().map(one -> one.list() + "/" + one.word()).collect(Collectors.toSet());
    }
}
