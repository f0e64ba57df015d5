package fangpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./fangpin bench growth}: what settling ten times as many bills takes. */
public final class Growth {
    private static final long LEAST = 100_000;
    private static final long USUAL_MOST = 10_000_000;
    private static final int ROUNDS = 3;

    private Growth() {}

    /**
     * Measures the growth.
     *
     * @param arguments launcher and, optionally, the most bills; a hundred million need 30 GB of disk
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : USUAL_MOST;
        double before = 0;
        for (long bills = LEAST; bills <= most; bills *= 10) {
            Path folder = Files.createTempDirectory("fangpin-growth");
            try {
                before = measure(arguments[0], bills, folder, before);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        }
    }

    private static double measure(String launcher, long bills, Path folder, double before)
            throws IOException, InterruptedException {
        Measured.generate(launcher, bills, folder);
        Path settled = folder.resolve("settled.csv");
        Path rejects = folder.resolve("rejects.csv");
        List<Measured> runs = new ArrayList<>();
        for (int round = 0; round < (bills > USUAL_MOST ? 1 : ROUNDS); round++) {
            runs.add(Measured.run(
                    List.of(
                            launcher,
                            "settle",
                            "--pack",
                            "weihai-2020",
                            "--product",
                            "supplementary-medical",
                            "--members",
                            folder.resolve("members.csv").toString(),
                            "--bills",
                            folder.resolve("bills.csv").toString(),
                            "--out",
                            settled.toString(),
                            "--rejects",
                            rejects.toString()),
                    List.of(settled, rejects)));
        }
        double seconds = Measured.median(runs, Measured::seconds);
        System.out.printf(
                "%,13d bills: median %7.2f s%s, cpu %7.2f s, peak anonymous memory %4.0f MiB%n",
                bills,
                seconds,
                before == 0 ? "" : String.format(" (%.1f times)", seconds / before),
                Measured.median(runs, Measured::cpuSeconds),
                runs.stream().mapToDouble(Measured::anonymousMebibytes).max().orElse(0));
        return seconds;
    }
}
