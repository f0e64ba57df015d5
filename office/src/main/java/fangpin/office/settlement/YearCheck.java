package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.access.internal.AuditWriter;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.internal.BillRules;
import fangpin.office.settlement.internal.SettlementRows;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 年度账户复算: every year account of a database, whichever division's, worked out anew from its bills; also beside a running office. */
public final class YearCheck {
    private YearCheck() {}

    /** What does not agree. */
    public static YearAccounts.Recomputation run(DatabaseAddress database, Path keyFolder) {
        // as the owner, who sees all divisions
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.owner().role(), database.owner().password(), true);
        try {
            JdbcClient client = JdbcClient.create(source);
            JdbcTransactionManager transactions = new JdbcTransactionManager(source);
            ScopedWork work = new ScopedWork(client, transactions);
            Secrets secrets = Secrets.in(keyFolder, CryptoSuite.INTERNATIONAL);
            Audit audit = new Audit(new AuditWriter(new JdbcTemplate(source), secrets), transactions);
            BillRules rules = new BillRules(Adoptions.over(work, client, audit, DataFolder.packsBeside(keyFolder)));
            Actor terminal = new Actor(0, "terminal", Set.of(), new Scope("000000/"), "");
            return new YearAccounts(work, new SettlementRows(client), rules).recompute(terminal);
        } finally {
            source.destroy();
        }
    }
}
