package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.supervision.internal.YearRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 年终关账: what of a year's special funds is open at a division, then two persons close the year; what is left stays on its line, marked as carried
 * over into the next.
 */
@Service
public final class FundYears {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final YearRows rows;
    private final Audit audit;

    FundYears(ScopedWork work, YearRows rows, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * 未结事项: what is open, by kind.
     *
     * @param kind its message key's end
     * @param address where its rows are
     */
    public record Open(String kind, long count, long amountFen, String address) {}

    /** 结转 of a line. */
    public record CarryOver(
            long line, String path, String pack, String item, String document, long freeFen, long reservedFen) {}

    /**
     * 年度状态.
     *
     * @param askedBy who wants it closed; null while nobody does
     */
    public record Year(
            int year,
            @Nullable Long askedBy,
            @Nullable LocalDate askedOn,
            String note,
            @Nullable Long closedBy,
            @Nullable LocalDate closedOn) {}

    /** What of a year is open at one's division and below. */
    public List<Open> open(Actor actor, int year) {
        return work.read(actor, () -> rows.open(actor.scope().path(), year));
    }

    /** How the year stands. */
    public Year year(Actor actor, int year) {
        return work.read(actor, () -> rows.year(actor.scope().path(), year))
                .orElse(new Year(year, null, null, "", null, null));
    }

    /** What was carried over, or would be today, line by line. */
    public List<CarryOver> carryOvers(Actor actor, int year, int most) {
        return work.read(actor, () -> rows.carryOvers(actor.scope().path(), year, most));
    }

    /** Asks that a year be closed; another person closes it. */
    public Answer<Integer> ask(Actor actor, int year, String note, LocalDate today) {
        if (note.isBlank() || note.length() > LONGEST) {
            return Answer.refused(SupervisionRefusal.WORDS_MISSING);
        }
        return doing(actor, () -> {
            if (!rows.exists(actor.scope().path(), year)) {
                return Answer.refused(SupervisionRefusal.NO_YEAR);
            }
            if (!rows.ask(actor.scope().path(), year, actor.userId(), note.strip(), today)) {
                return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
            }
            recorded(actor, year, "asked");
            return Answer.done(year);
        });
    }

    /** 关账: another person closes the year; each line's rest is marked as carried over. */
    public Answer<Integer> close(Actor actor, int year, LocalDate today) {
        return doing(actor, () -> {
            Optional<Year> found = rows.year(actor.scope().path(), year);
            Long asked = found.map(Year::askedBy).orElse(null);
            if (asked == null) {
                return Answer.refused(SupervisionRefusal.NOT_FOUND);
            }
            if (found.get().closedBy() != null) {
                return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(asked, actor.userId()).map(other -> {
                rows.close(actor.scope().path(), year, actor.userId(), today);
                recorded(actor, year, "closed");
                return year;
            });
        });
    }

    private void recorded(Actor actor, int year, String what) {
        audit.record(actor, AuditAction.FUND_RECONCILED, "fund-year/" + year, Map.of("what", what));
    }

    private <T> Answer<T> doing(Actor actor, Supplier<Answer<T>> step) {
        return actor.may(Right.FUND_PAY) ? work.write(actor, step) : Answer.refused(SupervisionRefusal.NO_RIGHT);
    }
}
