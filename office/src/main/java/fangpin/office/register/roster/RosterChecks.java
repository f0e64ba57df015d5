package fangpin.office.register.roster;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.ImportProgress;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterImport;
import fangpin.tables.FileRefusal;
import fangpin.tables.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 检查之进行: the checks under way in this office, how far each is and how the last ones ended. */
@Component
final class RosterChecks {
    private static final Logger LOG = LoggerFactory.getLogger(RosterChecks.class);
    /** A database that was killed is there again after seconds; a big one reads its log for a while. */
    private static final int TRIES = 120;

    private static final int MILLISECONDS_BETWEEN_TRIES = 500;

    private final ScopedWork work;
    private final RosterRows rows;
    private final RosterCheck check;
    private final RosterFolder folder;
    private final Map<Long, CheckRun> runs = new ConcurrentHashMap<>();
    private final Map<Long, RosterChecked> ends = new ConcurrentHashMap<>();

    RosterChecks(ScopedWork work, RosterRows rows, RosterCheck check, RosterFolder folder) {
        this.work = work;
        this.rows = rows;
        this.check = check;
        this.folder = folder;
    }

    /** Checks all rows, and waits. */
    RosterChecked check(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        CheckRun run = new CheckRun(folder.file(id).map(RosterChecks::size).orElse(0L));
        return runs.putIfAbsent(id, run) == null
                ? ended(actor, id, mapping, today, run)
                : new RosterChecked.Refused(Refusal.ALREADY_UNDER_WAY);
    }

    /** Begins the check on a thread of its own. */
    void begin(Actor actor, long id, ColumnMapping mapping, LocalDate today) {
        CheckRun run = new CheckRun(folder.file(id).map(RosterChecks::size).orElse(0L));
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

    Optional<ImportProgress> progress(long id) {
        return Optional.ofNullable(runs.get(id)).map(CheckRun::progress);
    }

    Optional<RosterChecked> lastEnd(long id) {
        return Optional.ofNullable(ends.get(id));
    }

    /** Tells a check under way to stop; false if there is none. */
    boolean cancel(long id) {
        CheckRun run = runs.get(id);
        if (run != null) {
            run.cancel();
        }
        return run != null;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
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
            rows.map(found.get(), mapping, RosterRows.headerHash(mapping), actor.userId());
            return rows.find(id).orElseThrow();
        });
        RosterChecked end = null;
        try {
            end = run(actor, roster, file, today, run);
            return end;
        } finally {
            folder.delete(id);
            if (!(end instanceof RosterChecked.Done)) {
                boolean cancelled = end instanceof RosterChecked.Cancelled;
                end(actor, id, cancelled ? RosterImport.Stage.CANCELLED : RosterImport.Stage.FAILED);
            }
        }
    }

    /** Writes down that a check ended without its rows; tries until the database is there, should that have been the cause. */
    private void end(Actor actor, long id, RosterImport.Stage stage) {
        for (int left = TRIES; ; left--) {
            try {
                RosterImport.Stage _ = work.write(actor, () -> {
                    RosterImport.Stage was = rows.hold(id).orElseThrow().stage();
                    // it may have been committed, and the answer lost
                    if (was == RosterImport.Stage.RECEIVED) {
                        rows.advance(id, stage, null, -1);
                    }
                    return was;
                });
                return;
            } catch (DataAccessException | TransactionException away) {
                if (left == 0) {
                    throw away;
                }
                pause(away);
            }
        }
    }

    private static void pause(RuntimeException cause) {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN_TRIES);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw cause;
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
}
