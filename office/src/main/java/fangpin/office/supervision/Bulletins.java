package fangpin.office.supervision;

import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.FundClock;
import fangpin.office.appropriation.FundClocks;
import fangpin.office.supervision.internal.BoardRows;
import fangpin.office.supervision.internal.BulletinRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 资金通报 (WH6 §3.4 “定期通报”): how each division right below stands with its money, its limits and its findings; issued once a month, and
 * what was issued keeps its figures.
 */
@Service
public final class Bulletins {
    private final ScopedWork work;
    private final BoardRows board;
    private final FundClocks clocks;
    private final BulletinRows rows;
    private final Audit audit;

    Bulletins(ScopedWork work, BoardRows board, FundClocks clocks, BulletinRows rows, Audit audit) {
        this.work = work;
        this.board = board;
        this.clocks = clocks;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * 一地的情况.
     *
     * @param kept limits kept
     * @param running limits that are not over
     * @param late limits that were passed
     * @param findings not closed
     * @param overdue of these, past their deadline
     */
    public record Row(
            String place,
            long investedFen,
            long allocatedFen,
            long paidFen,
            long kept,
            long running,
            long late,
            long findings,
            long overdue) {
        /** Allocated of invested, in thousandths. */
        public long allocatedPermille() {
            return investedFen == 0 ? 0 : Math.multiplyExact(allocatedFen, 1000L) / investedFen;
        }

        /** Paid of invested, in thousandths. */
        public long paidPermille() {
            return investedFen == 0 ? 0 : Math.multiplyExact(paidFen, 1000L) / investedFen;
        }
    }

    /**
     * 一期通报.
     *
     * @param month its first day
     * @param year of the budget it is about
     */
    public record Bulletin(long id, String path, LocalDate month, int year, long issuedBy, LocalDate issuedOn) {}

    /** How things stand today, by division right below one's own; one's own money is a row of its own. */
    public List<Row> today(Actor actor, int year, LocalDate today) {
        String place = actor.scope().path();
        return work.read(actor, () -> {
            List<FundClock> all = clocks.of(actor, place, year, today);
            List<Row> found = new ArrayList<>();
            for (BoardLine line : board.board(new BoardChoice(place, year, "", "", ""), BoardChoice.By.DIVISION)) {
                boolean own = line.key().equals(place);
                List<FundClock> its = all.stream()
                        .filter(clock -> own
                                ? clock.document().path().equals(place)
                                : clock.document().path().startsWith(line.key()))
                        .toList();
                BulletinRows.Found findings = rows.findings(line.key(), own, today);
                found.add(new Row(
                        line.key(),
                        line.investedFen(),
                        line.allocatedFen(),
                        line.paidFen(),
                        count(its, TimeLimit.State.KEPT),
                        count(its, TimeLimit.State.RUNNING),
                        count(its, TimeLimit.State.LATE),
                        findings.open(),
                        findings.overdue()));
            }
            return found;
        });
    }

    private static long count(List<FundClock> clocks, TimeLimit.State state) {
        return clocks.stream().filter(clock -> clock.state() == state).count();
    }

    /** Issues the month's bulletin with the figures of today. */
    public Answer<Long> issue(Actor actor, int year, LocalDate today) {
        if (!actor.may(Right.SUPERVISION_HANDLE)) {
            return Answer.refused(SupervisionRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            List<Row> found = today(actor, year, today);
            if (found.isEmpty()) {
                return Answer.refused(SupervisionRefusal.NO_YEAR);
            }
            Optional<Long> id = rows.insert(actor, today.withDayOfMonth(1), year, today, found);
            if (id.isEmpty()) {
                return Answer.refused(SupervisionRefusal.KNOWN_BULLETIN);
            }
            audit.record(
                    actor,
                    AuditAction.PUBLISHED,
                    "bulletin/" + id.get(),
                    Map.of("rows", Integer.toString(found.size())));
            return Answer.done(id.get());
        });
    }

    /** Bulletins issued by one's own place, the newest first. */
    public List<Bulletin> issued(Actor actor) {
        return work.read(actor, () -> rows.list(actor.scope().path()));
    }

    /** One of them. */
    public Optional<Bulletin> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Its rows. */
    public List<Row> rows(Actor actor, long id) {
        return work.read(actor, () -> rows.rows(id));
    }
}
