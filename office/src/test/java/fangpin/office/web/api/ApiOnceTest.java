package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Neighbourhood;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request sent again changes nothing again: after an answer, at the same time, after a crash in the middle. */
class ApiOnceTest {
    private static final String CASES = "/api/v1/cases";

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Program program =
            Program.of(office, Neighbourhood.EAST, Right.REGISTER_READ, Right.REGISTER_WRITE, Right.REGISTER_IMPORT);
    private final long person =
            place.household(Neighbourhood.UPPER_VILLAGE, 1, true).getFirst();
    private final String body = ApiCases.graduation(person, "2020-03-01");
    private final String key = UUID.randomUUID().toString();

    private long count(String what) {
        Actor clerk = place.clerkOf("api-counts", Neighbourhood.EAST);
        return office.part(ScopedWork.class)
                .read(
                        clerk,
                        () -> office.part(JdbcClient.class)
                                .sql(what)
                                .query(Long.class)
                                .single());
    }

    private long casesOfPerson() {
        return count("select count(*) from register.determination_person where person_id = " + person);
    }

    private void owner(String statement) {
        try (Connection owner = connect();
                Statement work = owner.createStatement()) {
            work.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                office.database().url(),
                office.database().owner().role(),
                office.database().owner().password());
    }

    @Test
    void theSameRequestGetsTheSameReceiptAndTheSameKeyWithAnotherRequestNone() {
        Program.Reply first = program.post(CASES, body, key);
        assertEquals(201, first.status(), first.text());
        assertEquals("false", first.header("Idempotency-Replayed"));
        Program.Reply again = program.post(CASES, body.replace(", ", ",   "), key.toUpperCase(java.util.Locale.ROOT));
        assertEquals(201, again.status());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.body().get("address").asString(), first.header("Location"));
        assertEquals(1, casesOfPerson());
        Program.Reply other = program.post(CASES, body.replace("2020-03-01", "2020-03-02"), key);
        assertEquals(422, other.status());
        assertEquals("IDEMPOTENCY_KEY_REUSED", other.reason());
        Program.Reply elsewhere =
                program.post(first.header("Location") + "/withdrawal", "{\"version\":1,\"note\":\"x\"}", key);
        assertEquals("IDEMPOTENCY_KEY_REUSED", elsewhere.reason());
        Program.Reply otherClient =
                Program.of(office, Neighbourhood.EAST, Right.REGISTER_WRITE).post(CASES, body, key);
        assertEquals("ALREADY_UNDER_WAY", otherClient.reason(), "another program's key is another key");
    }

    @Test
    void aRefusalKeepsNoKeyForItChangedNothing() {
        String wrong = ApiCases.graduation(person, "2001-01-01");
        Program.Reply refused = program.post(CASES, wrong, key);
        assertEquals(422, refused.status());
        assertEquals("DOES_NOT_HOLD", refused.reason());
        assertEquals(201, program.post(CASES, body, key).status());
    }

    @Test
    void ofManyAtOnceOneIsDoneAndTheOthersHearOfItOrWait() throws InterruptedException, ExecutionException {
        List<Callable<Program.Reply>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(() -> program.post(CASES, body, key));
        }
        List<Program.Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Program.Reply> reply : threads.invokeAll(requests)) {
                replies.add(reply.get());
            }
        }
        assertTrue(
                replies.stream()
                        .allMatch(
                                reply -> reply.status() == 201 || reply.reason().equals("REQUEST_IN_PROGRESS")),
                replies.toString());
        assertEquals(
                1,
                replies.stream()
                        .filter(reply -> reply.header("Idempotency-Replayed").equals("false"))
                        .count());
        assertEquals(1, casesOfPerson());
    }

    @Test
    void whileTheFirstIsBeingWorkedOnTheSecondIsToldSoAtOnce()
            throws SQLException, InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection owner = connect();
                Statement work = owner.createStatement()) {
            owner.setAutoCommit(false);
            work.execute("lock table register.determination in exclusive mode");
            Future<Program.Reply> first = threads.submit(() -> program.post(CASES, body, key));
            String second;
            int tries = 0;
            do {
                // until the first holds its key, the second would be the first
                Thread.sleep(100);
                second = office.part(JdbcClient.class)
                        .sql("select count(*) from pg_locks where locktype = 'advisory'")
                        .query(String.class)
                        .single();
            } while (second.equals("0") && tries++ < 80);
            Program.Reply told = program.post(CASES, body, key);
            owner.rollback();
            assertEquals(409, told.status(), told.text());
            assertEquals("REQUEST_IN_PROGRESS", told.reason());
            assertEquals(201, first.get().status());
        }
        assertEquals(1, casesOfPerson());
    }

    @Test
    void aCrashBetweenTheChangeAndItsKeyLeavesNeither() {
        owner("create function web.crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$");
        owner("create trigger crash before insert on web.request_key for each row execute function web.crash()");
        try {
            Program.Reply broken = program.post(CASES, body, key);
            assertEquals(500, broken.status());
            assertTrue(broken.body().get("reference").asString().matches("[0-9a-f]{8}"));
            assertFalse(broken.text().contains("crash"), broken.text());
            assertEquals(0, casesOfPerson());
        } finally {
            owner("drop trigger crash on web.request_key");
            owner("drop function web.crash()");
        }
        assertEquals(201, program.post(CASES, body, key).status());
        assertEquals(1, casesOfPerson());
    }

    @Test
    void aKeyIsForgottenAfterADayAndNotBefore() {
        assertEquals(201, program.post(CASES, body, key).status());
        long before = count("select count(*) from web.request_key");
        KeyRows rows = office.part(KeyRows.class);
        Instant now = office.part(Clock.class).instant();
        office.part(KeyUpkeep.class).forget();
        assertEquals(before, count("select count(*) from web.request_key"));
        assertTrue(rows.forget(now.plusSeconds(60)) >= 1);
        assertEquals(0, count("select count(*) from web.request_key"));
        assertEquals("ALREADY_UNDER_WAY", program.post(CASES, body, key).reason());
    }

    @Test
    void whatIsKeptNamesNothingOfTheRequest() throws SQLException {
        assertEquals(201, program.post(CASES, body, key).status());
        try (Connection owner = connect();
                Statement work = owner.createStatement();
                var rows = work.executeQuery("select request_key::text from web.request_key")) {
            while (rows.next()) {
                assertFalse(
                        rows.getString(1).contains("收入稳定") || rows.getString(1).contains(key));
            }
        }
    }

    @Test
    void aFileSentTwiceIsOneRoster() {
        long rosters = count("select count(*) from register.import_batch");
        Program.Reply first = ApiCases.roster(program, key, "张三");
        assertEquals(201, first.status(), first.text());
        assertEquals(first.body(), ApiCases.roster(program, key, "张三").body());
        assertEquals(
                "IDEMPOTENCY_KEY_REUSED", ApiCases.roster(program, key, "张四").reason());
        assertEquals(rosters + 1, count("select count(*) from register.import_batch"));
    }
}
