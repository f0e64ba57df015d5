package fangpin.office.register.roster;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.RosterImport;
import fangpin.tables.FileRefusal;
import fangpin.tables.Lines;
import fangpin.tables.TableOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 检查入库前: one thread reads the rows of a file and checks each by itself, a second compares them with the register and seals them, a
 * third hands them to the database. All rows are written in one transaction, so that a check that ends early leaves none.
 */
@Component
final class RosterCheck {
    private static final Duration MOST_TIME = Duration.ofMinutes(15);

    /** What came of a check. */
    sealed interface Checked {
        record Staged(RosterImport.Counts counts) implements Checked {}

        record FileRefused(FileRefusal refusal) implements Checked {}

        record Stopped(StoppedException.Cause why) implements Checked {}
    }

    private static final class NotStagedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Checked outcome;

        NotStagedException(Checked outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    private final ScopedWork work;
    private final RegisterLookup register;
    private final Secrets secrets;
    private final JdbcClient database;
    private final StagingTable staging;

    RosterCheck(ScopedWork work, RegisterLookup register, Secrets secrets, JdbcClient database, StagingTable staging) {
        this.work = work;
        this.register = register;
        this.secrets = secrets;
        this.database = database;
        this.staging = staging;
    }

    /** Checks all rows and stages them, or none. */
    Checked run(Actor actor, RosterImport roster, Lines lines, LocalDate asOf, CheckRun run) {
        Villages villages = work.read(actor, () -> register.villages(roster.path()));
        RowReader reader = new RowReader(roster.mapping(), villages, asOf, lines.inGb18030(), lines.shortens());
        RowJudge judge = new RowJudge(
                register,
                secrets,
                villages,
                roster.statusKind().id(),
                roster.trueFrom(),
                field -> roster.mapping().column(field));
        Belt<List<ReadRow>> batches = new Belt<>();
        Belt<Bytes> chunks = new Belt<>();
        JudgedRows judged = new JudgedRows(judge, new StagedRows(roster.id(), roster.path(), secrets), chunks);
        Thread reading = Thread.ofPlatform()
                .name("roster-read-" + roster.id())
                .start(() -> read(roster, lines, reader, run, batches));
        Thread judging = Thread.ofPlatform()
                .name("roster-judge-" + roster.id())
                .start(() -> judge(actor, batches, judged, chunks));
        try {
            return work.write(actor, () -> write(roster, run, chunks));
        } catch (NotStagedException stopped) {
            return stopped.outcome;
        } catch (StoppedException stopped) {
            return new Checked.Stopped(stopped.why());
        } finally {
            run.cancel();
            reading.interrupt();
            judging.interrupt();
            run.end();
        }
    }

    private static void read(
            RosterImport roster, Lines lines, RowReader rows, CheckRun run, Belt<List<ReadRow>> batches) {
        handOn(batches, () -> {
            LineReader reader =
                    new LineReader(roster.mapping(), rows, batches::put, run, System.nanoTime() + MOST_TIME.toNanos());
            TableOutcome outcome = lines.read(reader);
            if (outcome instanceof FileRefusal refusal) {
                batches.end(new Checked.FileRefused(refusal), 0);
                return;
            }
            reader.flush();
            RosterImport.Counts counts = new RosterImport.Counts(reader.count(), 0, 0, 0, 0, 0, 0);
            batches.end(new Checked.Staged(counts), reader.count());
        });
    }

    private void judge(Actor actor, Belt<List<ReadRow>> batches, JudgedRows judged, Belt<Bytes> chunks) {
        handOn(chunks, () -> {
            // a write transaction, since it takes ids for new persons
            Belt.Parcel.End<List<ReadRow>> end = work.write(actor, () -> {
                database.sql("set local statement_timeout = '5min'").update();
                return judgeAll(batches, judged);
            });
            judged.flush();
            Checked outcome = end.outcome() instanceof Checked.Staged
                    ? new Checked.Staged(judged.counts(end.read()))
                    : end.outcome();
            chunks.end(outcome, end.read());
        });
    }

    private static Belt.Parcel.End<List<ReadRow>> judgeAll(Belt<List<ReadRow>> batches, JudgedRows judged) {
        while (true) {
            switch (batches.next()) {
                case Belt.Parcel.Goods<List<ReadRow>> batch -> judged.take(batch.goods());
                case Belt.Parcel.Broken<List<ReadRow>> broken -> throw broken.cause();
                case Belt.Parcel.End<List<ReadRow>> end -> {
                    return end;
                }
            }
        }
    }

    /** Does a thread's work; the next thread learns how it ended, unless it is no longer there. */
    private static void handOn(Belt<?> belt, Runnable work) {
        try {
            work.run();
        } catch (StoppedException stopped) {
            if (!Thread.currentThread().isInterrupted()) {
                belt.end(new Checked.Stopped(stopped.why()), 0);
            }
        } catch (RuntimeException broken) {
            if (!Thread.currentThread().isInterrupted()) {
                belt.broken(broken);
            }
        }
    }

    private Checked write(RosterImport roster, CheckRun run, Belt<Bytes> chunks) {
        database.sql("set local statement_timeout = '20min'").update();
        Belt.Parcel.End<Bytes> end = staging.copy(chunks);
        if (!(end.outcome() instanceof Checked.Staged staged)) {
            throw new NotStagedException(end.outcome());
        }
        if (run.isCancelled()) {
            throw new NotStagedException(new Checked.Stopped(StoppedException.Cause.CANCELLED));
        }
        long written = staging.count(roster.id());
        if (written != end.read()) {
            throw new IllegalStateException("rows read " + end.read() + ", written within the scope " + written);
        }
        return new Checked.Staged(staging.finish(roster, staged.counts()));
    }
}
