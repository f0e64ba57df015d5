package fangpin.office.register.roster;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.RosterImport;
import fangpin.tables.FileRefusal;
import fangpin.tables.Lines;
import fangpin.tables.TableOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * 检查入库前: one thread reads, checks, compares and seals the rows of a file, another hands them to the database. All rows are written
 * in one transaction, so that a check that ends early leaves none.
 */
@Component
final class RosterCheck {
    private static final Duration MOST_TIME = Duration.ofMinutes(15);
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int CHUNKS = 8;

    /** What came of a check. */
    sealed interface Checked {
        record Staged(RosterImport.Counts counts) implements Checked {}

        record FileRefused(FileRefusal refusal) implements Checked {}

        record Stopped(StoppedException.Cause why) implements Checked {}
    }

    /** What one thread gives the other. */
    private sealed interface Parcel {
        record Rows(Bytes bytes) implements Parcel {}

        record End(Checked outcome, int read) implements Parcel {}

        record Broken(RuntimeException cause) implements Parcel {}
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
    private final DataSource source;

    RosterCheck(ScopedWork work, RegisterLookup register, Secrets secrets, JdbcClient database, DataSource source) {
        this.work = work;
        this.register = register;
        this.secrets = secrets;
        this.database = database;
        this.source = source;
    }

    /** Checks all rows and stages them, or none. */
    Checked run(Actor actor, RosterImport roster, Lines lines, LocalDate asOf, CheckRun run) {
        BlockingQueue<Parcel> parcels = new ArrayBlockingQueue<>(CHUNKS);
        Thread reader = Thread.ofPlatform()
                .name("roster-" + roster.id())
                .start(() -> read(actor, roster, lines, asOf, run, parcels));
        try {
            return work.write(actor, () -> write(roster, parcels));
        } catch (NotStagedException stopped) {
            return stopped.outcome;
        } finally {
            run.cancel();
            reader.interrupt();
            run.end();
        }
    }

    private void read(
            Actor actor,
            RosterImport roster,
            Lines lines,
            LocalDate asOf,
            CheckRun run,
            BlockingQueue<Parcel> parcels) {
        try {
            RowSink sink = new RowSink(new StagedRows(roster.id(), roster.path(), secrets), parcels);
            // a write transaction, since it takes ids for new persons
            Parcel end = work.write(actor, () -> readAll(roster, lines, asOf, run, sink));
            sink.send();
            parcels.put(end);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            offer(parcels, new Parcel.Broken(broken));
        }
    }

