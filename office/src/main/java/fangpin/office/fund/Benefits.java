package fangpin.office.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.Doer;
import fangpin.office.fund.internal.Journal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 保障支付入账: what a settlement or a claim decides becomes a debt in the ledger, in the transaction of the decision. */
@Service
public final class Benefits {
    private final Journal journal;
    private final Audit audit;
    private final JdbcClient database;

    Benefits(Journal journal, Audit audit, JdbcClient database) {
        this.journal = journal;
        this.audit = audit;
        this.database = database;
    }

    /**
     * What a cover bears of one matter.
     *
     * @param amount above zero is owed, below zero is taken back
     * @param subject row of the decision, such as {@code bill/12}
     */
    public record Debt(Creditor creditor, Benefit benefit, Fen amount, String subject) {}

    /**
     * Posts what a cover bears, within the caller's transaction; nothing when it is nothing.
     *
     * @param amount above zero is owed, below zero is taken back
     * @param subject row of the decision, such as {@code bill/12}
     */
    public void owe(Actor actor, Creditor creditor, Benefit benefit, Fen amount, String subject, LocalDate today) {
        oweAll(actor, List.of(new Debt(creditor, benefit, amount, subject)), today);
    }

    /** The same for many: an entry for each, their balances held in one order, so that sets of debts never wait in a ring. */
    public void oweAll(Actor actor, List<Debt> debts, LocalDate today) {
        Doer by = audit.here(actor);
        List<Owed> some = debts.stream()
                .map(debt -> new Owed(by, debt))
                .filter(Owed::isSomething)
                .toList();
        if (!some.isEmpty()) {
            post(
                    some,
                    contracts(some.stream()
                            .map(one -> one.debt().benefit().coverId())
                            .toList()),
                    today);
        }
    }

    /** A debt and who decided it. */
    public record Owed(Doer by, Debt debt) {
        private boolean isSomething() {
            return !debt.amount().equals(Fen.ZERO);
        }
    }

    /**
     * The same, each decided by somebody of its own.
     *
     * @param contracts the contract of each cover that has one
     */
    public void oweAll(List<Owed> debts, Map<Long, Long> contracts, LocalDate today) {
        List<Owed> some = debts.stream().filter(Owed::isSomething).toList();
        if (!some.isEmpty()) {
            post(some, contracts, today);
        }
    }

    private void post(List<Owed> some, Map<Long, Long> contracts, LocalDate today) {
        journal.postPairs(some.stream()
                .map(one -> new Journal.Ordered(
                        one.by(),
                        movement(one.debt(), contracts.get(one.debt().benefit().coverId()), today)))
                .toList());
    }

    private static Movement movement(Debt debt, @Nullable Long contract, LocalDate today) {
        Benefit benefit = debt.benefit();
        FundAccount paid = new FundAccount(
                AccountKind.BENEFIT_PAID, contract, benefit.pack(), benefit.product(), "", benefit.path());
        return new Movement(
                benefit.path(),
                today,
                debt.amount().amount() > 0 ? EntryReason.BENEFIT : EntryReason.BENEFIT_BACK,
                debt.subject(),
                benefit.personId(),
                benefit.clause(),
                List.of(
                        new Movement.Line(paid, debt.amount()),
                        new Movement.Line(
                                debt.creditor().account(contract, benefit),
                                debt.amount().negated())));
    }

    /** The contract of each cover that has one. */
    private Map<Long, Long> contracts(List<Long> covers) {
        Map<Long, Long> contracts = new HashMap<>();
        database.sql("select * from enrolment.contracts_of_covers(?)")
                .param(covers.stream().distinct().toArray(Long[]::new))
                .query((row, number) -> contracts.put(row.getLong("cover"), row.getLong("contract")))
                .list();
        return contracts;
    }
}
