package fangpin.office.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.internal.Journal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 指标账: special funds in the ledger. What a document gives stands on budget lines, moves between them, and is paid out of them; a line is
 * never overdrawn, which the database itself refuses. Everything here happens within the caller's transaction.
 */
@Service
public final class LineBook {
    private final JdbcClient database;
    private final Journal journal;

    LineBook(JdbcClient database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * 指标 as the ledger knows it.
     *
     * @param id of the budget line
     * @param item 用途; empty where the document names none
     * @param path division that holds it
     */
    public record Line(long id, String pack, String item, String path) {
        private FundAccount account(AccountKind kind, String place) {
            return new FundAccount(kind, null, pack, item, "line/" + id, place);
        }

        private FundAccount available() {
            return account(AccountKind.FUNDS_AVAILABLE, path);
        }
    }

    /** Opens the account of a line that is about to be kept under this number; the account's. */
    public long open(Line line) {
        return database.sql("select fund.opened('funds-available', ?, ?, ?, ?)")
                .params(line.pack(), line.item(), "line/" + line.id(), line.path())
                .query(Long.class)
                .single();
    }

    /** 下达: a document's money comes to a line; the entry's number. */
    public long receive(Actor actor, long document, Line to, Fen amount, LocalDate day, String clause) {
        FundAccount source = new FundAccount(
                AccountKind.FUNDS_RECEIVED, null, to.pack(), to.item(), "document/" + document, to.path());
        return journal.post(
                actor,
                movement(
                        to.path(),
                        day,
                        EntryReason.FUNDS_IN,
                        "document/" + document,
                        null,
                        clause,
                        to.available(),
                        source,
                        amount));
    }

    /**
     * 分配、拨付、调剂: money goes from one line to another; the entry's number. What is not free must have been asked for first. The entry
     * is the lower division's matter, whose books and the upper one's both show it.
     */
    public long move(Actor actor, Line from, Line to, Fen amount, LocalDate day, String subject, String clause) {
        return journal.post(
                actor,
                movement(
                        to.path().startsWith(from.path()) ? to.path() : from.path(),
                        day,
                        EntryReason.FUNDS_MOVED,
                        subject,
                        null,
                        clause,
                        to.available(),
                        from.available(),
                        amount));
    }

    /**
     * 支付 of what was put by.
     *
     * @param place of the payee, whose division's books show it
     */
    public record Payment(
            String subject, String place, @Nullable Long personId, Fen amount, String clause) {}

    /** Pays out of a line, an entry for each payment; the entries' numbers by subject. */
    public Map<String, Long> pay(Actor actor, Line line, List<Payment> payments, LocalDate day) {
        Map<String, Long> entries = new HashMap<>();
        if (!payments.isEmpty()) {
            journal.postPairs(
                            actor,
                            payments.stream()
                                    .map(one -> movement(
                                            one.place(),
                                            day,
                                            EntryReason.FUNDS_PAID,
                                            one.subject(),
                                            one.personId(),
                                            one.clause(),
                                            line.account(AccountKind.FUNDS_PAID, one.place()),
                                            line.available(),
                                            one.amount()))
                                    .toList())
                    .forEach(one -> entries.put(one.subject(), one.entry()));
        }
        return entries;
    }

    private static Movement movement(
            String path,
            LocalDate day,
            EntryReason reason,
            String subject,
            @Nullable Long person,
            String clause,
            FundAccount debit,
            FundAccount credit,
            Fen amount) {
        return new Movement(
                path,
                day,
                reason,
                subject,
                person,
                clause,
                List.of(new Movement.Line(debit, amount), new Movement.Line(credit, amount.negated())));
    }

    /** What is free on a line's account, in fen, held until the transaction ends. */
    public long freeFen(long account) {
        return database.sql("select fund.free_locked(?)")
                .param(account)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** 占用: puts money by for a subject; false when so much is not free. */
    public boolean reserve(long account, String subject, Fen amount) {
        return database.sql("select fund.reserve(?, ?, ?)")
                .params(account, subject, amount.amount())
                .query(Boolean.class)
                .single();
    }

    /** Gives so much of what was put by back to the line, to be free or paid. */
    public void release(long account, String subject, Fen amount) {
        database.sql("select fund.release(?, ?, ?)")
                .params(account, subject, amount.amount())
                .query((row, number) -> number)
                .list();
    }
}
