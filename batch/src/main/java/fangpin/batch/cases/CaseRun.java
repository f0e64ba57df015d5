package fangpin.batch.cases;

import fangpin.batch.store.SpillFile;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.BulkCompiler;
import fangpin.kernel.benefit.BulkRun;
import fangpin.kernel.policy.Product;
import fangpin.tables.FileRefusal;
import fangpin.tables.PartsOutcome;
import fangpin.tables.RowBuffer;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run: a members file and a case file through one product. */
public final class CaseRun {
    private final Product product;
    private final Path members;
    private final Path cases;
    private final Path workFolder;
    private final CaseSink sink;
    private final @Nullable Focus focus;
    private final Progress progress;
    private final Room room;
    private final CaseLayout layout;

    /**
     * Prepares a run.
     *
     * @param workFolder where the temporary file goes if one is needed
     * @param focus the persons to look at, or null for all
     */
    public CaseRun(
            Product product,
            Path members,
            Path cases,
            Path workFolder,
            CaseSink sink,
            @Nullable Focus focus,
            Progress progress) {
        this(product, members, cases, workFolder, sink, focus, progress, Room.USUAL);
    }

    CaseRun(
            Product product,
            Path members,
            Path cases,
            Path workFolder,
            CaseSink sink,
            @Nullable Focus focus,
            Progress progress,
            Room room) {
        this.product = product;
        this.members = members;
        this.cases = cases;
        this.workFolder = workFolder;
        this.sink = sink;
        this.focus = focus;
        this.progress = progress;
        this.room = room;
        this.layout = new CaseLayout(product);
    }

    /** Runs it to the end. */
    public CaseOutcome run() {
        try (SpillFile spill = SpillFile.in(workFolder, room.readers())) {
            progress.expect(rowsOf(members) + rowsOf(cases));
            CaseStores stores = CaseStores.of(spill, cut(), sizeOf(cases), layout.accountKey >= 0);
            return run(stores, spill);
        } catch (IOException | UncheckedIOException broken) {
            return new CaseOutcome.Refused(CaseMessages.text("io", String.valueOf(broken.getMessage())));
        } catch (CannotSettleException refused) {
            return new CaseOutcome.Refused(refused.text());
        } catch (ArithmeticException tooLarge) {
            return new CaseOutcome.Refused(CaseMessages.text("too-large"));
        }
    }

    /** An explanation is sixty times as long as its row, so that partitions are smaller where cases are watched. */
    private Room cut() {
        return sink.watcher() == null ? room : room.withPartitionsOf(room.partitionBytes() / 16);
    }

    /** The size of a file as if it were not packed, roughly. */
    private static long sizeOf(Path file) throws IOException {
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        boolean packed = name.endsWith(".gz") || name.endsWith(".xlsx");
        return Files.isRegularFile(file) ? Files.size(file) * (packed ? 8 : 1) : 0;
    }

