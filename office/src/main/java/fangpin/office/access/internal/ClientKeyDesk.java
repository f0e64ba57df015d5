package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ClientKeys;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.access.StaffNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keys of programs: registered, replaced, withdrawn; the database lets none be edited. */
@Service
final class ClientKeyDesk implements ClientKeys {
    private static final String PROGRAM = """
            select account_id, path, rights from access.api_token where id = ? and revoked_at is null for update
            """;
    private static final String END = """
            update access.client_key set ended_at = ?, ended_by = ? where account_id = ? and ended_at is null
            returning public_key
            """;
    private static final String INSERT = """
            insert into access.client_key (account_id, path, public_key, entered_by, entered_at) values (?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select client_key.* from access.client_key join access.api_token using (account_id)
            where api_token.id = ? order by client_key.id desc
            """;
    private static final String IN_FORCE = """
            select public_key from access.client_key where account_id = ? and ended_at is null
            """;

    private record Program(long account, String path, List<String> rights) {
        boolean sendsMessages() {
            return rights.contains(Right.SETTLEMENT_READ.name()) || rights.contains(Right.SETTLEMENT_WRITE.name());
        }
    }

    private record Row(
            Sm2PublicKey key,
            long enteredBy,
            Instant from,
            @Nullable Instant until,
            @Nullable Long endedBy) {}

    private final JdbcClient database;
    private final ScopedWork work;
    private final StaffNames names;
    private final Audit audit;

    ClientKeyDesk(JdbcClient database, ScopedWork work, StaffNames names, Audit audit) {
        this.database = database;
        this.work = work;
        this.names = names;
        this.audit = audit;
    }

    @Override
    public Answer<Sm2PublicKey> register(Actor actor, long tokenId, String text, Instant now) {
        return Sm2PublicKey.read(text).then(key -> {
            if (KnownKeys.isPublished(key)) {
                return Answer.refused(AccessRefusal.KEY_PUBLISHED);
            }
            try {
                return work.write(actor, () -> registered(actor, tokenId, key, now));
            } catch (DuplicateKeyException takenMeanwhile) {
                return Answer.refused(AccessRefusal.KEY_USED);
            }
        });
    }

    private Answer<Sm2PublicKey> registered(Actor actor, long tokenId, Sm2PublicKey key, Instant now) {
        Optional<Program> found = program(tokenId);
        if (found.isEmpty()) {
            return Answer.refused(AccessRefusal.NOT_FOUND);
        }
        Program program = found.get();
        if (!program.sendsMessages()) {
            return Answer.refused(AccessRefusal.KEY_USELESS);
        }
        if (known(key)) {
            return Answer.refused(AccessRefusal.KEY_USED);
        }
        String before = end(actor, program, now).map(Sm2PublicKey::grouped).orElse("");
        database.sql(INSERT)
                .params(program.account(), program.path(), key.point(), actor.userId(), at(now))
                .update();
        audit.record(
                actor,
                AuditAction.CLIENT_KEY_REGISTERED,
                "token/" + tokenId,
                Map.of("before", before, "after", key.grouped()));
        return Answer.done(key);
    }

    /** Whether anybody has or had this key, in any division: who may not see the row is not told whose it is. */
    private boolean known(Sm2PublicKey key) {
        return database.sql("select access.client_key_known(?)")
                .param(key.point())
                .query(Boolean.class)
                .single();
    }

    private Optional<Sm2PublicKey> end(Actor actor, Program program, Instant now) {
        return database.sql(END)
                .params(at(now), actor.userId(), program.account())
                .query((row, n) -> Sm2PublicKey.ofPoint(row.getBytes(1)))
                .optional();
    }

    @Override
    public Answer<Long> withdraw(Actor actor, long tokenId, Instant now) {
        return work.write(actor, () -> {
            Optional<Sm2PublicKey> ended = program(tokenId).flatMap(program -> end(actor, program, now));
            if (ended.isEmpty()) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            audit.record(
                    actor,
                    AuditAction.CLIENT_KEY_WITHDRAWN,
                    "token/" + tokenId,
                    Map.of("before", ended.get().grouped()));
            return Answer.done(tokenId);
        });
    }

    @Override
    public List<Registered> of(Actor actor, long tokenId) {
        return work.read(actor, () -> {
            List<Row> rows =
                    database.sql(LIST).param(tokenId).query(ClientKeyDesk::row).list();
            Map<Long, String> who = names.namesOf(rows.stream()
                    .flatMap(row -> Stream.of(row.enteredBy(), row.endedBy()))
                    .filter(Objects::nonNull)
                    .toList());
            return rows.stream()
                    .map(row -> new Registered(
                            row.key(),
                            who.getOrDefault(row.enteredBy(), ""),
                            row.from(),
                            row.until(),
                            row.endedBy() == null ? "" : who.getOrDefault(row.endedBy(), "")))
                    .toList();
        });
    }

    @Override
    public Optional<Sm2PublicKey> inForce(Actor program) {
        return work.read(
                program,
                () -> database.sql(IN_FORCE)
                        .param(program.userId())
                        .query((row, n) -> Sm2PublicKey.ofPoint(row.getBytes(1)))
                        .optional());
    }

    private Optional<Program> program(long tokenId) {
        return database.sql(PROGRAM)
                .param(tokenId)
                .query((row, n) ->
                        new Program(row.getLong("account_id"), row.getString("path"), Arrays.asList((String[])
                                row.getArray("rights").getArray())))
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                Sm2PublicKey.ofPoint(row.getBytes("public_key")),
                row.getLong("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                AccountRows.time(row, "ended_at"),
                row.getObject("ended_by", Long.class));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
