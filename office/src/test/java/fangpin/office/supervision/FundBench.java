package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.supervision.WatchedCounty.TODAY;
import static fangpin.office.supervision.WatchedCounty.YEAR;

import fangpin.office.RunningOffice;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.PaymentList;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.RequestPayments;
import fangpin.office.database.internal.Preparation;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.fund.BankReplyFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 专项资金测速: {@code ./fangpin bench funds [ENTRIES [PAYMENTS]]}: the board over a hundredth of so many ledger entries and over all of them,
 * and so many payments straight to persons, checked, approved, sent and posted.
 */
public final class FundBench {
    private static final int SAMPLES = 200;
    private static final int SMALL = 100;
    private static final String CITY = "370000/371000/";

    private final RunningOffice office = RunningOffice.get();

    private FundBench() {}

    /** Measures both and prints a table. */
    public static void main(String[] arguments) throws SQLException {
        long entries = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        int payments = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        FundBench bench = new FundBench();
        System.out.println("fsync "
                + bench.office
                        .part(JdbcClient.class)
                        .sql("show fsync")
                        .query(String.class)
                        .single());
        if (payments > 0) {
            bench.pay(payments);
        }
        if (entries > 0) {
            bench.book(0, entries / SMALL);
            bench.board(entries / SMALL);
            bench.book(entries / SMALL, entries);
            bench.board(entries);
            bench.agree();
        }
        System.exit(0);
    }

    private void pay(int payments) {
        WatchedCounty here = new WatchedCounty(office, "371099");
        BudgetLine line = here.programme(here.given(payments * 100L), payments * 100L);
        List<PaymentList.Row> rows = people(here, payments);
        PaymentRequests requests = office.part(PaymentRequests.class);
        RequestPayments bank = office.part(RequestPayments.class);
        long begun = System.nanoTime();
        long id = Objects.requireNonNull(done(requests.raiseRows(
                        here.county.clerk, new PaymentRequests.Told(line.id(), "", "一次性补助", false), rows, TODAY))
                .request());
        double raised = told("checked and asked for", payments, begun, 0);
        done(requests.approve(here.finance, id, TODAY));
        double approved = told("approved", payments, begun, raised);
        done(bank.send(here.finance, id, TODAY));
        List<BankReplyFile.Line> words = new ArrayList<>();
        requests.payments(here.finance, id, 0, payments)
                .forEach(one -> words.add(new BankReplyFile.Line(
                        one.number() + 1, one.text(), one.amountFen(), true, "B" + one.id(), "")));
        double sent = told("sent, reply made", payments, begun, approved);
        done(bank.receive(here.finance, id, words, TODAY));
        double posted = told("posted", payments, begun, sent);
        System.out.printf("%-24s %9d rows %8.1f s%n", "checked to posted", payments, posted);
        if (office.part(FundBoard.class)
                        .lines(here.finance, new BoardChoice(here.county.path, YEAR, "", "", ""), BoardChoice.By.YEAR)
                        .getFirst()
                        .paidFen()
                != payments * 100L) {
            throw new IllegalStateException("not all was paid");
        }
    }

    private static double told(String what, int rows, long begun, double before) {
        double now = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%-24s %9d rows %8.1f s%n", what, rows, now - before);
        return now;
    }

