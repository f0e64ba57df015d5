package fangpin.batch.cases;

import fangpin.packs.explain.RejectedRow;
import fangpin.tables.RowBuffer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Settles bills in a process of its own with a small heap, and keeps nothing but a check sum of the results. */
final class SmallHeap {
    static final String FULL = "memory is full";

    private SmallHeap() {}

    /** What such a process says. */
    static String run(int megabytes, int loadedBytes, Path members, Path bills)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        Integer.toString(loadedBytes),
                        members.toString(),
                        bills.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** What it says when these are the results. */
    static String said(CaseOutcome outcome, String rows) {
        CRC32 sum = new CRC32();
        sum.update(rows.getBytes(StandardCharsets.UTF_8));
        return outcome + " " + sum.getValue();
    }

    /** The process: how much it may load, members, bills. */
    public static void main(String[] arguments) {
        Gathered.Chosen chosen = Gathered.Chosen.of("supplementary-medical", Map.of());
        Room room = new Room(2 << 20, Integer.parseInt(arguments[0]), 1 << 20, 1 << 18, 1);
        List<Path> files = List.of(Path.of(arguments[1]), Path.of(arguments[2]));
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        CRC32 sum = new CRC32();
        CaseSink sink = new CaseSink() {
            @Override
            public void results(RowBuffer rows, @Nullable CaseWatcher watcher) {
                sum.update(rows.bytes(), 0, rows.length());
            }

            @Override
            public void reject(RejectedRow row) {}

            @Override
            public @Nullable CaseWatcher watcher() {
                return null;
            }
        };
        try {
            CaseOutcome outcome = new CaseRun(
                            chosen.product(),
                            files.getFirst(),
                            files.getLast(),
                            folder,
                            sink,
                            null,
                            Progress.silent(),
                            room)
                    .run();
            System.out.println(withoutSpill(outcome) + " " + sum.getValue());
        } catch (OutOfMemoryError full) {
            System.out.println(FULL);
        }
    }

    private static CaseOutcome withoutSpill(CaseOutcome outcome) {
        return switch (outcome) {
            case CaseOutcome.Done done -> new CaseOutcome.Done(done.accepted(), done.rejected(), 0);
            case CaseOutcome.Refused refused -> refused;
        };
    }
}
