package fangpin.office.register.roster;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人数随导入而变: the one place where an import tells the headcounts of its persons, all at once. */
@Component
final class HeadcountCall {
    private static final String OF_ROWS = """
            select register.count_persons(
                (select array_agg(person_id) from register.import_row where batch_id = :batch and outcome = any (:outcomes)), :sign)
            """;
    private static final String OF_EFFECTS = """
            select register.count_persons(
                (select array_agg(distinct person_id) from register.import_effect where batch_id = :batch), :sign)
            """;

    private final JdbcClient database;

    HeadcountCall(JdbcClient database) {
        this.database = database;
    }

    /** Counts the persons an import found in the register. */
    void countKnown(long batch, int sign) {
        countRows(batch, sign, "changed", "moved");
    }

    /** Counts in the persons an import added or found. */
    void countAll(long batch) {
        countRows(batch, 1, "new", "changed", "moved");
    }

    /** Counts the persons an accepted import did anything to. */
    void countEffects(long batch, int sign) {
        database.sql(OF_EFFECTS)
                .param("sign", sign)
                .param("batch", batch)
                .query((row, number) -> number)
                .list();
    }

    /** Counts these persons. */
    void count(List<Long> persons, int sign) {
        if (!persons.isEmpty()) {
            database.sql("select register.count_persons(?, ?)")
                    .params(persons.toArray(Long[]::new), sign)
                    .query((row, number) -> number)
                    .single();
        }
    }

    private void countRows(long batch, int sign, String... outcomes) {
        database.sql(OF_ROWS)
                .param("sign", sign)
                .param("batch", batch)
                .param("outcomes", outcomes)
                .query((row, number) -> number)
                .list();
    }
}
