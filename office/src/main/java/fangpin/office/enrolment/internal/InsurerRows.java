package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.Insurer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of insurers and of the logins that are theirs. */
@Component
public final class InsurerRows {
    private static final RowMapper<Insurer> INSURER = (row, number) ->
            new Insurer(row.getLong("id"), row.getString("path"), row.getString("code"), row.getString("name"));

    private final JdbcClient database;

    InsurerRows(JdbcClient database) {
        this.database = database;
    }

    /** All one may see, by code. */
    public List<Insurer> all() {
        return database.sql("select id, path, code, name from enrolment.insurer order by code, id")
                .query(INSURER)
                .list();
    }

    /** One of them. */
    public Optional<Insurer> find(long id) {
        return database.sql("select id, path, code, name from enrolment.insurer where id = ?")
                .param(id)
                .query(INSURER)
                .optional();
    }

    /** Keeps a new one. */
    public long insert(String path, String code, String name, long actor) {
        return database.sql(
                        "insert into enrolment.insurer (path, code, name, entered_by) values (?, ?, ?, ?) returning id")
                .params(path, code, name, actor)
                .query(Long.class)
                .single();
    }

    /** The accounts that are its own. */
    public List<Long> logins(long insurer) {
        return database.sql("select account_id from enrolment.insurer_login where insurer_id = ? order by account_id")
                .param(insurer)
                .query(Long.class)
                .list();
    }

    /** The insurers that an account belongs to. */
    public Set<Long> of(long account) {
        return database.sql("select insurer_id from enrolment.insurer_login where account_id = ?")
                .param(account)
                .query(Long.class)
                .set();
    }

    /** Gives it a login. */
    public void addLogin(Insurer insurer, long account, long actor) {
        database.sql("""
                        insert into enrolment.insurer_login (insurer_id, path, account_id, entered_by) values (?, ?, ?, ?)
                        on conflict do nothing
                        """).params(insurer.id(), insurer.path(), account, actor).update();
    }

    /** Takes a login from it. */
    public void removeLogin(long insurer, long account) {
        database.sql("delete from enrolment.insurer_login where insurer_id = ? and account_id = ?")
                .params(insurer, account)
                .update();
    }
}