    /** About how many rows a plain file has, by the length of its first lines; 0 for a packed one. */
    private static long rowsOf(Path file) throws IOException {
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".gz") || name.endsWith(".xlsx") || !Files.isRegularFile(file)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1 << 16);
            long lines = 1;
            for (byte one : head) {
                lines += one == '\n' ? 1 : 0;
            }
            return head.length == 0 ? 0 : Files.size(file) * lines / head.length;
        }
    }

    private CaseOutcome run(CaseStores stores, SpillFile spill) {
        Text wrong = readMembers(stores);
        if (wrong != null) {
            return new CaseOutcome.Refused(wrong);
        }
        return switch (Tables.open(cases)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> readCases(table, stores, spill);
        };
    }

    private static CaseOutcome refused(FileRefusal refusal) {
        return new CaseOutcome.Refused(text(refusal));
    }

    private static Text text(FileRefusal refusal) {
        return new Text(refusal.message().zh(), refusal.message().en());
    }

    private @Nullable Text readMembers(CaseStores stores) {
        return switch (Tables.open(members)) {
            case FileRefusal refusal -> text(refusal);
            case Table table -> readMembers(table, stores);
        };
    }

    private @Nullable Text readMembers(Table table, CaseStores stores) {
        progress.begin("members");
        if (inParts(stores)) {
            List<MembersReader> readers = each(part -> membersReader(table, part, stores));
            switch (table.readInParts(counting(readers))) {
                case PartsOutcome.PartsRead read -> {
                    readers.forEach(MembersReader::flush);
                    return firstProblem(readers, read.rowsBefore());
                }
                case FileRefusal refusal -> {
                    return text(refusal);
                }
                case PartsOutcome.NotInParts alone -> stores.members().clear();
            }
        }
        MembersReader reader = membersReader(table, 0, stores);
        TableOutcome outcome = table.read(progress.counting(reader));
        reader.flush();
        return switch (outcome) {
            case FileRefusal refusal -> text(refusal);
            case TableOutcome.AllRead read -> reader.problem(0);
        };
    }

    private MembersReader membersReader(Table table, int part, CaseStores stores) {
        return new MembersReader(members.toString(), product, table.header(), part, stores, focus);
    }

    private static @Nullable Text firstProblem(List<MembersReader> readers, List<Long> rowsBefore) {
        Text problem = null;
        for (int part = 0; part < readers.size() && problem == null; part++) {
            problem = readers.get(part).problem(rowsBefore.get(part));
        }
        return problem;
    }

    /** Whether files are worth more than one reader. */
    private boolean inParts(CaseStores stores) {
        return room.readers() > 1 && stores.personStreams() > 1;
    }

    private <R> List<R> each(IntFunction<R> reader) {
        return IntStream.range(0, room.readers()).mapToObj(reader).toList();
    }

    private List<RowHandler> counting(List<? extends RowHandler> readers) {
        return readers.stream().map(progress::counting).toList();
    }

    private CaseOutcome readCases(Table table, CaseStores stores, SpillFile spill) {
        HeaderMatch match = new HeaderMatch(table.header());
        CaseColumns columns = CaseColumns.of(layout, match, table.header().size());
        match.orRefuse(cases.toString());
        progress.begin("cases");
        Reading reading = readInParts(table, columns, stores);
        if (reading == null) {
            stores.clearCases();
            reading = readAlone(table, columns, stores);
        }
        FileRefusal refusal = reading.refusal;
        return refusal == null ? settle(reading, stores, spill) : refused(refusal);
    }

    /**
     * How reading went.
     *
     * @param rowsBefore rows of the file before each part
     */
    private record Reading(@Nullable FileRefusal refusal, List<Long> rowsBefore, long rejected) {}

    /** Reads with all processors; null if the file is too small or not plain, in which case the stores hold half a file. */
    private @Nullable Reading readInParts(Table table, CaseColumns columns, CaseStores stores) {
        if (!inParts(stores)) {
            return null;
        }
        List<CaseReader> readers = each(part -> new CaseReader(cases.toString(), layout, columns, part, stores, focus));
        PartsOutcome outcome = table.readInParts(counting(readers));
        if (outcome instanceof PartsOutcome.NotInParts) {
            return null;
        }
        readers.forEach(CaseReader::flush);
        long rejected = readers.stream().mapToLong(CaseReader::rejected).sum();
        return switch (outcome) {
            case PartsOutcome.PartsRead read -> new Reading(null, read.rowsBefore(), rejected);
            case PartsOutcome.NotInParts never -> null;
            case FileRefusal refusal -> new Reading(refusal, List.of(), 0);
        };
    }

    private Reading readAlone(Table table, CaseColumns columns, CaseStores stores) {
        CaseReader reader = new CaseReader(cases.toString(), layout, columns, 0, stores, focus);
        TableOutcome outcome = table.read(progress.counting(reader));
        reader.flush();
        return switch (outcome) {
            case FileRefusal refusal -> new Reading(refusal, List.of(), 0);
            case TableOutcome.AllRead read -> new Reading(null, List.of(0L), reader.rejected());
        };
    }

    private CaseOutcome settle(Reading reading, CaseStores stores, SpillFile spill) {
        DuplicateCheck duplicates = new DuplicateCheck(room, reading.rowsBefore.size());
        Workers.each(stores.idStreams(), stream -> duplicates.check(stores.byId(), stream));
        progress.begin("settling");
        Totals totals = settleAll(stores, duplicates);
        writeRejects(stores, reading.rowsBefore);
        return new CaseOutcome.Done(totals.accepted, reading.rejected + totals.rejected, spill.bytes());
    }

    private record Totals(long accepted, long rejected) {}

    private Totals settleAll(CaseStores stores, DuplicateCheck duplicates) {
        Turns turns = new Turns();
        BulkRun program = BulkCompiler.compile(product.program(), new ResultColumns(product).registers());
        AtomicInteger next = new AtomicInteger();
        java.util.concurrent.atomic.AtomicLong accepted = new java.util.concurrent.atomic.AtomicLong();
        java.util.concurrent.atomic.AtomicLong rejected = new java.util.concurrent.atomic.AtomicLong();
        Workers.together(turns::stop, () -> {
            PartitionSettler settler = new PartitionSettler(layout, program, stores, duplicates);
            RowBuffer rows = new RowBuffer();
            CaseWatcher watcher = sink.watcher();
            for (int partition = next.getAndIncrement();
                    partition < stores.personStreams();
                    partition = next.getAndIncrement()) {
                int own = partition;
                Runnable write = () -> {
                    sink.results(rows, watcher);
                    rows.clear();
                };
                settler.settle(own, rows, watcher, () -> turns.hold(own, write));
                turns.take(own, write);
                rows.clear();
                progress.done(partition, stores.personStreams());
            }
            settler.flush();
            accepted.addAndGet(settler.accepted());
            rejected.addAndGet(settler.rejected());
        });
        return new Totals(accepted.get(), rejected.get());
    }

    private void writeRejects(CaseStores stores, List<Long> rowsBefore) {
        RejectNames names = new RejectNames(layout);
        stores.rejects()
                .read(
                        rowsBefore.stream().mapToLong(Long::longValue).toArray(),
                        reject -> sink.reject(names.row(reject)));
    }
}
