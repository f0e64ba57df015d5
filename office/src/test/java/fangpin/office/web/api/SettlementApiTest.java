package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fangpin.office.RunningOffice;
import fangpin.office.access.Right;
import fangpin.office.register.Neighbourhood;
import fangpin.office.settlement.Ward;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A hospital's system: tries, settles once, reads and cancels; another's token sees nothing of it. */
class SettlementApiTest {
    private static final Right[] SETTLES = {Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE};

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Program hospital = Program.of(office, ward.first.path(), SETTLES);

    @Test
    void aBillIsTriedSettledOnceReadAndCancelled() throws SQLException {
        String person = ward.insured(LocalDate.of(2020, 1, 1));
        String bill = bill(person, "api-" + UUID.randomUUID(), "12000.00");
        assertEquals(
                ward.first.id(),
                hospital.get("/api/v1/hospitals")
                        .body()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asLong());
        Program.Reply tried = hospital.post("/api/v1/settlements/trial", bill);
        assertEquals("3500.01", tried.body().get("paid").asString());
        assertEquals("2999.99", tried.body().get("due").asString());
        Program.Reply settled = hospital.post("/api/v1/settlements", bill);
        assertEquals(201, settled.status(), settled::text);
        String address = settled.body().get("address").asString();
        assertEquals(
                address,
                hospital.post("/api/v1/settlements", bill).body().get("address").asString());
        // settled on another thread than the one that took the request, and yet recorded as asked from there
        assertEquals(
                List.of("127.0.0.1", "127.0.0.1"),
                recorded("bill/" + settled.body().get("id").asLong()));
        Program.Reply read = hospital.get(address);
        assertEquals("3500.01", read.body().get("paid").asString());
        assertEquals(1, read.body().get("decisions").size());
        assertFalse(read.text().contains(person), "no ID number comes back");
        assertEquals(
                404,
                Program.of(office, Neighbourhood.EAST, SETTLES).get(address).status());
        assertEquals(
                201,
                hospital.post(address + "/cancellation", "{\"version\":1,\"reason\":\"费用录错\"}")
                        .status());
        assertEquals("cancelled", hospital.get(address).body().get("state").asString());
        Program.Reply again = hospital.post(address + "/cancellation", "{\"version\":2,\"reason\":\"费用录错\"}");
        assertEquals(409, again.status());
        assertEquals("ALREADY_CANCELLED", again.reason());
    }

    @Test
    void whatIsWrongIsNamed() {
        String person = ward.insured(LocalDate.of(2020, 1, 1));
        Program.Reply money = hospital.post("/api/v1/settlements/trial", bill(person, "api-w1", "12,000"));
        assertEquals("FIELDS_WRONG", money.reason());
        Program.Reply less = hospital.post("/api/v1/settlements/trial", bill(person, "api-w2", "1"));
        assertEquals("AMOUNTS_INCONSISTENT", less.reason());
        Program.Reply stranger =
                hospital.post("/api/v1/settlements/trial", bill("379999190001010019", "api-w3", "12000"));
        assertEquals("UNKNOWN_PERSON", stranger.reason());
    }

    /** What breaks one of many that come at once breaks no other, though they may have shared a transaction. */
    @Test
    void oneThatBreaksAmongManyAtOnceBreaksNoOther() throws Exception {
        owner("create function settlement.crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$");
        owner("create trigger crash before insert on settlement.bill for each row when (new.message_id = 'api-crash')"
                + " execute function settlement.crash()");
        List<String> messages = new ArrayList<>(List.of("api-crash"));
        for (int number = 0; number < 30; number++) {
            messages.add("api-m" + number + "-" + UUID.randomUUID());
        }
        try (ExecutorService systems = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Program.Reply>> sent = messages.stream()
                    .map(message -> bill(ward.insured(LocalDate.of(2020, 1, 1)), message, "12000.00"))
                    .<Callable<Program.Reply>>map(bill -> () -> hospital.post("/api/v1/settlements", bill))
                    .toList();
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Future<Program.Reply> reply : systems.invokeAll(sent)) {
                statuses.merge(reply.get().status(), 1, Integer::sum);
            }
            assertEquals(Map.of(201, 30, 500, 1), statuses);
        } finally {
            owner("drop trigger crash on settlement.bill");
            owner("drop function settlement.crash()");
        }
    }

    /** The same request from many places at once makes one bill; who comes too early is told to ask again. */
    @Test
    void theSameRequestManyTimesAtOnceMakesOneBill() throws Exception {
        String bill = bill(ward.insured(LocalDate.of(2020, 1, 1)), "api-" + UUID.randomUUID(), "12000.00");
        String key = UUID.randomUUID().toString();
        try (ExecutorService systems = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Program.Reply>> sent =
                    Collections.nCopies(12, () -> hospital.post("/api/v1/settlements", bill, key));
            Set<String> addresses = new TreeSet<>();
            for (Future<Program.Reply> reply : systems.invokeAll(sent)) {
                switch (reply.get().status()) {
                    case 201 -> addresses.add(reply.get().body().get("address").asString());
                    case 409 -> assertEquals("REQUEST_IN_PROGRESS", reply.get().reason());
                    default -> throw new AssertionError(reply.get().text());
                }
            }
            assertEquals(1, addresses.size());
        }
    }

    /** From where the records of a settled bill and of its ledger entry say that it was asked for. */
    private List<String> recorded(String bill) throws SQLException {
        try (Connection owner = connect();
                PreparedStatement work = owner.prepareStatement("""
                        select from_address from access.audit_record
                        where subject in (?, (select 'entry/' || id from fund.entry where subject = ?)) and action in ('SETTLED', 'POSTED')
                        """)) {
            work.setString(1, bill);
            work.setString(2, bill);
            List<String> addresses = new ArrayList<>();
            try (ResultSet rows = work.executeQuery()) {
                while (rows.next()) {
                    addresses.add(rows.getString(1));
                }
            }
            return addresses;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                office.database().url(),
                office.database().owner().role(),
                office.database().owner().password());
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = connect();
                Statement work = owner.createStatement()) {
            work.execute(sql);
        }
    }

    private String bill(String person, String message, String total) {
        return """
                {"hospital": %d, "messageId": "%s", "billNumber": "%s", "idNumber": "%s", "admittedOn": "2020-04-26",
                 "dischargedOn": "2020-05-10", "amounts": [{"column": "total_cost", "yuan": "%s"},
                 {"column": "eligible_cost", "yuan": "10000"}, {"column": "basic_paid", "yuan": "5500.00"},
                 {"column": "critical_illness_paid", "yuan": "0"}, {"column": "hospital_waiver", "yuan": "0"},
                 {"column": "medical_assistance_paid", "yuan": "0"}]}
                """.formatted(ward.first.id(), message, "Z" + message, person, total);
    }
}