    /** So many people of one village, with status, as sets. */
    private List<PaymentList.Row> people(WatchedCounty here, int count) {
        Secrets secrets = office.part(Secrets.class);
        JdbcClient database = office.part(JdbcClient.class);
        int first = 500_000;
        String[] numbers = new String[count];
        byte[][] indexes = new byte[count][];
        byte[][] kept = new byte[count][];
        for (int at = 0; at < count; at++) {
            numbers[at] = InsuredCounty.idNumber(first + at);
            indexes[at] = secrets.index(FieldKind.ID_NUMBER, numbers[at]);
            kept[at] = secrets.seal(FieldKind.ID_NUMBER, numbers[at]);
        }
        int made = office.part(ScopedWork.class).write(here.county.clerk, () -> {
            database.sql("""
                            with village as (select id, path from register.division where path = :village), household as (
                                insert into register.household (number, division_id, path, entered_by)
                                select 'BE-' || number, village.id, village.path, 0 from village, generate_series(1, :count) number
                                returning id, number
                            ), person as (
                                insert into register.person (household_id, path, name, sex, relation, id_index, id_sealed, entered_by)
                                select household.id, :village, '王某', 1, '02', given.id_index, given.id_sealed, 0
                                from unnest(:indexes::bytea[], :sealed::bytea[]) with ordinality as given (id_index, id_sealed, number)
                                join household on household.number = 'BE-' || given.number returning id, path
                            )
                            insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)
                            select id, path, 'policy-beneficiary', '2016-01-01', 'WH3 §2b', 0 from person
                            """)
                    .param("village", here.county.upperVillage)
                    .param("count", count)
                    .param("indexes", indexes)
                    .param("sealed", kept)
                    .update();
            return count;
        });
        System.out.println("persons " + made);
        List<PaymentList.Row> rows = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            rows.add(new PaymentList.Row(at + 2L, "王某", numbers[at], "62220200" + (100_000_000L + at), "农商行", 100));
        }
        return rows;
    }

    /** Books entries of payments, evenly over 1,400 lines of seven districts and their 280,000 accounts; balances are then their sums. */
    private void book(long from, long to) throws SQLException {
        long begun = System.nanoTime();
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                Statement statement = owner.createStatement()) {
            if (from == 0) {
                statement.execute(LINES);
            }
            statement.execute("alter table fund.posting disable trigger entry_balances");
            long step = 500_000;
            for (long at = from; at < to; at += step) {
                statement.execute(ENTRIES.formatted(at + 1, Math.min(at + step, to)));
                System.err.println(at + " entries after " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
            }
            statement.execute("alter table fund.posting enable trigger entry_balances");
            statement.execute(BALANCES);
            for (String table : List.of(
                    "fund.entry",
                    "fund.posting",
                    "fund.balance",
                    "fund.account",
                    "supervision.paid_total",
                    "appropriation.line")) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
        System.out.printf("%-24s %9d rows %8.1f s%n", "booked", to - from, (System.nanoTime() - begun) / 1e9);
    }

    private static final String LINES = """
            insert into appropriation.document (id, path, pack, year, level, fund, number, budget_code, issued_on, amount_fen, state, entered_by,
                entered_on, answered_by, answered_on) overriding system value
            select 5000000 + k, '370000/371000/', 'weihai-2020', 2020, (array['province', 'city', 'central', 'district'])[1 + k % 4], '测速',
                '测-' || k, '21305', '2020-03-20', 1000000000000, 'confirmed', 1, '2020-03-20', 2, '2020-03-20'
            from generate_series(1, 20) k;
            insert into fund.account (id, path, kind, pack, product, holder) overriding system value
            select 5000000 + n, '370000/371000/3720' || lpad((n % 7 + 1)::text, 2, '0') || '/', 'funds-available', 'weihai-2020',
                (array['filial-support', 'rain-dew', 'home-repair', 'insurance', 'microcredit'])[1 + n % 5], 'line/' || (5000000 + n)
            from generate_series(0, 1399) n;
            insert into fund.balance (account_id, path) select id, path from fund.account where id between 5000000 and 5001399;
            insert into appropriation.line (id, path, document_id, account_id, pack, item, level, year, programme, opened_on)
                overriding system value
            select 5000000 + n, account.path, 5000001 + n / 70, account.id, account.pack, account.product, document.level, 2020,
                'programme-' || n, '2020-04-01'
            from generate_series(0, 1399) n join fund.account on account.id = 5000000 + n
            join appropriation.document on document.id = 5000001 + n / 70;
            insert into fund.account (id, path, kind, pack, product, holder) overriding system value
            select 6000000 + n * 200 + v, account.path || 'town-' || v / 20 || '/village-' || v || '/', 'funds-paid', account.pack, account.product,
                account.holder
            from generate_series(0, 1399) n join fund.account on account.id = 5000000 + n, generate_series(0, 199) v;
            insert into fund.balance (account_id, path) select id, path from fund.account where id between 6000000 and 6279999;
            """;

    private static final String ENTRIES = """
            with given as (select n, 6000000 + n::bigint * 7919 %% 280000 as paid, 5000000 + n::bigint * 7919 %% 280000 / 200 as line, 100 + n %% 1000 as fen
                from generate_series(%d, %d) n
            ), made as (
                insert into fund.entry (id, path, day, reason, subject, clause, entered_by, hash) overriding system value
                select 100000000 + n, account.path, '2020-05-01', 'funds-paid', 'payment/' || 100000000 + n, '', 1, sha256(int8send(n))
                from given join fund.account on account.id = given.paid returning id
            )
            insert into fund.posting (entry_id, number, path, account_id, amount_fen)
            select 100000000 + n, side.number, account.path, side.account, side.fen
            from given cross join lateral (values (1, given.paid, given.fen), (2, given.line, -given.fen)) side (number, account, fen)
            join fund.account on account.id = side.account;
            """.replace("'payment/' || 100000000 + n", "'payment/' || (100000000 + n)");

    /** What was given to a line, and a tenth more, stands on it; what was paid is the sum of its entries. */
    private static final String BALANCES = """
            update fund.balance set balance_fen = sums.fen
            from (select account_id, sum(amount_fen) as fen from fund.posting where account_id >= 6000000 group by account_id) sums
            where balance.account_id = sums.account_id;
            update fund.balance set balance_fen = 100000000000 + sums.fen
            from (select account_id, sum(amount_fen) as fen from fund.posting where account_id between 5000000 and 5001399 group by account_id) sums
            where balance.account_id = sums.account_id;
            """;

    private void board(long entries) {
        FundBoard board = office.part(FundBoard.class);
        var city = office.account("bench-city", "371000", fangpin.office.access.Role.AUDITOR)
                .actor();
        for (BoardChoice.By by : BoardChoice.By.values()) {
            for (String place : List.of(CITY, CITY + "372003/")) {
                long[] nanos = new long[SAMPLES];
                for (int sample = 0; sample < SAMPLES; sample++) {
                    long begun = System.nanoTime();
                    BoardChoice choice = new BoardChoice(place, YEAR, sample % 2 == 0 ? "" : "city", "", "");
                    List<BoardLine> lines = board.lines(city, choice, by);
                    List<BoardLine> below = board.usedBelow(city, choice);
                    nanos[sample] = System.nanoTime() - begun;
                    if (lines.isEmpty() || below.isEmpty()) {
                        throw new IllegalStateException("an empty board");
                    }
                }
                Arrays.sort(nanos);
                System.out.printf(
                        "board of %9d entries by %-9s at %-24s p50 %6.1f ms  p95 %6.1f ms%n",
                        entries, by.word(), place, nanos[SAMPLES / 2] / 1e6, nanos[SAMPLES * 95 / 100] / 1e6);
            }
        }
    }

    /** The board's figures are the entries', added up anew. */
    private void agree() throws SQLException {
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                Statement statement = owner.createStatement();
                var sums = statement.executeQuery("""
                        select (select sum(paid_fen) from supervision.paid_total where line_id between 5000000 and 5001399),
                            (select sum(amount_fen) from fund.posting where account_id >= 6000000)
                        """)) {
            sums.next();
            if (sums.getLong(1) != sums.getLong(2)) {
                throw new IllegalStateException(sums.getLong(1) + " " + sums.getLong(2));
            }
            System.out.println("paid in all " + sums.getLong(1) + " fen, by totals and by entries");
        }
    }
}
