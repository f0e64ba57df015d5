package fangpin.office.register.internal;

import fangpin.office.register.Determination;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of public notices and of what was said against them. */
@Component
public final class Notices {
    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    /** Adds a case to the notice of its village, kind and days; makes the notice when there is none yet. Answers the notice. */
    long add(Determination said, String place, LocalDate from, LocalDate to, long actor) {
        String title = Determination.word(said.kind()) + ":"
                + (said.statusKind() == null ? "" : said.statusKind().id());
        Long notice = database.sql("""
                        select id from register.public_notice
                        where path = :path and title = :title and clause = :clause and place = :place
                          and shown_from = :from and shown_to = :to
                        """)
                .param("path", said.path())
                .param("title", title)
                .param("clause", said.clause())
                .param("place", place)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (notice == null) {
            notice = database.sql("""
                            insert into register.public_notice (path, title, clause, place, shown_from, shown_to, entered_by)
                            values (?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(said.path(), title, said.clause(), place, from, to, actor)
                    .query(Long.class)
                    .single();
        }
        database.sql("insert into register.public_notice_entry (notice_id, path, determination_id) values (?, ?, ?)")
                .params(notice, said.path(), said.id())
                .update();
        return notice;
    }

    /** Whether somebody objected and has no answer yet. */
    boolean hasOpenObjection(long determination) {
        return database.sql(
                        "select exists (select from register.objection where determination_id = ? and answered_on is null)")
                .param(determination)
                .query(Boolean.class)
                .single();
    }
}
