package fangpin.office.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.AuditDisposals;
import fangpin.office.access.AuditFinding;
import fangpin.office.access.AuditReport;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Login;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 审计清理: only what is old enough goes, by two persons, and whatever is done to the rest afterwards is still found. */
class AuditDisposalTest {
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    private final DatabaseAddress address = TestDatabase.fresh();
    private final SingleConnectionDataSource office = source(address.office());
    private final SingleConnectionDataSource owning = source(address.owner());
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(office);
    private final JdbcTemplate database = new JdbcTemplate(office);
    private final JdbcTemplate owner = new JdbcTemplate(owning);
    private final Actor auditing = administrator("audit-one", Role.AUDIT_ADMINISTRATOR, "370000/");
    private final Actor security = administrator("security-one", Role.SECURITY_ADMINISTRATOR, "370000/");
    private final Actor below = administrator("audit-below", Role.AUDIT_ADMINISTRATOR, "370000/371000/");

    private Secrets secrets;
    private AuditHead head;
    private Audit audit;
    private AuditSealer sealer;
    private AuditDisposals disposals;

    private SingleConnectionDataSource source(Login login) {
        return new SingleConnectionDataSource(address.url(), login.role(), login.password(), true);
    }

    private Actor administrator(String name, Role role, String path) {
        Long id = owner.queryForObject("""
                insert into access.account (user_name, display_name, kind, path, place, entered_at)
                values (?, ?, 'administrator', ?, 'x', now()) returning id
                """, Long.class, name, name, path);
        return new Actor(id == null ? 0 : id, name, Set.of(role), new Scope(path), "");
    }

    @BeforeEach
    void open() {
        secrets = Secrets.in(folder.resolve("secrets"), CryptoSuite.NATIONAL);
        head = new AuditHead(folder.resolve("audit/head"));
        audit = new Audit(new AuditWriter(database, secrets), transactions);
        sealer = new AuditSealer(
                database, new TransactionTemplate(transactions), secrets.keys().auditKey(), head);
        JdbcClient client = JdbcClient.create(database);
        disposals =
                new AuditDisposals(new ScopedWork(client, transactions), new AuditDisposalRows(client, secrets), audit);
    }

    @AfterEach
    void close() {
        office.destroy();
        owning.destroy();
    }

