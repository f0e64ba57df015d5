package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.CostRows;
import fangpin.office.settlement.internal.SettlementRows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** 费用控制 (WH3 §3.1): cost outside the catalogue and eligible cost left to persons, by hospital, department or person and month, and what is checked. */
@Service
public final class Costs {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final CostRows rows;
    private final CostLimits limits;
    private final Audit audit;

    Costs(ScopedWork work, CostRows rows, CostLimits limits, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.limits = limits;
        this.audit = audit;
    }

    /** 按谁统计. */
    public enum By {
        /** 医院 */
        HOSPITAL,
        /** 科室 */
        DEPARTMENT,
        /** 人员 */
        PERSON
    }

    /**
     * A hospital's, department's or person's month of bills that count.
     *
     * @param subject the id of the hospital, department or person
     * @param path whose division it belongs to
     */
    public record Line(
            By by,
            long subject,
            String path,
            String nameChinese,
            String nameEnglish,
            LocalDate month,
            int bills,
            long totalFen,
            long eligibleFen,
            long ineligibleFen,
            long selfFen,
            boolean checked) {
        /** Cost outside the catalogue in the total, thousandths. */
        public long ineligiblePermille() {
            return totalFen == 0 ? 0 : ineligibleFen * 1000 / totalFen;
        }

        /** Eligible cost left to the person in the eligible cost, thousandths. */
        public long selfPermille() {
            return eligibleFen == 0 ? 0 : selfFen * 1000 / eligibleFen;
        }
    }

    /** A check. */
    public record Check(
            long id,
            By by,
            long subject,
            String name,
            LocalDate month,
            int bills,
            long totalFen,
            long ineligibleFen,
            long selfFen,
            long enteredBy,
            LocalDate enteredOn,
            @Nullable String note,
            @Nullable LocalDate closedOn) {}

    /** A month by hospital, department or person: what stands out first, then by cost outside the catalogue. */
    public List<Line> lines(Actor actor, By by, LocalDate month, int most) {
        return work.read(actor, () -> rows.lines(by, month.withDayOfMonth(1), null)).stream()
                .sorted(Comparator.comparing((Line line) -> !limits.standsOut(line))
                        .thenComparing(Comparator.comparingLong(Line::ineligiblePermille)
                                .reversed())
                        .thenComparing(
                                Comparator.comparingLong(Line::ineligibleFen).reversed())
                        .thenComparingLong(Line::subject))
                .limit(most)
                .toList();
    }

    /** The bills behind a figure, the dearest outside the catalogue first. */
    public List<Bill> bills(Actor actor, By by, long subject, LocalDate month, int most) {
        return work.read(actor, () -> rows.bills(by, subject, month.withDayOfMonth(1), most));
    }

    /** Puts a hospital's, department's or person's month on the work list. */
    public Answer<Long> check(Actor actor, By by, long subject, LocalDate month, LocalDate today) {
        if (!actor.may(Right.COST_CHECK)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        try {
            return work.write(actor, () -> {
                Optional<Line> line = rows.lines(by, month.withDayOfMonth(1), subject).stream()
                        .filter(one -> actor.scope().holds(one.path()))
                        .findFirst();
                if (line.isEmpty()) {
                    return Answer.refused(SettlementRefusal.NOT_FOUND);
                }
                long id = rows.insert(line.get(), new SettlementRows.By(actor.userId(), today));
                audit.record(actor, AuditAction.ENTERED, "cost-check/" + id, Map.of("month", month.toString()));
                return Answer.done(id);
            });
        } catch (DuplicateKeyException there) {
            return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
        }
    }

    /** Says what came of a check. */
    public Answer<Long> close(Actor actor, long id, String note, LocalDate today) {
        if (!actor.may(Right.COST_CHECK)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (note.isBlank() || note.length() > LONGEST) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            if (rows.close(id, note.strip(), new SettlementRows.By(actor.userId(), today)) == 0) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            audit.record(actor, AuditAction.CHANGED, "cost-check/" + id, Map.of("note", note.strip()));
            return Answer.done(id);
        });
    }

    /** The newest checks, the open ones first. */
    public List<Check> checks(Actor actor, int most) {
        return work.read(actor, () -> rows.checks(most));
    }
}
