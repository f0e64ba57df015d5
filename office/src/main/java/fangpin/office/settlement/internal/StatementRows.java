package fangpin.office.settlement.internal;

import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of statements and their differences. */
@Component
public final class StatementRows {
    private static final String STATEMENT = """
            select statement.*, hospital.path as own_path, hospital.code, hospital.name_zh, hospital.name_en,
                (select count(*) from settlement.statement_difference d where d.statement_id = statement.id) as differences,
                (select count(*) from settlement.statement_difference d
                    where d.statement_id = statement.id and d.closed_by is null) as open
            from settlement.statement left join settlement.hospital on hospital.id = statement.hospital_id
            """;

    private final JdbcClient database;

    StatementRows(JdbcClient database) {
        this.database = database;
    }

    /** What was decided in a month by hospital and product. */
    public List<Statement.Total> totals(LocalDate month) {
        return database.sql("""
                        select hospital.id as hospital_id, hospital.path as own_path, hospital.code, hospital.name_zh, hospital.name_en,
                            bill.pack, bill.product, count(distinct bill.id) as bills, sum(decision.difference_fen) as fen
                        from settlement.decision join settlement.bill on bill.id = decision.bill_id
                        join settlement.hospital on hospital.id = bill.hospital_id
                        where decision.decided_on >= :month and decision.decided_on < :next
                        group by hospital.id, bill.pack, bill.product order by hospital.path, bill.pack, bill.product
                        """)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .query((row, number) -> new Statement.Total(
                        hospital(row),
                        row.getString("pack"),
                        row.getString("product"),
                        row.getInt("bills"),
                        row.getLong("fen")))
                .list();
    }

