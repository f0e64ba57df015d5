package fangpin.office.access;

import fangpin.office.access.internal.AuditHead;
import fangpin.office.access.internal.AuditVerifier;
import fangpin.office.access.internal.KeyFolder;
import fangpin.office.database.DatabaseAddress;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 审计核验: finds every record that was altered, taken out or put in another place, and says how long the unsealed end is. */
public final class AuditCheck {
    private AuditCheck() {}

    /** Verifies the audit of a database with the keys of a folder and the head of the chain in a file. */
    public static AuditReport run(DatabaseAddress database, Path keyFolder, Path head) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.office().role(), database.office().password(), true);
        try {
            return new AuditVerifier(
                            new JdbcTemplate(source),
                            new JdbcTransactionManager(source),
                            KeyFolder.open(keyFolder).auditKey(),
                            new AuditHead(head))
                    .verify();
        } finally {
            source.destroy();
        }
    }
}
