package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 夜间复算: each county's year accounts worked out anew every night, and what was found. */
@Service
public final class YearChecks {
    private static final int MOST_NAMED = 20;

    private final ScopedWork work;
    private final JdbcClient database;
    private final YearAccounts years;

    YearChecks(ScopedWork work, JdbcClient database, YearAccounts years) {
        this.work = work;
        this.database = database;
        this.years = years;
    }

    /**
     * What a night found in a county.
     *
     * @param firstBills the first of those that do not agree
     */
    public record Finding(
            String path, int accounts, int bills, int disagreements, List<Long> firstBills, OffsetDateTime ranAt) {
        public Finding {
            firstBills = List.copyOf(firstBills);
        }
    }

    /** Works out all counties that have hospitals, and keeps what was found. */
    public void run() {
        List<String> counties = database.sql("""
                        select distinct substring(path from '^([^/]+/[^/]+/[^/]+/)') as county from settlement.hospital
                        where path ~ '^([^/]+/){4}' order by 1
                        """).query(String.class).list();
        for (String county : counties) {
            Actor night = new Actor(0, "night", Set.of(), new Scope(county), "");
            YearAccounts.Recomputation found = years.recompute(night);
            work.write(
                    night,
                    () -> database.sql("""
                            insert into settlement.year_check (path, accounts, bills, disagreements, first_bills)
                            values (:path, :accounts, :bills, :disagreements, :first)
                            """)
                            .param("path", county)
                            .param("accounts", found.accounts())
                            .param("bills", found.bills())
                            .param("disagreements", found.disagreements().size())
                            .param(
                                    "first",
                                    found.disagreements().stream()
                                            .limit(MOST_NAMED)
                                            .map(YearAccounts.Disagreement::billId)
                                            .toArray(Long[]::new))
                            .update());
        }
    }

    /** The last finding of each county that the reader sees. */
    public List<Finding> latest(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("select distinct on (path) * from settlement.year_check order by path, id desc")
                        .query((row, number) -> new Finding(
                                row.getString("path"),
                                row.getInt("accounts"),
                                row.getInt("bills"),
                                row.getInt("disagreements"),
                                List.of((Long[]) row.getArray("first_bills").getArray()),
                                row.getObject("ran_at", OffsetDateTime.class)))
                        .list());
    }
}
