package fangpin.office.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.AuditCheck;
import fangpin.office.access.AuditFinding.Kind;
import fangpin.office.access.AuditReport;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.Secrets;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest {
    private static final Actor CLERK =
            new Actor(7, "刘清", Set.of(Role.POVERTY_OFFICE), new Scope("370000/371000/371082/"), "威海市 · 荣成市");

    @TempDir
    Path folder;

    private final DatabaseAddress address = TestDatabase.fresh();
    private final Side office = new Side(address, address.office());
    private final Side owner = new Side(address, address.owner());

    private Secrets secrets;
    private AuditHead head;
    private Audit audit;
    private AuditSealer sealer;

    /** One connection as one role. */
    private static final class Side {
        final SingleConnectionDataSource source;
        final JdbcTemplate database;
        final JdbcTransactionManager transactions;
        final TransactionTemplate transaction;

        Side(DatabaseAddress address, Login login) {
            source = new SingleConnectionDataSource(address.url(), login.role(), login.password(), true);
            database = new JdbcTemplate(source);
            transactions = new JdbcTransactionManager(source);
            transaction = new TransactionTemplate(transactions);
        }
    }

    @BeforeEach
    void open() {
        secrets = Secrets.in(folder.resolve("secrets"), CryptoSuite.NATIONAL);
        head = new AuditHead(folder.resolve("audit/head"));
        audit = new Audit(new AuditWriter(office.database, secrets), office.transactions);
        sealer = new AuditSealer(
                office.database, office.transaction, secrets.keys().auditKey(), head);
    }

    @AfterEach
    void close() {
        office.source.destroy();
        owner.source.destroy();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            int n = i;
            office.transaction.executeWithoutResult(status ->
                    audit.record(CLERK, AuditAction.CHANGED, "person/" + n, Map.of("phone", "138****" + 1000 + n)));
        }
    }

    private AuditReport verify(Side side) {
        return new AuditVerifier(
                        side.database, side.transactions, secrets.keys().auditKey(), head)
                .verify();
    }

    @Test
    void aSoundAuditVerifiesAndTheTailThatNoSealCoversIsReported() {
        assertEquals(new AuditReport(0, 0, List.of(), 0), verify(office));
        write(20);
        assertEquals(AuditSealer.Pass.DONE, sealer.passAll());
        write(3);
        assertEquals(new AuditReport(20, 3, List.of(), 0), verify(office));
        sealer.passAll();
        assertEquals(new AuditReport(23, 0, List.of(), 0), verify(owner));
    }

    @Test
    void aRecordThatCommitsLateIsSealedLateAndNobodyWaits() {
        Side slow = new Side(address, address.office());
        Audit slowAudit = new Audit(new AuditWriter(slow.database, secrets), slow.transactions);
        slow.transaction.executeWithoutResult(status -> {
            slowAudit.record(CLERK, AuditAction.IMPORTED, "import/1", Map.of());
            write(2);
            sealer.passAll();
            assertEquals(2, verify(owner).sealed());
        });
        sealer.passAll();
        assertEquals(new AuditReport(3, 0, List.of(), 0), verify(owner));
        slow.source.destroy();
    }

    @Test
    void workThatCannotBeRecordedIsNotDoneAndARecordWithoutWorkNeither() {
        assertThrows(IllegalStateException.class, () -> audit.record(CLERK, AuditAction.CHANGED, "person/1", Map.of()));
        owner.database.execute("revoke insert on access.audit_record from fangpin_office");
        assertThrows(
                DataAccessException.class,
                () -> office.transaction.executeWithoutResult(status -> {
                    office.database.update(
                            "insert into access.sign_in_attempt values (decode('00', 'hex'), 1, now(), null)");
                    audit.record(CLERK, AuditAction.CHANGED, "person/1", Map.of());
                }));
        assertEquals(0L, owner.database.queryForObject("select count(*) from access.sign_in_attempt", Long.class));
    }

    @Test
    void personalNumbersTypedWhereNoneBelongsAreHidden() {
        office.transaction.executeWithoutResult(status -> {
            audit.recordStranger("999900199001010015", AuditAction.SIGN_IN_FAILED, "sign-in", Map.of());
            audit.record(CLERK, AuditAction.CHANGED, "x/13800001234", Map.of("reason", "卡号6200000000000000003有误"));
        });
        String all = String.join(
                "\n",
                owner.database.queryForList(
                        "select actor_name || subject || details from access.audit_record order by number",
                        String.class));
        assertFalse(all.matches("(?s).*[0-9]{7}.*"), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.audit_record set subject = 'x'",
                "delete from access.audit_record",
                "truncate access.audit_record",
                "update access.audit_seal set number = 0",
                "delete from access.audit_seal",
                "truncate access.audit_seal",
                "alter table access.audit_record disable trigger all",
                "drop table access.audit_seal"
            })
    void theOfficeCanOnlyAdd(String sql) {
        write(1);
        sealer.passAll();
        assertThrows(DataAccessException.class, () -> office.database.execute(sql));
        if (!sql.startsWith("alter") && !sql.startsWith("drop")) {
            assertThrows(
                    DataAccessException.class,
                    () -> owner.database.execute(sql),
                    "nor the owner, while the trigger stands");
        }
        assertTrue(verify(owner).sound());
    }

    /** One way to harm the audit, as somebody who rules the database and has switched off its triggers. */
    private String harm(Random random, int size) {
        int at = 1 + random.nextInt(size);
        int other = 1 + (at + random.nextInt(size - 1)) % size;
        return switch (random.nextInt(12)) {
            case 0 -> "update access.audit_record set subject = subject || 'x' where number = " + at;
            case 1 -> "update access.audit_record set details = '{}' where number = " + at;
            case 2 -> "update access.audit_record set at = at + interval '1 microsecond' where number = " + at;
            case 3 -> "update access.audit_record set actor_id = 8 where number = " + at;
            case 4 -> "update access.audit_record set path = '370000/' where number = " + at;
            case 5 -> "update access.audit_record set hash = sha256(hash) where number = " + at;
            case 6 -> "delete from access.audit_record where number = " + at;
            case 7 ->
                "delete from access.audit_record where number >= " + at
                        + "; delete from access.audit_seal where number >= " + at;
            case 8 -> "delete from access.audit_seal where position = " + at;
            case 9 ->
                "update access.audit_record set number = -1 where number = " + at
                        + "; update access.audit_record set number = " + at + " where number = " + other
                        + "; update access.audit_record set number = " + other + " where number = -1";
            case 10 -> "update access.audit_seal set link = sha256(link) where position = " + at;
            default -> "truncate access.audit_record, access.audit_seal";
        };
    }

    @Test
    void aThousandRandomEditsDeletionsAndTruncationsAreAllFound() {
        int size = 60;
        write(size);
        sealer.passAll();
        owner.database.execute("alter table access.audit_record disable trigger user");
        owner.database.execute("alter table access.audit_seal disable trigger user");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            String harm = harm(random, size);
            owner.transaction.executeWithoutResult(status -> {
                owner.database.execute(harm);
                assertFalse(verify(owner).sound(), () -> "seed " + seed + ": " + harm);
                status.setRollbackOnly();
            });
        }
        assertTrue(verify(owner).sound(), "each harm was undone again");
    }

    @Test
    void theHeadOutsideTheDatabaseCannotBeLostOrChangedUnnoticedAndACutChainIsNotContinued() throws IOException {
        write(5);
        sealer.passAll();
        Path file = folder.resolve("audit/head");
        String before = Files.readString(file);
        for (String text :
                new String[] {"", "5", "4 " + "00".repeat(32), "99 " + "ab".repeat(32), before.replace("5 ", "4 ")}) {
            Files.writeString(file, text);
            assertEquals(1, verify(owner).findingCount(), text);
        }
        Files.delete(file);
        assertEquals(Kind.HEAD_WRONG, verify(owner).findings().getFirst().kind());
        Files.writeString(file, before);
        owner.database.execute("alter table access.audit_record disable trigger user");
        owner.database.execute("alter table access.audit_seal disable trigger user");
        owner.database.execute("delete from access.audit_seal where position > 3");
        write(1);
        assertEquals(AuditSealer.Pass.CUT, sealer.passAll());
        assertEquals(before, Files.readString(file), "the proof of the cut stays");
        assertEquals(Kind.END_CUT, verify(owner).findings().getFirst().kind());
    }

    @Test
    void aReaderSeesHisDivisionAndStrangersOnly() {
        write(1);
        office.transaction.executeWithoutResult(
                status -> audit.recordStranger("nobody", AuditAction.SIGN_IN_FAILED, "sign-in", Map.of()));
        Map<String, Integer> seen = Map.of("370000/371000/371082/", 2, "370000/", 2, "330000/", 1, "", 0);
        seen.forEach((scope, rows) -> office.transaction.executeWithoutResult(status -> {
            office.database.queryForObject("select set_config('fangpin.scope', ?, true)", String.class, scope);
            assertEquals(
                    rows,
                    office.database.queryForObject("select count(*) from access.audit_record", Integer.class),
                    scope);
        }));
    }

    @Test
    void afterARestoreTheEndOfTheChainIsAcceptedUnlessAnythingElseIsWrong() {
        write(5);
        sealer.passAll();
        owner.database.execute("alter table access.audit_record disable trigger user");
        owner.database.execute("alter table access.audit_seal disable trigger user");
        owner.database.execute("delete from access.audit_seal where position > 3");
        owner.database.execute("delete from access.audit_record where number > 3");
        Path keys = folder.resolve("secrets");
        Path file = folder.resolve("audit/head");
        owner.database.execute("update access.audit_record set subject = 'x' where number = 2");
        AuditCheck.acceptRestored(address, keys, file);
        assertEquals(AuditSealer.Pass.CUT, sealer.passAll(), "a changed record is not accepted");
        owner.database.execute("update access.audit_record set subject = 'person/1' where number = 2");
        AuditCheck.acceptRestored(address, keys, file);
        assertEquals(AuditSealer.Pass.DONE, sealer.passAll());
        assertTrue(AuditCheck.run(address, keys, file).sound());
        assertEquals(
                2L,
                owner.database.queryForObject(
                        "select count(*) from access.audit_record where action = 'RESTORED'", Long.class));
    }
}
