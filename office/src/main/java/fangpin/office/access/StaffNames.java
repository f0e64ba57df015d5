package fangpin.office.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 经办人姓名: the names of accounts whose work stands on a page, those of divisions above too. */
@Component
public final class StaffNames {
    private final JdbcClient database;

    StaffNames(JdbcClient database) {
        this.database = database;
    }

    /** The names by account; an account nobody knows is left out. */
    public Map<Long, String> namesOf(Collection<Long> accounts) {
        Map<Long, String> names = new HashMap<>();
        database.sql("select id, name from access.staff_names(?)")
                .param(accounts.toArray(Long[]::new))
                .query((row, number) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }
}
