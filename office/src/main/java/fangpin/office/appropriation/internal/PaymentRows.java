package fangpin.office.appropriation.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.PaymentRequest;
import fangpin.office.appropriation.PaymentRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payment requests and of their payments. */
@Component
public final class PaymentRows {
    private static final String REQUEST = """
            select request.*, coalesce(done.paid, 0)::bigint as paid_fen, coalesce(done.returned, 0)::integer as returned
            from appropriation.request
            left join lateral (select sum(amount_fen) filter (where payment.state = 'paid') as paid,
                count(*) filter (where payment.state = 'returned') as returned
                from appropriation.payment where request_id = request.id) done on true
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    PaymentRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A payment that is to be kept.
     *
     * @param path village of the payee, or the line's division
     */
    public record Wanted(
            String path,
            @Nullable Long personId,
            @Nullable Long householdId,
            String name,
            String bank,
            String account,
            long amountFen) {
        /** Never the account. */
        @Override
        public String toString() {
            return "payment of " + amountFen;
        }
    }

    /** Keeps a request with its payments; its number. */
    public long insert(
            BudgetLine line,
            PaymentRequests.Told told,
            PaymentRequest.Kind kind,
            List<Wanted> wanted,
            long actor,
            LocalDate day) {
        long id = database.sql("""
                        insert into appropriation.request (path, line_id, kind, category, purpose, cash, payments, sum_fen, households,
                            persons, state, raised_by, raised_on)
                        values (:path, :line, :kind, :category, :purpose, :cash, :payments, :sum, :households, :persons, 'raised', :actor,
                            :day) returning id
                        """)
                .param("path", line.path())
                .param("line", line.id())
                .param("kind", kind.word())
                .param("category", told.category())
                .param("purpose", told.purpose().strip())
                .param("cash", told.cash())
                .param("households", told.reach() == null ? null : told.reach().households())
                .param("persons", told.reach() == null ? null : told.reach().persons())
                .param("payments", wanted.size())
                .param("sum", wanted.stream().mapToLong(Wanted::amountFen).sum())
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .single();
        insertPayments(id, wanted);
        return id;
    }

    private void insertPayments(long request, List<Wanted> wanted) {
        database.sql("""
                        insert into appropriation.payment (request_id, number, path, person_id, household_id, payee_name, payee_bank,
                            payee_account_sealed, payee_account_index, amount_fen, state)
                        select :request, given.number, given.path, given.person, given.household, given.name, given.bank, given.account,
                            given.key, given.amount, 'raised'
                        from unnest(:paths, :persons::bigint[], :households::bigint[], :names, :banks, :accounts::bytea[], :keys::bytea[],
                            :amounts::bigint[]) with ordinality as given (path, person, household, name, bank, account, key, amount, number)
                        """)
                .param("request", request)
                .param("paths", wanted.stream().map(Wanted::path).toArray(String[]::new))
                .param("persons", wanted.stream().map(Wanted::personId).toArray(Long[]::new))
                .param("households", wanted.stream().map(Wanted::householdId).toArray(Long[]::new))
                .param("names", wanted.stream().map(Wanted::name).toArray(String[]::new))
                .param("banks", wanted.stream().map(Wanted::bank).toArray(String[]::new))
                .param(
                        "accounts",
                        wanted.stream()
                                .map(one -> secrets.seal(FieldKind.BANK_CARD, one.account()))
                                .toArray(byte[][]::new))
                .param(
                        "keys",
                        wanted.stream()
                                .map(one -> secrets.index(FieldKind.BANK_CARD, one.account()))
                                .toArray(byte[][]::new))
                .param("amounts", wanted.stream().map(Wanted::amountFen).toArray(Long[]::new))
                .update();
    }

    /** Persons who have a payment out of the line for the same purpose that is paid, or under way. */
    public Set<Long> paidBefore(long line, String purpose, Long[] persons) {
        return new HashSet<>(database.sql("""
                        select distinct payment.person_id from appropriation.payment
                        join appropriation.request on request.id = payment.request_id
                        where payment.person_id = any (?) and payment.state in ('raised', 'approved', 'sent', 'paid')
                          and request.line_id = ? and request.purpose = ?
                        """)
                .params(persons, line, purpose)
                .query(Long.class)
                .list());
    }

    /** Whom payments out of some lines reached. */
    public PaymentRequests.Reach reach(Long[] lines) {
        return database.sql("""
                        select greatest(count(distinct payment.household_id), coalesce(max(request.households), 0)) as households,
                            greatest(count(distinct payment.person_id), coalesce(max(request.persons), 0)) as persons
                        from appropriation.request join appropriation.payment on payment.request_id = request.id
                        where request.line_id = any (?) and payment.state = 'paid'
                        """)
                .param(lines)
                .query((row, number) -> new PaymentRequests.Reach(row.getLong("households"), row.getLong("persons")))
                .single();
    }

    /** One request, locked until the transaction ends. */
    public Optional<PaymentRequest> locked(long id) {
        database.sql("select 1 from appropriation.request where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** One request. */
    public Optional<PaymentRequest> find(long id) {
        return database.sql(REQUEST + " where request.id = ?")
                .param(id)
                .query(PaymentRows::request)
                .optional();
    }

    /** Requests in a state, or in any, the newest before a given one. */
    public List<PaymentRequest> list(PaymentRequest.@Nullable State state, long before, int most) {
        return database.sql(REQUEST + """
                         where request.id < :before and (cast(:state as text) is null or request.state = :state)
                        order by request.id desc limit :most
                        """)
                .param("before", before)
                .param("state", state == null ? null : state.word())
                .param("most", most)
                .query(PaymentRows::request)
                .list();
    }

    /** Requests of a line, the first first. */
    public List<PaymentRequest> ofLine(long line) {
        return database.sql(REQUEST + " where request.line_id = ? order by request.id")
                .param(line)
                .query(PaymentRows::request)
                .list();
    }

    /** How many requests are in a state, those aside that an account raised itself. */
    public long waiting(PaymentRequest.State state, long besides) {
        return database.sql("select count(*) from appropriation.request where state = ? and raised_by <> ?")
                .params(state.word(), besides)
                .query(Long.class)
                .single();
    }

    /** An answer to a request, and to all its payments. */
    public void answer(long id, PaymentRequest.State state, String answer, long actor, LocalDate day) {
        database.sql("""
                        update appropriation.request set state = ?, answer = ?, answered_by = ?, answered_on = ? where id = ?
                        """).params(state.word(), answer, actor, day, id).update();
        payments(id, state == PaymentRequest.State.APPROVED ? "approved" : "refused");
    }

    private void payments(long request, String state) {
        database.sql("update appropriation.payment set state = ? where request_id = ?")
                .params(state, request)
                .update();
    }

    /** That a request went to the bank. */
    public void send(long id, long actor, LocalDate day) {
        database.sql("update appropriation.request set state = 'sent', sent_by = ?, sent_on = ? where id = ?")
                .params(actor, day, id)
                .update();
        payments(id, "sent");
    }

    /** That nothing of a request is open any more. */
    public boolean endIfDone(long id, LocalDate day) {
        return database.sql("""
                        update appropriation.request set state = 'ended', ended_on = ? where id = ? and state = 'sent'
                          and not exists (select from appropriation.payment where request_id = request.id and state = 'sent')
                        """).params(day, id).update() == 1;
    }

    /** What became of one payment at the bank. */
    public record Ended(
            long id,
            boolean paid,
            String reference,
            String reason,
            @Nullable Long entry) {}

    /** Ends payments. */
    public void end(List<Ended> ended, LocalDate day) {
        database.sql("""
                        update appropriation.payment set state = case when given.paid then 'paid' else 'returned' end, ended_on = :day,
                            bank_reference = given.reference, reason = given.reason, entry_id = given.entry
                        from unnest(:ids::bigint[], :paid::boolean[], :references, :reasons, :entries::bigint[])
                            as given (id, paid, reference, reason, entry)
                        where payment.id = given.id
                        """)
                .param("day", day)
                .param("ids", ended.stream().map(Ended::id).toArray(Long[]::new))
                .param("paid", ended.stream().map(Ended::paid).toArray(Boolean[]::new))
                .param("references", ended.stream().map(Ended::reference).toArray(String[]::new))
                .param("reasons", ended.stream().map(Ended::reason).toArray(String[]::new))
                .param("entries", ended.stream().map(Ended::entry).toArray(Long[]::new))
                .update();
    }

    private static PaymentRequest request(ResultSet row, int number) throws SQLException {
        return new PaymentRequest(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("line_id"),
                PaymentRequest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("category"),
                row.getString("purpose"),
                row.getBoolean("cash"),
                row.getInt("payments"),
                row.getLong("sum_fen"),
                PaymentRequest.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("raised_by"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("paid_fen"),
                row.getInt("returned"));
    }
}
