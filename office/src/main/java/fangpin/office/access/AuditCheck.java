package fangpin.office.access;

import fangpin.office.access.internal.AuditHead;
import fangpin.office.access.internal.AuditVerifier;
import fangpin.office.access.internal.AuditWriter;
import fangpin.office.access.internal.KeyFolder;
import fangpin.office.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 审计核验: finds every record that was altered, taken out or put in another place, and says how long the unsealed end is. */
public final class AuditCheck {
    private AuditCheck() {}

    /** Verifies the audit of a database with the keys of a folder and the head of the chain in a file. */
    public static AuditReport run(DatabaseAddress database, Path keyFolder, Path head) {
        return with(
                database,
                (jdbc, transactions) ->
                        verifier(jdbc, transactions, keyFolder, head).verify());
    }

    /**
     * After a backup was restored the chain ends earlier than the head of this folder says, or there is no head: takes its end as the
     * head and records that, unless anything else is wrong.
     */
    public static AuditReport acceptRestored(DatabaseAddress database, Path keyFolder, Path head) {
        return with(database, (jdbc, transactions) -> {
            AuditReport report = verifier(jdbc, transactions, keyFolder, head).acceptEnd();
            Secrets secrets = Secrets.in(keyFolder, CryptoSuite.INTERNATIONAL);
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> new Audit(new AuditWriter(jdbc, secrets), transactions)
                            .recordStranger(
                                    "terminal",
                                    AuditAction.RESTORED,
                                    "audit",
                                    Map.of("findings", Long.toString(report.findingCount()))));
            return report;
        });
    }

    private static AuditVerifier verifier(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Path keyFolder, Path head) {
        return new AuditVerifier(jdbc, transactions, KeyFolder.open(keyFolder).auditKey(), new AuditHead(head));
    }

    private static AuditReport with(
            DatabaseAddress database, BiFunction<JdbcTemplate, PlatformTransactionManager, AuditReport> work) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.office().role(), database.office().password(), true);
        try {
            return work.apply(new JdbcTemplate(source), new JdbcTransactionManager(source));
        } finally {
            source.destroy();
        }
    }
}
