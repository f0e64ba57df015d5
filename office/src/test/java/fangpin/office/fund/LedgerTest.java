package fangpin.office.fund;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.fund.Treasury.PRODUCT;
import static fangpin.office.fund.Treasury.TODAY;
import static fangpin.office.fund.Treasury.payee;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books: what the database itself refuses, what the check finds, and that they agree with a plain reckoning. */
class LedgerTest {
    private final RunningOffice office = RunningOffice.get();
    private final Books books = office.part(Books.class);
    private final PaymentOrders orders = office.part(PaymentOrders.class);

    /** What the office's own role tries. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update fund.entry set reason = 'payment'",
                "delete from fund.entry",
                "update fund.posting set amount_fen = 1",
                "delete from fund.posting",
                "truncate fund.posting",
                "insert into fund.posting (entry_id, number, path, account_id, amount_fen) select 1, 9, '370000/', id, 1 from fund.account limit 1",
                "update fund.balance set balance_fen = 0",
                "update fund.payment_order set amount_fen = 1",
                "update fund.premium_payment set amount_fen = 1",
                "select * from fund.post('370000/', '2020-01-01', 'payment', 'x/1', null, '', null, 1, array['benefit-paid', 'benefit-paid'],"
                        + " array[null, null]::bigint[], array['p', 'p'], array['a', 'a'], array['', ''], array['370000/', '370000/'],"
                        + " array[1, 1])",
            })
    void theOfficeCannotChangeOrUnbalanceTheBooks(String statement) {
        Treasury here = here();
        here.premium(100);
        List<Books.Total> before = here.totals();
        assertThrows(
                DataAccessException.class,
                () -> office.part(ScopedWork.class)
                        .write(
                                here.county.clerk,
                                () -> office.part(JdbcClient.class)
                                        .sql(statement)
                                        .query((row, number) -> number)
                                        .list()),
                statement);
        assertEquals(before, here.totals());
    }

    /** What not even the owner of the tables can do without taking a trigger away. */
    @Test
    void anEntryThatDoesNotSumToZeroIsRefusedByTheDatabase() throws SQLException {
        Treasury here = here();
        here.premium(100);
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertThrows(SQLException.class, () -> statement.execute("""
                    insert into fund.posting (entry_id, number, path, account_id, amount_fen)
                    select entry_id, 9, path, account_id, 1 from fund.posting order by entry_id desc limit 1
                    """));
            owner.rollback();
            assertThrows(SQLException.class, () -> statement.execute("delete from fund.entry"));
            owner.rollback();
        }
    }

    /** The check must see each of these, or it could not fail. */
    @Test
    void theCheckFindsWhatWasTamperedWith() throws SQLException {
        Treasury here = here();
        here.premium(100);
        long owed = here.owe("claim/75", 40);
        done(orders.approve(here.checker, done(orders.raise(here.maker, owed, payee(40), TODAY)), TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
        assertEquals(List.of("balance"), found(here, """
                update fund.balance set balance_fen = balance_fen + 1 where account_id = %d
                """.formatted(owed)));
        assertEquals(List.of("reserved"), found(here, """
                update fund.balance set reserved_fen = reserved_fen + 1 where account_id = %d
                """.formatted(owed)));
        assertEquals(List.of("hash"), found(here, """
                alter table fund.entry disable trigger user;
                update fund.entry set day = day + 1 where subject = 'claim/75';
                """));
        assertEquals(List.of("balance", "balance", "lost"), found(here, """
                alter table fund.entry disable trigger user; alter table fund.posting disable trigger user;
                delete from fund.posting where entry_id = (select id from fund.entry where subject = 'claim/75');
                delete from fund.entry where subject = 'claim/75';
                """));
    }

    /** The kinds of faults after a change by the owner, which is then taken back. */
    private List<String> found(Treasury here, String change) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(change);
            List<String> kinds = new ArrayList<>();
            try (var rows =
                    statement.executeQuery("select kind from fund.faults('" + here.county.path + "') order by kind")) {
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
            }
            owner.rollback();
            return kinds;
        }
    }

    private Connection owner() throws SQLException {
        return Preparation.connect(office.database().url(), office.database().owner());
    }

    private static @Nullable Treasury shared;

    private Treasury here() {
        synchronized (LedgerTest.class) {
            Treasury one = shared == null ? new Treasury(office, "371071") : shared;
            shared = one;
            return one;
        }
    }

    /** Two hundred steps by chance against a reckoning with nothing but sums. */
    @Test
    void booksAgreeWithAPlainReckoning() {
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("fangpin.seed=" + seed);
        new Reckoning(new Treasury(office, "371079"), new Random(seed)).play(200);
    }

    /** What should stand in the books: money, debts and what is put by, as numbers. */
    private final class Reckoning {
        private final Treasury here;
        private final Random random;
        private final List<PaymentOrder> raised = new ArrayList<>();
        private final List<PaymentOrder> approved = new ArrayList<>();
        private long premium;
        private long benefit;
        private long paid;

        Reckoning(Treasury here, Random random) {
            this.here = here;
            this.random = random;
        }

        void play(int steps) {
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        long fen = 1L + random.nextInt(50_000);
                        here.premium(fen);
                        premium += fen;
                    }
                    case 1, 2 -> owe();
                    case 3 -> raise();
                    case 4 -> answer();
                    default -> bank();
                }
            }
            assertEquals(premium - paid, here.balance(AccountKind.INSURER_MONEY));
            assertEquals(-premium, here.balance(AccountKind.PREMIUM_RECEIVED));
            assertEquals(benefit, here.balance(AccountKind.BENEFIT_PAID));
            assertEquals(paid - benefit, here.balance(AccountKind.OWED_TO_PERSON));
            assertEquals(premium - paid - sum(approved), orders.freeFen(here.maker, here.contract, PRODUCT));
            assertEquals(
                    0, here.totals().stream().mapToLong(Books.Total::balanceFen).sum());
            assertEquals(List.of(), books.faults(here.county.clerk));
            assertTrue(premium - paid >= 0);
        }

        private static long sum(List<PaymentOrder> orders) {
            return orders.stream().mapToLong(PaymentOrder::amountFen).sum();
        }

        private void owe() {
            String claim = "claim/79" + random.nextInt(5);
            long fen = 1L + random.nextInt(20_000);
            here.owe(claim, fen);
            benefit += fen;
        }

        private void raise() {
            for (Owing one : orders.owing(here.maker)) {
                if (one.openFen() > 0) {
                    long fen = 1L + random.nextLong(one.openFen());
                    if (orders.raise(here.maker, one.accountId(), payee(fen), TODAY)
                            instanceof Answer.Done<Long>(Long id)) {
                        raised.add(orders.find(here.maker, id).orElseThrow());
                    }
                    return;
                }
            }
        }

        private void answer() {
            if (raised.isEmpty()) {
                return;
            }
            PaymentOrder order = raised.remove(random.nextInt(raised.size()));
            if (random.nextInt(4) == 0) {
                done(orders.refuse(here.checker, order.id(), "不批", TODAY));
                return;
            }
            boolean enough = premium - paid - sum(approved) >= order.amountFen();
            switch (orders.approve(here.checker, order.id(), TODAY)) {
                case Answer.Done<PaymentOrder> done -> {
                    assertTrue(enough, "approved without money");
                    approved.add(order);
                }
                case Answer.Refused<PaymentOrder> refused -> {
                    assertEquals(PaymentRefusal.NOT_ENOUGH_MONEY, refused.reason());
                    assertTrue(!enough, "refused although there is money");
                    raised.add(order);
                }
            }
        }

        private void bank() {
            PaymentFiles files = office.part(PaymentFiles.class);
            if (approved.isEmpty()) {
                return;
            }
            long file = done(files.make(here.maker, here.contract, TODAY));
            boolean good = random.nextBoolean();
            BankReply reply = here.reply(file, good ? "成功" : "失败", approved);
            assertEquals(approved.size(), reply.paid() + reply.returned());
            paid += good ? sum(approved) : 0;
            approved.clear();
        }
    }
}
