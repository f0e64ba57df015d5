package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.supervision.internal.BankRows;
import fangpin.office.supervision.internal.StatementTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * 银行对账: a division's bank statements beside its special funds. Rows find their receipt or payment by reference, else by amount and day where
 * only one fits; the rest a person matches with a reason. A month without open rows is closed by two persons, and stays closed.
 */
@Service
public final class BankStatements {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final BankRows rows;
    private final Audit audit;

    BankStatements(ScopedWork work, BankRows rows, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * What became of a statement.
     *
     * @param known rows that came with another statement before
     */
    public record Taken(int fresh, int known, int matched) {}

    /** Takes a statement in, all of it or nothing, and matches what matches by itself. */
    public Answer<Taken> take(Actor actor, String fileName, Path file, LocalDate today) {
        return StatementTable.read(file)
                .then(read -> doing(actor, () -> {
                    String place = actor.scope().path();
                    if (read.stream()
                            .anyMatch(row -> rows.closed(place, row.day().withDayOfMonth(1)))) {
                        return Answer.refused(SupervisionRefusal.MONTH_CLOSED);
                    }
                    int fresh = rows.insert(place, fileName, read, actor.userId(), today);
                    if (fresh == 0) {
                        return Answer.refused(SupervisionRefusal.KNOWN_STATEMENT);
                    }
                    int matched = rows.match(place, actor.userId(), today);
                    audit.record(
                            actor,
                            AuditAction.FUND_RECONCILED,
                            "bank-statement/" + place,
                            Map.of("rows", Integer.toString(fresh), "matched", Integer.toString(matched)));
                    return Answer.done(new Taken(fresh, read.size() - fresh, matched));
                }));
    }

    /** Looks again for what matches by itself: payments may have come in since. */
    public Answer<Integer> match(Actor actor, LocalDate today) {
        return doing(actor, () -> Answer.done(rows.match(actor.scope().path(), actor.userId(), today)));
    }

    /** 人工勾对: says what a row is, with the reason; the amount must be the same, unless it is something beside the books. */
    public Answer<Long> matchByHand(Actor actor, long row, BankRow.Kind kind, long of, String reason, LocalDate today) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Answer.refused(SupervisionRefusal.WORDS_MISSING);
        }
        return doing(
                actor,
                () -> open(actor, row).then(found -> {
                    if (found.match() != null) {
                        return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
                    }
                    if (kind != BankRow.Kind.OTHER) {
                        Optional<Long> amount = rows.amount(actor.scope().path(), kind, of);
                        if (amount.isEmpty()) {
                            return Answer.refused(SupervisionRefusal.NOT_FOUND);
                        }
                        if (amount.get() != found.amountFen()) {
                            return Answer.refused(SupervisionRefusal.OTHER_AMOUNT);
                        }
                    }
                    if (!rows.matchByHand(row, kind, of, reason.strip(), actor.userId(), today)) {
                        return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
                    }
                    recorded(actor, "bank-row/" + row, "matched");
                    return Answer.done(row);
                }));
    }

    /** Takes a match back while the month is open. */
    public Answer<Long> unmatch(Actor actor, long row) {
        return doing(
                actor,
                () -> open(actor, row).map(found -> {
                    rows.unmatch(row);
                    recorded(actor, "bank-row/" + row, "unmatched");
                    return row;
                }));
    }

    private Answer<BankRow> open(Actor actor, long row) {
        Optional<BankRow> found = rows.find(actor.scope().path(), row);
        if (found.isEmpty()) {
            return Answer.refused(SupervisionRefusal.NOT_FOUND);
        }
        return rows.closed(actor.scope().path(), found.get().day().withDayOfMonth(1))
                ? Answer.refused(SupervisionRefusal.MONTH_CLOSED)
                : Answer.done(found.get());
    }

    /** Asks that a month be closed; another person closes it. */
    public Answer<LocalDate> askClose(Actor actor, LocalDate month, String note, LocalDate today) {
        if (note.isBlank() || note.length() > LONGEST) {
            return Answer.refused(SupervisionRefusal.WORDS_MISSING);
        }
        return doing(
                actor,
                () -> complete(actor, month).then(open -> {
                    if (!rows.ask(actor.scope().path(), month, actor.userId(), note.strip(), today)) {
                        return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
                    }
                    recorded(actor, "bank-month/" + month, "asked");
                    return Answer.done(month);
                }));
    }

    private Answer<LocalDate> complete(Actor actor, LocalDate month) {
        if (rows.closed(actor.scope().path(), month)) {
            return Answer.refused(SupervisionRefusal.MONTH_CLOSED);
        }
        long open = rows.month(actor.scope().path(), month).open();
        return open > 0 ? Answer.refused(SupervisionRefusal.ROWS_OPEN, open) : Answer.done(month);
    }

    /** 关账: another person closes the month. */
    public Answer<LocalDate> close(Actor actor, LocalDate month, LocalDate today) {
        return doing(
                actor,
                () -> complete(actor, month).then(open -> {
                    Long asked = rows.month(actor.scope().path(), month).askedBy();
                    return asked == null
                            ? Answer.refused(SupervisionRefusal.NOT_FOUND)
                            : Separation.check(asked, actor.userId()).map(other -> {
                                rows.close(actor.scope().path(), month, actor.userId(), today);
                                recorded(actor, "bank-month/" + month, "closed");
                                return month;
                            });
                }));
    }

    private void recorded(Actor actor, String subject, String what) {
        audit.record(actor, AuditAction.FUND_RECONCILED, subject, Map.of("what", what));
    }

    private <T> Answer<T> doing(Actor actor, Supplier<Answer<T>> step) {
        return actor.may(Right.FUND_PAY) ? work.write(actor, step) : Answer.refused(SupervisionRefusal.NO_RIGHT);
    }

    /** The months that have rows or were closed, the newest first. */
    public List<BankRow.Month> months(Actor actor) {
        return work.read(actor, () -> rows.months(actor.scope().path()));
    }

    /** One month. */
    public BankRow.Month month(Actor actor, LocalDate month) {
        return work.read(actor, () -> rows.month(actor.scope().path(), month));
    }

    /** The bank's rows of a month, those that nothing is found for first. */
    public List<BankRow> rows(Actor actor, LocalDate month) {
        return work.read(actor, () -> rows.rows(actor.scope().path(), month));
    }

    /** What the books have of a month, or of all time up to its end, that no row of the bank is. */
    public List<BankRow.Ours> ours(Actor actor, LocalDate month) {
        return work.read(actor, () -> rows.ours(actor.scope().path(), month));
    }
}
