package fangpin.office.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.internal.Journal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 保障支付入账: what a settlement or a claim decides becomes a debt in the ledger, in the transaction of the decision. */
@Service
public final class Benefits {
    private final Journal journal;
    private final JdbcClient database;

    Benefits(Journal journal, JdbcClient database) {
        this.journal = journal;
        this.database = database;
    }

    /**
     * Posts what a cover bears, within the caller's transaction; nothing when it is nothing.
     *
     * @param amount above zero is owed, below zero is taken back
     * @param subject row of the decision, such as {@code bill/12}
     */
    public void owe(Actor actor, Creditor creditor, Benefit benefit, Fen amount, String subject, LocalDate today) {
        if (amount.equals(Fen.ZERO)) {
            return;
        }
        Long contract = contract(benefit.coverId());
        FundAccount paid = new FundAccount(
                AccountKind.BENEFIT_PAID, contract, benefit.pack(), benefit.product(), "", benefit.path());
        journal.post(
                actor,
                new Movement(
                        benefit.path(),
                        today,
                        amount.amount() > 0 ? EntryReason.BENEFIT : EntryReason.BENEFIT_BACK,
                        subject,
                        benefit.personId(),
                        benefit.clause(),
                        List.of(
                                new Movement.Line(paid, amount),
                                new Movement.Line(creditor.account(contract, benefit), amount.negated()))));
    }

    private @Nullable Long contract(long cover) {
        return database.sql("select id from enrolment.contract_of_cover(?)")
                .param(cover)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
