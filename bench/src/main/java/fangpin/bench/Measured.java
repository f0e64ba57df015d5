package fangpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one run of a process took. Figures other than the clock's are 0 where the system does not say. */
record Measured(double seconds, double cpuSeconds, long anonymousMebibytes) {
    private static final long LOOK_MILLIS = 10;

    /**
     * Runs a command to its end and measures it; its standard output is thrown away. Before, the results of the run before are removed
     * and the disk is given time to write what it has to: nobody pays for another's files. Errors: a command that fails.
     */
    static Measured run(List<String> command, List<Path> results) throws IOException, InterruptedException {
        for (Path result : results) {
            Files.deleteIfExists(result);
        }
        new ProcessBuilder("sync").start().waitFor();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double cpuSeconds = 0;
        long anonymous = 0;
        while (process.isAlive()) {
            cpuSeconds = Math.max(cpuSeconds, cpuSeconds(proc.resolve("stat")));
            anonymous = Math.max(anonymous, anonymousKibibytes(proc.resolve("status")));
            Thread.sleep(LOOK_MILLIS);
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command);
        }
        return new Measured((System.nanoTime() - began) / 1e9, cpuSeconds, anonymous / 1024);
    }

    /** Has synthetic members and bills made in a folder, five bills a person. */
    static void generate(String launcher, long bills, Path folder) throws IOException, InterruptedException {
        String persons = Long.toString(Math.max(1, bills / 5));
        List<String> command = List.of(
                launcher,
                "generate",
                "--bills",
                Long.toString(bills),
                "--persons",
                persons,
                "--seed",
                "1",
                "--dir",
                folder.toString());
        var _ = run(command, List.of());
    }

    /** The middle one of some figures; 0 of none. */
    static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** User and system time of a process so far. */
    private static double cpuSeconds(Path stat) {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long anonymousKibibytes(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("RssAnon:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