    /** Records that bear the time of so many days ago, sealed in their order. */
    private void write(int count, int daysAgo) {
        Actor clerk = new Actor(7, "刘清", Set.of(), new Scope("370000/371000/371082/"), "");
        for (int i = 0; i < count; i++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> audit.record(clerk, AuditAction.CHANGED, "person/1", Map.of()));
        }
        harm("update access.audit_record set at = at - interval '%d days' where at > now() - interval '1 day'"
                .formatted(daysAgo));
        resign();
        assertEquals(AuditSealer.Pass.DONE, sealer.passAll());
    }

    /** Signs what was given another time: as if it had been written then. */
    private void resign() {
        KeyedHash key = new KeyedHash(secrets.keys().auditKey());
        owner.query(
                "select * from access.audit_record where not exists (select from access.audit_seal seal where seal.number = audit_record.number)",
                row -> {
                    AuditRecord record = new AuditRecord(
                            row.getLong("number"),
                            row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                            new AuditRecord.Who(
                                    row.getLong("actor_id"), row.getString("actor_name"), row.getString("path")),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("from_address"),
                            row.getString("details"));
                    harm("update access.audit_record set hash = decode('%s', 'hex') where number = %d"
                            .formatted(java.util.HexFormat.of().formatHex(record.hash(key)), record.number()));
                });
    }

    /** As somebody who rules the database. */
    private void harm(String sql) {
        owner.execute("alter table access.audit_record disable trigger user");
        owner.execute("alter table access.audit_seal disable trigger user");
        owner.execute("alter table access.audit_disposal disable trigger user");
        owner.execute(sql);
        owner.execute("alter table access.audit_record enable trigger user");
        owner.execute("alter table access.audit_seal enable trigger user");
        owner.execute("alter table access.audit_disposal enable trigger user");
    }

    private AuditReport verify() {
        return new AuditVerifier(database, transactions, secrets.keys().auditKey(), head).verify();
    }

    private long ask(Actor actor) {
        return switch (disposals.ask(actor, "保存期限已过", now)) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> throw new AssertionError(refused);
        };
    }

    private static void refused(AccessRefusal why, Answer<Long> answer) {
        switch (answer) {
            case Answer.Done<Long> done -> throw new AssertionError(done);
            case Answer.Refused<Long> refused -> assertEquals(why, refused.reason());
        }
    }

    @Test
    void whatIsOldEnoughGoesByTwoPersonsAndTheRestStillVerifies() {
        write(6, 1200);
        write(4, 300);
        write(2, 30);
        AuditDisposals.Beyond beyond = disposals.beyond(auditing).orElseThrow();
        assertEquals(6, beyond.records());
        refused(AccessRefusal.REASON_MISSING, disposals.ask(auditing, " 无 ", now));
        refused(
                AccessRefusal.OUTSIDE_DIVISION,
                disposals.ask(new Actor(7, "x", Set.of(Role.AUDITOR), new Scope("370000/"), ""), "保存期限已过", now));
        long id = ask(auditing);
        refused(AccessRefusal.ASKED_ALREADY, disposals.ask(security, "保存期限已过", now));
        refused(AccessRefusal.SAME_PERSON, disposals.approve(auditing, id, now));
        assertEquals(6, disposals.beyond(auditing).orElseThrow().records(), "nothing is gone yet");
        assertEquals(new Answer.Done<>(6L), disposals.approve(security, id, now));
        refused(AccessRefusal.CHANGED_MEANWHILE, disposals.approve(security, id, now));
        assertTrue(disposals.beyond(auditing).isEmpty());
        sealer.passAll();
        assertEquals(List.of(), verify().findings());
        assertEquals(14, verify().sealed(), "6 gone, 6 kept, and what was done about it twice");
        assertEquals(8L, owner.queryForObject("select count(*) from access.audit_record", Long.class));

        // and once more, when less is kept: one proof stands on the other
        keepDays(200);
        assertEquals(4, disposals.beyond(security).orElseThrow().records());
        assertEquals(new Answer.Done<>(4L), disposals.approve(auditing, ask(security), now));
        sealer.passAll();
        assertEquals(List.of(), verify().findings());
        assertEquals(16, verify().sealed());
    }

    private void keepDays(int days) {
        owner.update(
                "insert into access.security_setting values ('AUDIT_KEEP_DAYS', ?, ?, now())", days, security.userId());
    }

    @Test
    void aRecordInBetweenThatIsYoungerHoldsBackWhatCameAfterIt() {
        write(3, 1200);
        write(1, 10);
        write(3, 1200);
        assertEquals(3, disposals.beyond(auditing).orElseThrow().records());
    }

    @Test
    void theLastLinkStaysWhateverItsAge() {
        write(5, 2000);
        assertEquals(4, disposals.beyond(auditing).orElseThrow().records());
        long id = ask(auditing);
        assertEquals(new Answer.Done<>(4L), disposals.approve(security, id, now));
        sealer.passAll();
        assertTrue(verify().sound());
    }

    @Test
    void nobodyDisposesOfRecordsOfOtherDivisions() {
        write(3, 1200);
        write(1, 1);
        Actor other = administrator("audit-other", Role.AUDIT_ADMINISTRATOR, "370000/370100/");
        refused(AccessRefusal.OUTSIDE_DIVISION, disposals.ask(other, "保存期限已过", now));
        long id = ask(below);
        refused(AccessRefusal.OUTSIDE_DIVISION, disposals.approve(other, id, now));
        assertEquals(new Answer.Done<>(id), disposals.drop(security, id, now));
        assertEquals(
                4,
                owner.queryForObject("select count(*) from access.audit_record where action = 'CHANGED'", Long.class));
        assertEquals(id + 1, ask(auditing), "what was dropped can be asked for again");
    }

    @Test
    void aLongerRetentionHoldsAndTheLawsCannotBeUndercut() {
        write(3, 1200);
        write(1, 1);
        long id = ask(auditing);
        keepDays(1300);
        refused(AccessRefusal.NOTHING_DUE, disposals.approve(security, id, now));
        owner.execute("alter table access.security_setting drop constraint security_setting_check");
        owner.execute("update access.security_setting set value = 1");
        write(2, 100);
        assertEquals(3, disposals.beyond(auditing).orElseThrow().records(), "184 days, whatever was set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from access.audit_disposal",
                "update access.audit_disposal set upto = upto + 1, records = records + 1",
                "update access.audit_disposal set link = sha256(link)",
                "update access.audit_disposal set reason = reason || '!'",
                "update access.audit_disposal set approved_by = approved_by + 100, asked_by = asked_by",
                "update access.audit_disposal set proof = sha256(proof)",
                "delete from access.audit_seal where position = 7; delete from access.audit_record where number = 7",
                "update access.audit_record set subject = 'x' where number = 8"
            })
    void whateverIsDoneToTheProofOrTheRestIsFound(String harm) {
        write(6, 1200);
        write(4, 30);
        long id = ask(auditing);
        disposals.approve(security, id, now);
        sealer.passAll();
        assertTrue(verify().sound());
        owner.execute("alter table access.audit_disposal drop constraint audit_disposal_approved_by_fkey");
        harm(harm);
        AuditReport report = verify();
        assertFalse(report.sound(), harm);
        assertTrue(report.findings().stream().map(AuditFinding::kind).distinct().count() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select access.dispose_audit(1)",
                "delete from access.audit_record",
                "select set_config('fangpin.disposing', 'on', false); delete from access.audit_record",
                "delete from access.audit_disposal",
                "update access.audit_disposal set upto = 9"
            })
    void theOfficeItselfCannotDeleteOtherwise(String sql) {
        write(6, 1200);
        write(1, 1);
        long id = ask(auditing);
        assertEquals(1, id);
        assertThrows(DataAccessException.class, () -> database.execute(sql));
        assertTrue(verify().sound());
    }
}
