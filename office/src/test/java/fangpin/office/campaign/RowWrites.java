package fangpin.office.campaign;

import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The rows of a settlement and nothing else, as pgbench would write them: prepared inserts of copies, one commit each. */
final class RowWrites implements AutoCloseable {
    private static final String SIZE = """
            select sum(pg_total_relation_size(name::regclass))::bigint from unnest(array['settlement.bill', 'settlement.decision',
                'fund.entry', 'fund.posting', 'access.audit_record', 'access.audit_seal', 'web.request_key']) as name
            """;
    private static final String COLUMNS = """
            select column_name from information_schema.columns where table_schema || '.' || table_name = ? and is_generated = 'NEVER'
              and (? or is_identity = 'NO') order by ordinal_position
            """;

    private final DatabaseAddress address;
    private final int clients;
    private final AtomicInteger unique;
    private final Connection connection;

    RowWrites(DatabaseAddress address, int clients) throws SQLException {
        this.address = address;
        this.clients = clients;
        connection = connect();
        connection.setAutoCommit(true);
        unique = new AtomicInteger((int) number("select coalesce(max(ordinal), 0) from settlement.bill"));
    }

    private Connection connect() throws SQLException {
        Connection made = DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password());
        made.setAutoCommit(false);
        return made;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a stored settlement takes of the disk: rows and indexes of all its tables, but for the two balances. */
    long bytesEach() throws SQLException {
        return number(SIZE) / number("select count(*) from settlement.bill");
    }

    /** How many a second all clients write, over so many seconds. */
    double rate(int seconds) throws Exception {
        List<long[]> templates = templates();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<Integer>> working = new ArrayList<>();
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                Random dice = new Random(client);
                working.add(threads.submit(() -> written(templates, dice, end)));
            }
            for (Future<Integer> one : working) {
                done += one.get();
            }
        }
        return done / ((System.nanoTime() - begun) / 1e9);
    }

    /** Bills that the office made, each with its entry. */
    private List<long[]> templates() throws SQLException {
        List<long[]> templates = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select bill.id, entry.id from settlement.bill join fund.entry on entry.subject = 'bill/' || bill.id
                        where bill.message_id like 'b%' order by bill.id limit 3000
                        """)) {
            while (rows.next()) {
                templates.add(new long[] {rows.getLong(1), rows.getLong(2)});
            }
        }
        return templates;
    }

    /** What a row can be given: all but what the database works out, and, when asked for, what it numbers. */
    private static List<String> columns(Connection connection, String table, boolean numbered) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            statement.setBoolean(2, numbered);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    /** Its places stand in the order of the table's columns. */
    private String copy(String table, String by, Map<String, String> changed) throws SQLException {
        List<String> columns = columns(connection, table, false);
        return "insert into " + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream()
                        .map(column -> changed.getOrDefault(column, column))
                        .collect(Collectors.joining(", "))
                + " from " + table + " where " + by + " = ?";
    }

    private int written(List<long[]> templates, Random dice, long end) throws SQLException {
        int done = 0;
        try (Connection own = connect();
                PreparedStatement bill = own.prepareStatement(
                        copy("settlement.bill", "id", Map.of("message_id", "?", "bill_number", "?", "ordinal", "?"))
                                + " returning id");
                PreparedStatement decision = own.prepareStatement(
                        copy("settlement.decision", "number = 1 and bill_id", Map.of("bill_id", "?")));
                PreparedStatement entry =
                        own.prepareStatement(copy("fund.entry", "id", Map.of("subject", "?")) + " returning id");
                PreparedStatement posting =
                        own.prepareStatement(copy("fund.posting", "entry_id", Map.of("entry_id", "?")));
                PreparedStatement lock = own.prepareStatement("""
                        select from fund.balance where account_id in (select account_id from fund.posting where entry_id = ?)
                        order by account_id for update
                        """);
                PreparedStatement balance = own.prepareStatement("""
                        update fund.balance set balance_fen = balance_fen + posting.amount_fen from fund.posting
                        where posting.account_id = balance.account_id and posting.entry_id = ?
                        """);
                PreparedStatement audit = own.prepareStatement(copy(
                        "access.audit_record",
                        "number",
                        Map.of("number", "nextval('access.audit_number')", "transaction", "pg_current_xact_id()")));
                PreparedStatement key = own.prepareStatement("""
                        insert into web.request_key (key_hash, path, account_id, request_hash, subject, address, made_at)
                        select sha256(?::bytea), path, account_id, request_hash, subject, address, now() from web.request_key limit 1
                        """)) {
            for (; System.nanoTime() < end; done++) {
                long[] template = templates.get(dice.nextInt(templates.size()));
                int number = unique.incrementAndGet();
                long made = made(bill, number, "w" + number, "w" + number, template[0]);
                Object _ = run(decision, made, template[0]);
                Object _ = run(lock, template[1]);
                Object _ = run(balance, template[1]);
                long posted = made(entry, "bill/" + made, template[1]);
                Object _ = run(posting, posted, template[1]);
                Object _ = run(audit, 1L);
                Object _ = run(audit, 1L);
                Object _ = run(key, ("w" + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                own.commit();
            }
        }
        return done;
    }

    private static boolean run(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement.execute();
    }

    private static long made(PreparedStatement statement, Object... values) throws SQLException {
        Object _ = run(statement, values);
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** So many settlements of the year before, of the same people, beside those that the office made. Their audit is left out. */
    static void fill(EmbeddedPostgres server, int stored) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(
                        server.url("fangpin"),
                        server.superuser().role(),
                        server.superuser().password());
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    create temporary table template as
                    select row_number() over () - 1 as place, bill.id as bill_id, entry.id as entry_id
                    from settlement.bill join fund.entry on entry.subject = 'bill/' || bill.id where bill.message_id like 'b%' limit 3000
                    """);
            statement.execute("""
                    create temporary table wanted as
                    select nextval('settlement.bill_id_seq') as new_bill, nextval('fund.entry_id_seq') as new_entry, number, template.*
                    from generate_series(1, %d) as number join template on template.place = number %% (select count(*) from template)
                    """.formatted(stored));
            copyAll(
                    superuser,
                    statement,
                    "settlement.bill",
                    "id = wanted.bill_id",
                    Map.of(
                            "id",
                            "new_bill",
                            "message_id",
                            "'f' || wanted.number",
                            "bill_number",
                            "'f' || wanted.number",
                            "ordinal",
                            "wanted.number",
                            "period_from",
                            "date '2019-01-01'"));
            copyAll(
                    superuser,
                    statement,
                    "settlement.decision",
                    "number = 1 and bill_id = wanted.bill_id",
                    Map.of("id", "nextval('settlement.decision_id_seq')", "bill_id", "new_bill"));
            copyAll(
                    superuser,
                    statement,
                    "fund.entry",
                    "id = wanted.entry_id",
                    Map.of("id", "new_entry", "subject", "'bill/' || new_bill"));
            copyAll(
                    superuser,
                    statement,
                    "fund.posting",
                    "entry_id = wanted.entry_id",
                    Map.of("entry_id", "new_entry"));
            statement.execute("analyze");
        }
    }

    private static void copyAll(
            Connection superuser, Statement statement, String table, String by, Map<String, String> changed)
            throws SQLException {
        List<String> columns = columns(superuser, table, true);
        statement.execute(
                "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select "
                        + columns.stream()
                                .map(column -> changed.getOrDefault(column, "old." + column))
                                .collect(Collectors.joining(", "))
                        + " from wanted join " + table + " old on old." + by.replace(" and ", " and old."));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