    private static void offer(BlockingQueue<Parcel> parcels, Parcel parcel) {
        try {
            parcels.put(parcel);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private Parcel readAll(RosterImport roster, Lines lines, LocalDate asOf, CheckRun run, RowSink sink) {
        database.sql("set local statement_timeout = '5min'").update();
        Villages villages = register.villages(roster.path());
        RowReader rows = new RowReader(roster.mapping(), villages, secrets, asOf, lines.inGb18030(), lines.shortens());
        sink.judge = new RowJudge(
                register,
                secrets,
                villages,
                roster.statusKind().id(),
                roster.trueFrom(),
                field -> roster.mapping().column(field));
        LineReader reader = new LineReader(roster.mapping(), rows, sink, run, System.nanoTime() + MOST_TIME.toNanos());
        try {
            TableOutcome outcome = lines.read(reader);
            if (outcome instanceof FileRefusal refusal) {
                return new Parcel.End(new Checked.FileRefused(refusal), 0);
            }
            reader.flush();
        } catch (StoppedException stopped) {
            return new Parcel.End(new Checked.Stopped(stopped.why()), 0);
        }
        return new Parcel.End(new Checked.Staged(sink.counts(reader.count())), reader.count());
    }

    private Checked write(RosterImport roster, BlockingQueue<Parcel> parcels) {
        database.sql("set local statement_timeout = '20min'").update();
        Parcel.End end = copy(parcels);
        if (!(end.outcome() instanceof Checked.Staged staged)) {
            throw new NotStagedException(end.outcome());
        }
        long written = database.sql("select count(*) from register.import_row where batch_id = ?")
                .param(roster.id())
                .query(Long.class)
                .single();
        if (written != end.read()) {
            throw new IllegalStateException("rows read " + end.read() + ", written within the scope " + written);
        }
        return new Checked.Staged(finish(roster, staged.counts()));
    }

    private Parcel.End copy(BlockingQueue<Parcel> parcels) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(StagedRows.COPY);
            try {
                send(copy, CopyRows.head());
                while (true) {
                    switch (next(parcels)) {
                        case Parcel.Rows rows -> send(copy, rows.bytes().content());
                        case Parcel.Broken broken -> throw broken.cause();
                        case Parcel.End end -> {
                            send(copy, CopyRows.end());
                            copy.endCopy();
                            return end;
                        }
                    }
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static Parcel next(BlockingQueue<Parcel> parcels) {
        try {
            Parcel parcel = parcels.poll(MOST_TIME.toSeconds(), TimeUnit.SECONDS);
            return parcel == null ? new Parcel.Broken(new IllegalStateException("the reader fell silent")) : parcel;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return new Parcel.Broken(new IllegalStateException(givenUp));
        }
    }

    private static void send(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private RosterImport.Counts finish(RosterImport roster, RosterImport.Counts counts) {
        int gone = database.sql("select count(*)" + GonePersons.FROM)
                .param("batch", roster.id())
                .param("kind", roster.statusKind().id())
                .param("place", roster.path())
                .param("day", roster.trueFrom())
                .query(Integer.class)
                .single();
        database.sql("""
                        update register.import_batch set stage = 'checked', rows_read = :read, rows_new = :added,
                            rows_changed = :changed, rows_moved = :moved, rows_same = :same, rows_rejected = :rejected,
                            persons_gone = :gone, version = version + 1
                        where id = :id and stage = 'received'
                        """)
                .param("read", counts.read())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("moved", counts.moved())
                .param("same", counts.same())
                .param("rejected", counts.rejected())
                .param("gone", gone)
                .param("id", roster.id())
                .update();
        return new RosterImport.Counts(
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.moved(),
                counts.same(),
                counts.rejected(),
                gone);
    }

    /** Judges what was read and packs it for the writer. */
    private static final class RowSink implements LineReader.Taker {
        private final StagedRows staged;
        private final BlockingQueue<Parcel> parcels;
        private @Nullable RowJudge judge;
        private int added;
        private int changed;
        private int moved;
        private int same;
        private int rejected;

        RowSink(StagedRows staged, BlockingQueue<Parcel> parcels) {
            this.staged = staged;
            this.parcels = parcels;
        }

        RosterImport.Counts counts(int read) {
            return new RosterImport.Counts(read, added, changed, moved, same, rejected, 0);
        }

        @Override
        public void good(List<PersonRow> rows, List<byte[]> cells) {
            if (rows.isEmpty() || judge == null) {
                return;
            }
            List<RowJudge.Judged> judged = judge.judge(rows);
            for (int i = 0; i < judged.size(); i++) {
                switch (judged.get(i)) {
                    case RowJudge.Judged.Good good -> {
                        count(good.outcome());
                        staged.good(good);
                    }
                    case RowJudge.Judged.Bad bad -> {
                        rejected++;
                        staged.bad(bad.row().number(), bad.problem(), bad.personId(), cells.get(i));
                    }
                }
            }
            sendIfFull();
        }

        private void count(String outcome) {
            switch (outcome) {
                case "new" -> added++;
                case "changed" -> changed++;
                case "moved" -> moved++;
                default -> same++;
            }
        }

        @Override
        public void bad(int number, Problem problem, byte[] cells) {
            rejected++;
            staged.bad(number, problem, null, cells);
            sendIfFull();
        }

        private void sendIfFull() {
            if (staged.rows().length() >= CHUNK_BYTES) {
                send();
            }
        }

        void send() {
            try {
                parcels.put(new Parcel.Rows(Bytes.of(staged.rows().take())));
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
                throw new StoppedException(StoppedException.Cause.CANCELLED);
            }
        }
    }
}
