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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** 导入办理: each step of an import in its own transaction; files and running checks. */
@Component
public final class RosterDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RosterDesk.class);

    /** Bytes of an uploaded file. */
    static final long MOST_BYTES = 200L << 20;

    private final ScopedWork work;
    private final RosterRows rows;
    private final RosterCheck check;
    private final RosterAccept acceptance;
    private final RosterUndo undoing;
    private final RosterFolder folder;
    private final Divisions divisions;
    private final Audit audit;
    private final Map<Long, CheckRun> runs = new ConcurrentHashMap<>();
    private final Map<Long, RosterChecked> ends = new ConcurrentHashMap<>();

    RosterDesk(
            ScopedWork work,
            RosterRows rows,
            RosterCheck check,
            RosterAccept acceptance,
            RosterUndo undoing,
            RosterFolder folder,
            Divisions divisions,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.check = check;
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
            ColumnMapping mapping = rows.remembered(upload.path(), headerHash(proposal))
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

    static byte[] headerHash(ColumnMapping mapping) {
        return RosterFolder.sha256().digest(String.join("\t", mapping.headers()).getBytes(StandardCharsets.UTF_8));
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
        CheckRun run = new CheckRun(folder.file(id).map(RosterDesk::size).orElse(0L));
        return runs.putIfAbsent(id, run) == null
                ? ended(actor, id, mapping, today, run)
                : new RosterChecked.Refused(Refusal.ALREADY_UNDER_WAY);
    }

    private RosterChecked ended(Actor actor, long id, ColumnMapping mapping, LocalDate today, CheckRun run) {
        RosterChecked end = new RosterChecked.Broken();
        try {
            end = checked(actor, id, mapping, today, run);
            return end;
        } finally {
            run.end();
            ends.put(id, end);
            runs.remove(id);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private RosterChecked checked(Actor actor, long id, ColumnMapping mapping, LocalDate today, CheckRun run) {
        if (!mapping.missing().isEmpty()) {
            return new RosterChecked.ColumnsMissing(mapping.missing());
        }
        Optional<RosterImport> found = work.read(actor, () -> rows.find(id));
        Path file = folder.file(id).orElse(null);
        if (found.isEmpty()) {
            return new RosterChecked.Refused(Refusal.NOT_FOUND);
        }
        if (found.get().stage() != RosterImport.Stage.RECEIVED || file == null) {
            return new RosterChecked.Refused(Refusal.WRONG_STAGE);
        }
        RosterImport roster = work.write(actor, () -> {
            rows.map(found.get(), mapping, headerHash(mapping), actor.userId());
            return rows.find(id).orElseThrow();
        });
        RosterChecked end = null;
        try {
            end = run(actor, roster, file, today, run);
            return end;
        } finally {
            folder.delete(id);
            if (!(end instanceof RosterChecked.Done)) {
                RosterImport.Stage stage = end instanceof RosterChecked.Cancelled
                        ? RosterImport.Stage.CANCELLED
                        : RosterImport.Stage.FAILED;
                work.write(actor, () -> {
                    rows.advance(id, stage, null, -1);
                    return id;
                });
            }
        }
    }

    private RosterChecked run(Actor actor, RosterImport roster, Path file, LocalDate today, CheckRun run) {
        return switch (Lines.open(file)) {
            case FileRefusal refusal -> refused(refusal, file, roster);
            case Lines lines ->
                switch (check.run(actor, roster, lines, today, run)) {
                    case RosterCheck.Checked.Staged staged ->
                        new RosterChecked.Done(
                                work.read(actor, () -> rows.find(roster.id())).orElseThrow());
                    case RosterCheck.Checked.FileRefused refused -> refused(refused.refusal(), file, roster);
                    case RosterCheck.Checked.Stopped stopped ->
                        switch (stopped.why()) {
                            case TOO_MANY_ROWS -> new RosterChecked.TooManyRows(LineReader.MOST_ROWS);
                            case TOO_SLOW -> new RosterChecked.TooSlow();
                            case CANCELLED, ENOUGH -> new RosterChecked.Cancelled();
                        };
                };
        };
    }

    private static RosterChecked refused(FileRefusal refusal, Path file, RosterImport roster) {
        return new RosterChecked.FileRefused(
                refusal.message().zh().replace(file.toString(), roster.fileName()),
                refusal.message().en().replace(file.toString(), roster.fileName()));
    }

    /** Begins the check on a thread of its own. */
    public void beginCheck(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        CheckRun run = new CheckRun(folder.file(id).map(RosterDesk::size).orElse(0L));
        if (runs.putIfAbsent(id, run) == null) {
            ends.remove(id);
            Thread.ofPlatform().name("roster-check-" + id).start(() -> {
                try {
                    RosterChecked _ = ended(actor, id, mapping, today, run);
                } catch (RuntimeException broken) {
                    // the cause may hold a line of the file: only its kind is written down
                    LOG.error(
                            "check of import {} broke: {}",
                            id,
                            broken.getClass().getName());
                }
            });
        }
    }

    /** How far a check is. */
    public Optional<ImportProgress> progress(long id) {
        return Optional.ofNullable(runs.get(id)).map(CheckRun::progress);
    }

    /** How a check ended. */
    public Optional<RosterChecked> lastCheck(long id) {
        return Optional.ofNullable(ends.get(id));
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
        CheckRun run = runs.get(id);
        if (run != null && work.read(actor, () -> rows.find(id)).isPresent()) {
            run.cancel();
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
