package fangpin.office.register.roster;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.Divisions;
import fangpin.office.register.ImportProgress;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterReceipt;
import fangpin.tables.FileRefusal;
import fangpin.tables.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** 导入办理: each step of an import in its own transaction; files and running checks. */
@Component
public final class RosterDesk {
    /** Bytes of an uploaded file. */
    static final long MOST_BYTES = 200L << 20;

    private final ScopedWork work;
    private final RosterRows rows;
    private final RosterChecks checks;
    private final RosterAccept acceptance;
    private final RosterUndo undoing;
    private final RosterFolder folder;
    private final Divisions divisions;
    private final Audit audit;

    RosterDesk(
            ScopedWork work,
            RosterRows rows,
            RosterChecks checks,
            RosterAccept acceptance,
            RosterUndo undoing,
            RosterFolder folder,
            Divisions divisions,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.checks = checks;
        this.acceptance = acceptance;
        this.undoing = undoing;
        this.folder = folder;
        this.divisions = divisions;
        this.audit = audit;
    }

    /** Takes a file in. */
    public RosterReceipt receive(Actor actor, RosterImports.Upload upload, InputStream bytes, LocalDate today)
            throws IOException {
        if (!actor.scope().holds(upload.path())
                || work.read(actor, () -> divisions.find(upload.path())).isEmpty()) {
            return new RosterReceipt.DivisionUnknown();
        }
        RosterFolder.Arrived arrived = folder.take(upload.fileName(), bytes, MOST_BYTES);
        if (arrived == null) {
            return new RosterReceipt.TooLarge(MOST_BYTES);
        }
        RosterReceipt receipt = opened(actor, upload, arrived, today);
        if (!(receipt instanceof RosterReceipt.Taken)) {
            folder.delete(arrived.file());
        }
        return receipt;
    }

    private RosterReceipt opened(
            Actor actor, RosterImports.Upload upload, RosterFolder.Arrived arrived, LocalDate today)
            throws IOException {
        return switch (Lines.open(arrived.file())) {
            case FileRefusal refusal -> {
                String path = arrived.file().toString();
                String name = shown(upload.fileName());
                yield new RosterReceipt.FileRefused(
                        refusal.message().zh().replace(path, name),
                        refusal.message().en().replace(path, name));
            }
            case Lines lines -> {
                ColumnMapping proposal = FirstLines.mapping(lines);
                yield proposal == null
                        ? new RosterReceipt.HeaderNotFound()
                        : taken(actor, upload, arrived, proposal, today);
            }
        };
    }

    private RosterReceipt taken(
            Actor actor,
            RosterImports.Upload upload,
            RosterFolder.Arrived arrived,
            ColumnMapping proposal,
            LocalDate today)
            throws IOException {
        RosterReceipt.Taken taken = work.write(actor, () -> {
            ColumnMapping mapping = rows.remembered(upload.path(), RosterRows.headerHash(proposal))
                    .map(kept -> new ColumnMapping(proposal.headerLine(), proposal.headers(), kept.columns()))
                    .orElse(proposal);
            RosterImport before = rows.accepted(
                            arrived.hash().content(), upload.statusKind(), upload.trueFrom(), upload.path())
                    .orElse(null);
            long id = rows.add(
                    upload.path(),
                    shown(upload.fileName()),
                    arrived.hash().content(),
                    upload.statusKind(),
                    upload.clause(),
                    upload.trueFrom(),
                    today,
                    mapping,
                    actor.userId());
            return new RosterReceipt.Taken(rows.find(id).orElseThrow(), before);
        });
        folder.keep(arrived.file(), taken.roster().id());
        return taken;
    }

    /** A file's name without folders and what would steer a screen. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return last.isEmpty() ? "?" : last.substring(0, Math.min(last.length(), 100));
    }

    /** The first rows of a received file. */
    public Optional<RosterReceipt.FirstRows> firstRows(RosterImport roster) {
        return folder.file(roster.id()).flatMap(file -> switch (Lines.open(file)) {
            case FileRefusal refusal -> Optional.<RosterReceipt.FirstRows>empty();
            case Lines lines -> Optional.of(FirstLines.rows(lines, roster.mapping()));
        });
    }

