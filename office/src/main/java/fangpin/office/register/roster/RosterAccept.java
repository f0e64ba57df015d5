package fangpin.office.register.roster;

import fangpin.office.register.RosterImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 入库: what the good rows of an import do to the register, in the transaction of the caller. */
@Component
final class RosterAccept {
    /** The register is no longer as it was when the rows were checked. */
    static final class ChangedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhileException() {
            super(null, null, false, false);
        }
    }

    private final JdbcClient database;
    private final HeadcountCall headcounts;

    RosterAccept(JdbcClient database, HeadcountCall headcounts) {
        this.database = database;
        this.headcounts = headcounts;
    }

    /**
     * Takes all good rows.
     *
     * @param endGone whether the status of persons the file does not name ends
     * @return persons whose status ended
     */
    int accept(RosterImport roster, long checker, boolean endGone) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", roster.id());
        values.put("maker", roster.enteredBy());
        values.put("checker", checker);
        values.put("kind", roster.statusKind().id());
        values.put("clause", roster.clause());
        values.put("day", roster.trueFrom());
        values.put("place", roster.path());
        database.sql("set local statement_timeout = '20min'").update();
        boolean many = roster.counts().read() >= StagingTable.MANY;
        if (many) {
            // what this transaction adds, no statistics know of: loops over what looks empty would take hours
            database.sql("set local enable_nestloop = off").update();
            database.sql("set local work_mem = '64MB'").update();
            // the names are indexed together, by note_accepted_rows
            database.sql("set local gin_pending_list_limit = '2GB'").update();
        }
        if (database.sql(AcceptSql.STALE).params(values).query(Boolean.class).single()) {
            throw new ChangedMeanwhileException();
        }
        List<Long> gone = endGone
                ? database.sql("select distinct spell.person_id" + GonePersons.FROM)
                        .params(values)
                        .query(Long.class)
                        .list()
                : List.of();
        values.put("gone", gone.toArray(Long[]::new));
        headcounts.countKnown(roster.id(), -1);
        headcounts.count(gone, -1);
        change(roster, values);
        headcounts.countAll(roster.id());
        headcounts.count(gone, 1);
        if (many) {
            database.sql("select register.note_accepted_rows()")
                    .query((row, number) -> number)
                    .single();
        }
        return gone.size();
    }

    private void change(RosterImport roster, Map<String, Object> values) {
        run(AcceptSql.HOUSEHOLDS, values);
        expect(roster.counts().added(), run(AcceptSql.NEW_PERSONS, values));
        expect(roster.counts().added(), run(AcceptSql.NEW_VERSIONS, values));
        expect(roster.counts().added(), run(AcceptSql.NEW_SPELLS, values));
        int known = roster.counts().changed() + roster.counts().moved();
        if (known > 0) {
            run(AcceptSql.PERSON_EFFECTS, values);
            expect(known, run(AcceptSql.CHANGED_PERSONS, values));
            run(AcceptSql.CHANGED_VERSIONS, values);
            if (roster.counts().moved() > 0) {
                run(AcceptSql.MOVED_SPELLS_ENDED, values);
                run(AcceptSql.SPELLS_NO_LONGER_KNOWN, values);
                run(AcceptSql.MOVED_SPELLS_ADDED, values);
            }
            run(AcceptSql.MISSING_SPELLS, values);
        }
        if (((Long[]) values.getOrDefault("gone", new Long[0])).length > 0) {
            run(AcceptSql.GONE_SPELLS_ENDED, values);
            run(AcceptSql.SPELLS_NO_LONGER_KNOWN, values);
            run(AcceptSql.GONE_SPELLS_ADDED, values);
        }
    }

    private int run(String sql, Map<String, Object> values) {
        return database.sql(sql).params(values).update();
    }

    private static void expect(int rows, int done) {
        if (rows != done) {
            throw new ChangedMeanwhileException();
        }
    }
}