    private static Hospital hospital(ResultSet row) throws SQLException {
        return new Hospital(
                row.getLong("hospital_id"),
                row.getString("own_path"),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"));
    }

    /** A bill of the month with what was decided on it. */
    public record Ours(long billId, long fen) {}

    /** What was decided in a month by bill: of one hospital, or of all that the reader sees. */
    public Map<StatementFile.Line, Ours> decided(LocalDate month, @Nullable Hospital hospital) {
        Map<StatementFile.Line, Ours> ours = new HashMap<>();
        database.sql("""
                        select bill.id, bill.bill_number, hospital.code, sum(decision.difference_fen) as fen
                        from settlement.decision join settlement.bill on bill.id = decision.bill_id
                        join settlement.hospital on hospital.id = bill.hospital_id
                        where decision.decided_on >= :month and decision.decided_on < :next
                          and (cast(:hospital as bigint) is null or bill.hospital_id = :hospital)
                        group by bill.id, hospital.code order by bill.id
                        """)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .param("hospital", hospital == null ? null : hospital.id())
                .query((row, number) -> ours.merge(
                        new StatementFile.Line(
                                hospital == null ? row.getString("code") : "", row.getString("bill_number")),
                        new Ours(row.getLong("id"), row.getLong("fen")),
                        // a number cancelled and settled anew in the month
                        (one, other) -> new Ours(other.billId(), one.fen() + other.fen())))
                .list();
        return ours;
    }

    /** A statement before its differences. */
    public record New(
            String path,
            @Nullable Hospital hospital,
            LocalDate month,
            String fileName,
            Statement.Sum theirs,
            Statement.Sum ours,
            SettlementRows.By by) {}

    /** Whether who asks is an insurer's, and nobody said of which. */
    public boolean ofUnknownInsurer() {
        return database.sql("select coalesce(cardinality(enrolment.own_insurers()) = 0, false)")
                .query(Boolean.class)
                .single();
    }

    /** Enters a statement; an insurer's login enters its insurer's. */
    public long insert(New statement) {
        return database.sql("""
                        insert into settlement.statement (path, hospital_id, insurer_id, month, file_name, their_lines, their_fen, our_lines, our_fen,
                            entered_by, entered_on)
                        values (:path, :hospital, (enrolment.own_insurers())[1], :month, :name, :theirLines, :theirFen, :ourLines, :ourFen, :actor, :day) returning id
                        """)
                .param("path", statement.path())
                .param(
                        "hospital",
                        statement.hospital() == null
                                ? null
                                : statement.hospital().id())
                .param("month", statement.month())
                .param("name", statement.fileName())
                .param("theirLines", statement.theirs().lines())
                .param("theirFen", statement.theirs().fen())
                .param("ourLines", statement.ours().lines())
                .param("ourFen", statement.ours().fen())
                .param("actor", statement.by().actor())
                .param("day", statement.by().day())
                .query(Long.class)
                .single();
    }

    /** Enters what differs. */
    public void insert(long statement, String path, List<Statement.Difference> differences) {
        database.sql("""
                        insert into settlement.statement_difference (statement_id, path, kind, hospital_code, bill_number, bill_id, their_fen,
                            our_fen)
                        select :statement, :path, given.* from unnest(:kinds::text[], :hospitals::text[], :numbers::text[],
                            :bills::bigint[], :theirs::bigint[], :ours::bigint[]) as given
                        """)
                .param("statement", statement)
                .param("path", path)
                .param(
                        "kinds",
                        differences.stream()
                                .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param(
                        "hospitals",
                        differences.stream()
                                .map(Statement.Difference::hospitalCode)
                                .toArray(String[]::new))
                .param(
                        "numbers",
                        differences.stream()
                                .map(Statement.Difference::billNumber)
                                .toArray(String[]::new))
                .param(
                        "bills",
                        differences.stream().map(Statement.Difference::billId).toArray(Long[]::new))
                .param(
                        "theirs",
                        differences.stream().map(Statement.Difference::theirFen).toArray(Long[]::new))
                .param(
                        "ours",
                        differences.stream().map(Statement.Difference::ourFen).toArray(Long[]::new))
                .update();
    }

    /** One statement. */
    public Optional<Statement> find(long id) {
        return database.sql(STATEMENT + " where statement.id = ?")
                .param(id)
                .query((row, number) -> statement(row))
                .optional();
    }

    /** The newest statements. */
    public List<Statement> newest(int most) {
        return database.sql(STATEMENT + " order by statement.id desc limit ?")
                .param(most)
                .query((row, number) -> statement(row))
                .list();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("id"),
                row.getString("path"),
                row.getString("own_path") == null ? null : hospital(row),
                row.getObject("month", LocalDate.class),
                row.getString("file_name"),
                new Statement.Sum(row.getInt("their_lines"), row.getLong("their_fen")),
                new Statement.Sum(row.getInt("our_lines"), row.getLong("our_fen")),
                row.getInt("differences"),
                row.getInt("open"),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getString("note"),
                row.getObject("closed_on", LocalDate.class));
    }

    /** Differences after one of them, the open ones and the closed ones. */
    public List<Statement.Difference> differences(long statement, long after, int most) {
        return database.sql(
                        "select * from settlement.statement_difference where statement_id = ? and id > ? order by id limit ?")
                .params(statement, after, most)
                .query((row, number) -> new Statement.Difference(
                        row.getLong("id"),
                        Statement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("hospital_code"),
                        row.getString("bill_number"),
                        row.getObject("bill_id", Long.class),
                        row.getObject("their_fen", Long.class),
                        row.getObject("our_fen", Long.class),
                        row.getString("note"),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /** Says how a difference was cleared up; 0 when it was closed before or is not there. */
    public int closeDifference(long statement, long difference, String note, SettlementRows.By by) {
        return database.sql("""
                        update settlement.statement_difference set note = :note, closed_by = :actor, closed_on = :day
                        where id = :id and statement_id = :statement and closed_by is null
                        """)
                .param("note", note)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("id", difference)
                .param("statement", statement)
                .update();
    }

    /** Closes a statement without open differences; 0 when it has some, or was closed before. */
    public int close(long statement, String note, SettlementRows.By by) {
        return database.sql("""
                        update settlement.statement set note = :note, closed_by = :actor, closed_on = :day
                        where id = :id and closed_by is null and not exists (
                            select from settlement.statement_difference d where d.statement_id = :id and d.closed_by is null)
                        """)
                .param("note", note)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("id", statement)
                .update();
    }
}