    /** Checks all rows, and waits. */
    public RosterChecked check(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        return checks.check(actor, id, mapping, today);
    }

    /** Begins the check on a thread of its own. */
    public void beginCheck(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        checks.begin(actor, id, mapping, today);
    }

    /** How far a check is. */
    public Optional<ImportProgress> progress(long id) {
        return checks.progress(id);
    }

    /** How a check ended. */
    public Optional<RosterChecked> lastCheck(long id) {
        return checks.lastEnd(id);
    }

    /** Takes all good rows. */
    public Answer<RosterImport> accept(Actor actor, long id, int version, boolean endGone) {
        try {
            return work.write(actor, () -> {
                RosterImport roster = rows.hold(id).orElse(null);
                Refusal refusal = refusal(roster, version, RosterImport.Stage.CHECKED);
                if (roster == null || refusal != null) {
                    return Answer.refused(refusal == null ? Refusal.NOT_FOUND : refusal);
                }
                if (roster.enteredBy() == actor.userId()) {
                    return Answer.refused(Refusal.SAME_PERSON);
                }
                int gone = acceptance.accept(roster, actor.userId(), endGone);
                rows.advance(id, RosterImport.Stage.ACCEPTED, actor.userId(), gone);
                audit.record(actor, AuditAction.IMPORTED, "import/" + id, details(roster, gone));
                return Answer.done(rows.find(id).orElseThrow());
            });
        } catch (RosterAccept.ChangedMeanwhileException | DataIntegrityViolationException changed) {
            // someone added a person or a household of the file since the check
            return Answer.refused(Refusal.CHANGED_MEANWHILE);
        }
    }

    private static Map<String, String> details(RosterImport roster, int gone) {
        RosterImport.Counts counts = roster.counts();
        return Map.of(
                "status", roster.statusKind().id(),
                "clause", roster.clause(),
                "true-from", roster.trueFrom().toString(),
                "maker", Long.toString(roster.enteredBy()),
                "new", Integer.toString(counts.added()),
                "changed", Integer.toString(counts.changed()),
                "moved", Integer.toString(counts.moved()),
                "gone", Integer.toString(gone));
    }

    private static @Nullable Refusal refusal(@Nullable RosterImport roster, int version, RosterImport.Stage stage) {
        if (roster == null) {
            return Refusal.NOT_FOUND;
        }
        if (roster.stage() != stage) {
            return Refusal.WRONG_STAGE;
        }
        return roster.version() == version ? null : Refusal.CHANGED_MEANWHILE;
    }

    /** Gives up an import that was not accepted. */
    public Answer<RosterImport> cancel(Actor actor, long id) {
        if (checks.progress(id).isPresent()
                && work.read(actor, () -> rows.find(id)).isPresent()
                && checks.cancel(id)) {
            return work.read(actor, () -> Answer.done(rows.find(id).orElseThrow()));
        }
        return work.write(actor, () -> {
            RosterImport roster = rows.hold(id).orElse(null);
            if (roster == null) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            if (!List.of(RosterImport.Stage.RECEIVED, RosterImport.Stage.CHECKED)
                    .contains(roster.stage())) {
                return Answer.refused(Refusal.WRONG_STAGE);
            }
            rows.clear(id);
            rows.advance(id, RosterImport.Stage.CANCELLED, null, -1);
            folder.delete(id);
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    /** Takes an accepted import back. */
    public Answer<RosterImport> undo(Actor actor, long id, int version) {
        return work.write(actor, () -> {
            RosterImport roster = rows.hold(id).orElse(null);
            Refusal refusal = refusal(roster, version, RosterImport.Stage.ACCEPTED);
            if (roster == null || refusal != null) {
                return Answer.refused(refusal == null ? Refusal.NOT_FOUND : refusal);
            }
            if (roster.enteredBy() == actor.userId()) {
                return Answer.refused(Refusal.SAME_PERSON);
            }
            if (!undoing.undo(id, actor.userId())) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            rows.advance(id, RosterImport.Stage.UNDONE, null, -1);
            audit.record(
                    actor,
                    AuditAction.IMPORT_UNDONE,
                    "import/" + id,
                    details(roster, roster.counts().gone()));
            return Answer.done(rows.find(id).orElseThrow());
        });
    }
}
