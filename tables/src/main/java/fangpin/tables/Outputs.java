package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The results of one run, which appear together and whole, or not at all.
 *
 * <p>Each is written to a temporary file in the folder of its target; {@link #commit()} brings all to the disk and then
 * moves them into place one after the other, in the order in which they were begun. If a move fails, those moved before
 * it are removed again. Only a machine that stops between two moves can leave some results without the others.
 * {@link #close()} without a commit removes everything.
 */
public final class Outputs implements AutoCloseable {

    private record Output(Path named, PendingFile file, Finishable writer) {}

    private final List<Output> outputs = new ArrayList<>();
    private final Set<Path> targets = new HashSet<>();
    private final Set<Path> folders = new TreeSet<>();
    private boolean committed;

    /** No results yet. */
    public Outputs() {}

    /**
     * Begins a table; its name tells the kind as for {@link Tables#open}. The header is written from {@code columns}.
     *
     * @param target replaced by {@link #commit()} if it is there already
     * @return a {@link TableWriter}, or why the result can't be written there
     */
    public OutputOutcome table(Path target, List<Column> columns) {
        if (!endsWith(target, ".xlsx")) {
            OutputOutcome outcome = lines(target);
            if (outcome instanceof TableWriter writer) {
                RowBuffer header = new RowBuffer();
                columns.forEach(column -> header.text(column.name()));
                header.endRow();
                writer.writeRows(header);
            }
            return outcome;
        }
        return begin(target, out -> XlsxTableWriter.begin(target, columns, out));
    }

    /**
     * Begins a file of lines of any form, gzipped if its name ends in {@code .gz}.
     *
     * @return a {@link TableWriter} whose rows are written as they stand, or why the result can't be written there
     */
    public OutputOutcome lines(Path target) {
        return begin(target, endsWith(target, ".gz") ? CsvTableWriter::packed : CsvTableWriter::plain);
    }

    private static boolean endsWith(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private interface Format {
        TableWriter begin(OutputStream out) throws IOException;
    }

    private OutputOutcome begin(Path named, Format format) {
        Path folder = named.toAbsolutePath().normalize().getParent();
        if (folder == null || Files.isDirectory(named)) {
            return FileRefusal.of(Reason.DIRECTORY, "target-directory", named);
        }
        if (!Files.isDirectory(folder)) {
            return FileRefusal.of(Reason.NO_FOLDER, "no-folder", named, folder);
        }
        // moving a file onto a device such as /dev/null would replace the device
        if (Files.exists(named) && !Files.isRegularFile(named)) {
            return FileRefusal.of(Reason.NOT_WRITTEN, "target-not-regular", named);
        }
        try {
            // a link stays a link: what it points to is replaced
            Path target = Files.exists(named)
                    ? named.toRealPath()
                    : folder.toRealPath().resolve(named.getFileName());
            if (!targets.add(target)) {
                return FileRefusal.of(Reason.SAME_TARGET, "same-target", named);
            }
            return create(named, target, format);
        } catch (IOException e) {
            return notWritten(named, e);
        }
    }

    private TableWriter create(Path named, Path target, Format format) throws IOException {
        Path folder = target.resolveSibling("");
        if (folders.add(folder)) {
            TemporaryNames.sweep(folder);
        }
        PendingFile file = PendingFile.create(target, TemporaryNames.next(folder));
        try {
            TableWriter writer = format.begin(file.stream());
            Finishable finishable = switch (writer) {
                case CsvTableWriter csv -> csv;
                case XlsxTableWriter xlsx -> xlsx;
            };
            outputs.add(new Output(named, file, finishable));
            return writer;
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    /** Lets all results appear. After a refusal none is there. May be called once. */
    public CommitOutcome commit() {
        for (Output output : outputs) {
            try {
                output.writer().finish();
                output.file().sync();
            } catch (IOException e) {
                close();
                return notWritten(output.named(), e);
            }
        }
        for (Output output : outputs) {
            try {
                output.file().move();
            } catch (IOException e) {
                close();
                return notWritten(output.named(), e);
            }
        }
        committed = true;
        folders.forEach(Outputs::syncFolder);
        return new CommitOutcome.Committed();
    }

    /** Brings the new names to the disk too, where the system can do that for a folder. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some file systems know no such thing; the files themselves are on the disk
        }
    }

    private static FileRefusal notWritten(Path named, IOException error) {
        if (error instanceof RefusalException refused) {
            return refused.refusal;
        }
        if (error instanceof AccessDeniedException) {
            return FileRefusal.of(Reason.NOT_WRITTEN, "no-write-permission", named);
        }
        boolean full = String.valueOf(error.getMessage()).contains("No space left");
        return FileRefusal.of(Reason.NOT_WRITTEN, full ? "disk-full" : "not-written", named);
    }

    /** Removes all that was not committed. */
    @Override
    public void close() {
        if (!committed) {
            outputs.forEach(output -> output.file().discard());
            outputs.clear();
        }
    }
}
