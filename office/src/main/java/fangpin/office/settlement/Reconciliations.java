package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.StatementFile;
import fangpin.office.settlement.internal.StatementRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 月度对账: our figures of a month beside a hospital's or an insurer's; where they differ, a work list that is cleared up and closed. */
@Service
public final class Reconciliations {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final StatementRows rows;
    private final Hospitals hospitals;
    private final Audit audit;

    Reconciliations(ScopedWork work, StatementRows rows, Hospitals hospitals, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.hospitals = hospitals;
        this.audit = audit;
    }

    /** Our totals of a month by hospital and product, as far as the reader sees. */
    public List<Statement.Total> totals(Actor actor, LocalDate month) {
        return work.read(actor, () -> rows.totals(month.withDayOfMonth(1)));
    }

    /**
     * A statement as it came.
     *
     * @param hospital whose it is; null for an insurer's, about all hospitals of the division
     */
    public record Sent(@Nullable Long hospital, LocalDate month, String fileName, Path copy) {}

    /** Takes a statement in and holds it against what was decided. */
    public Answer<Long> compare(Actor actor, Sent sent, LocalDate today) {
        if (!actor.may(Right.RECONCILIATION_WRITE)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        Hospital hospital = sent.hospital() == null
                ? null
                : hospitals.find(actor, sent.hospital()).orElse(null);
        if (sent.hospital() != null && hospital == null) {
            return Answer.refused(SettlementRefusal.NOT_FOUND);
        }
        if (work.read(actor, rows::ofUnknownInsurer)) {
            return Answer.refused(SettlementRefusal.INSURER_UNKNOWN);
        }
        return StatementFile.read(sent.copy(), hospital == null)
                .map(theirs -> work.write(actor, () -> compared(actor, sent, hospital, theirs, today)));
    }

    private long compared(
            Actor actor,
            Sent sent,
            @Nullable Hospital hospital,
            Map<StatementFile.Line, Long> theirs,
            LocalDate today) {
        LocalDate month = sent.month().withDayOfMonth(1);
        Map<StatementFile.Line, StatementRows.Ours> ours = rows.decided(month, hospital);
        String path = hospital == null ? actor.scope().path() : hospital.path();
        long id = rows.insert(new StatementRows.New(
                path,
                hospital,
                month,
                shown(sent.fileName()),
                new Statement.Sum(
                        theirs.size(),
                        theirs.values().stream().mapToLong(Long::longValue).sum()),
                new Statement.Sum(
                        ours.size(),
                        ours.values().stream()
                                .mapToLong(StatementRows.Ours::fen)
                                .sum()),
                new SettlementRows.By(actor.userId(), today)));
        List<Statement.Difference> differences = differences(theirs, ours);
        if (!differences.isEmpty()) {
            rows.insert(id, path, differences);
        }
        audit.record(
                actor,
                AuditAction.ENTERED,
                "statement/" + id,
                Map.of("month", month.toString(), "differences", Integer.toString(differences.size())));
        return id;
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return clean.substring(0, Math.min(clean.length(), 100));
    }

    private static List<Statement.Difference> differences(
            Map<StatementFile.Line, Long> theirs, Map<StatementFile.Line, StatementRows.Ours> ours) {
        TreeSet<StatementFile.Line> all = new TreeSet<>(theirs.keySet());
        all.addAll(ours.keySet());
        List<Statement.Difference> found = new ArrayList<>();
        for (StatementFile.Line line : all) {
            Long their = theirs.get(line);
            StatementRows.Ours our = ours.get(line);
            Long ourFen = our == null ? null : our.fen();
            // what came to nothing within the month need not stand in their statement
            if (Objects.equals(their, ourFen) || (their == null && Objects.equals(ourFen, 0L))) {
                continue;
            }
            Statement.Kind kind = our == null
                    ? Statement.Kind.MISSING_HERE
                    : their == null ? Statement.Kind.MISSING_THERE : Statement.Kind.OTHER_AMOUNT;
            found.add(new Statement.Difference(
                    0,
                    kind,
                    line.hospital(),
                    line.bill(),
                    our == null ? null : our.billId(),
                    their,
                    ourFen,
                    null,
                    null));
        }
        return found;
    }

    /** Says how a difference was cleared up. */
    public Answer<Long> closeDifference(Actor actor, long statement, long difference, String note, LocalDate today) {
        return step(actor, statement, note, by -> rows.closeDifference(statement, difference, note.strip(), by), today);
    }

    /** Closes a statement all of whose differences are cleared up. */
    public Answer<Long> close(Actor actor, long statement, String note, LocalDate today) {
        return step(actor, statement, note, by -> rows.close(statement, note.strip(), by), today);
    }

    private Answer<Long> step(
            Actor actor,
            long statement,
            String note,
            java.util.function.ToIntFunction<SettlementRows.By> change,
            LocalDate today) {
        if (!actor.may(Right.RECONCILIATION_WRITE)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (note.isBlank() || note.length() > LONGEST) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            if (rows.find(statement).isEmpty()) {
                return Answer.refused(SettlementRefusal.NOT_FOUND);
            }
            if (change.applyAsInt(new SettlementRows.By(actor.userId(), today)) == 0) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            audit.record(actor, AuditAction.CHANGED, "statement/" + statement, Map.of("note", note.strip()));
            return Answer.done(statement);
        });
    }

    /** One statement. */
    public Optional<Statement> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The newest statements. */
    public List<Statement> newest(Actor actor, int most) {
        return work.read(actor, () -> rows.newest(most));
    }

    /** Differences of a statement after one of them. */
    public List<Statement.Difference> differences(Actor actor, long statement, long after, int most) {
        return work.read(actor, () -> rows.differences(statement, after, most));
    }
}
