package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.roster.RosterDesk;
import fangpin.office.register.roster.RosterView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 名单导入: a county's own file of persons becomes part of the register: received, checked row by row, accepted by another person as a
 * whole or not at all, and undone as a whole by later facts.
 */
@Service
public final class RosterImports {
    private final ScopedWork work;
    private final RosterDesk desk;
    private final RosterView view;
    private final Audit audit;

    RosterImports(ScopedWork work, RosterDesk desk, RosterView view, Audit audit) {
        this.work = work;
        this.desk = desk;
        this.view = view;
        this.audit = audit;
    }

    /**
     * What a file is said to be.
     *
     * @param fileName as the user's own; only its ending counts
     * @param path the division whose roster it is
     * @param trueFrom from which day the status holds
     */
    public record Upload(String fileName, String path, StatusKind statusKind, String clause, LocalDate trueFrom) {}

    /** Takes a file in; its first lines are read for the header. Errors: the stream's. */
    public RosterReceipt receive(Actor actor, Upload upload, InputStream bytes, LocalDate today) throws IOException {
        return actor.may(Right.REGISTER_IMPORT)
                ? desk.receive(actor, upload, bytes, today)
                : new RosterReceipt.NoRight();
    }

    /** The first rows of a received file; empty when the file is no longer there. */
    public Optional<RosterReceipt.FirstRows> firstRows(Actor actor, long id) {
        return work.read(actor, () -> view.find(id)).flatMap(desk::firstRows);
    }

    /** Checks all rows of a received file with this mapping, and waits for the end. */
    public RosterChecked check(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        return actor.may(Right.REGISTER_IMPORT)
                ? desk.check(actor, id, mapping, today)
                : new RosterChecked.Refused(Refusal.NO_RIGHT);
    }

    /** Begins the check and does not wait; {@link #progress} tells how far it is, {@link #lastCheck} how it ended. */
    public void beginCheck(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        if (actor.may(Right.REGISTER_IMPORT)) {
            desk.beginCheck(actor, id, mapping, today);
        }
    }

    /** How far the check is; empty when none was begun here since the start of the office. */
    public Optional<ImportProgress> progress(Actor actor, long id) {
        return work.read(actor, () -> view.find(id)).flatMap(roster -> desk.progress(roster.id()));
    }

    /** How the check begun last ended. */
    public Optional<RosterChecked> lastCheck(Actor actor, long id) {
        return work.read(actor, () -> view.find(id)).flatMap(roster -> desk.lastCheck(roster.id()));
    }

    /** Takes all good rows, or none; by another person than who uploaded the file. */
    public Answer<RosterImport> accept(Actor actor, long id, int version, boolean endGone) {
        return actor.may(Right.REGISTER_APPROVE)
                ? desk.accept(actor, id, version, endGone)
                : Answer.refused(Refusal.NO_RIGHT);
    }

    /** Gives an import up that was not accepted; a running check stops. */
    public Answer<RosterImport> cancel(Actor actor, long id) {
        return actor.may(Right.REGISTER_IMPORT) || actor.may(Right.REGISTER_APPROVE)
                ? desk.cancel(actor, id)
                : Answer.refused(Refusal.NO_RIGHT);
    }

    /** Takes an accepted import back, as a whole, by later facts. */
    public Answer<RosterImport> undo(Actor actor, long id, int version) {
        return actor.may(Right.REGISTER_APPROVE) ? desk.undo(actor, id, version) : Answer.refused(Refusal.NO_RIGHT);
    }

    /** One import. */
    public Optional<RosterImport> find(Actor actor, long id) {
        return work.read(actor, () -> view.find(id));
    }

    /** Imports of one's own division, the newest first, from before an id on. */
    public List<RosterImport> list(Actor actor, long before, int most) {
        return work.read(actor, () -> view.before(before, most));
    }

    /** Checked imports that wait for this reader, who did not upload them; the oldest first. */
    public List<RosterImport> waiting(Actor actor, int most) {
        return actor.may(Right.REGISTER_APPROVE)
                ? work.read(actor, () -> view.waiting(actor.userId(), most))
                : List.of();
    }

    /** Rows of one kind, in the order of the file, from after a row on. */
    public List<RosterLine> lines(Actor actor, long id, RosterLine.Kind kind, long after, int most) {
        return work.read(actor, () -> view.lines(id, kind, after, most));
    }

    /** Writes the rejected rows as xlsx: the user's own columns, the wrong cell marked, the reason in a column of its own. */
    public void writeRejected(Actor actor, long id, boolean inChinese, OutputStream target) throws IOException {
        work.write(actor, () -> {
            audit.record(
                    actor,
                    AuditAction.EXPORTED,
                    "import/" + id,
                    Map.of("what", "rejected rows, to the office that sent them"));
            return id;
        });
        view.writeRejected(actor, id, inChinese, target);
    }
}
