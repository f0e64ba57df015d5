package fangpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** {@code ./fangpin bench race}: settle and DuckDB on the same bills, in turn, each as a process of its own. */
public final class Race {
    private static final int ROUNDS = 5;

    private Race() {}

    /**
     * Runs the race.
     *
     * @param arguments launcher, class path of the bench, and optionally the number of bills
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String launcher = arguments[0];
        String classPath = arguments[1];
        long bills = arguments.length > 2 ? Long.parseLong(arguments[2]) : 10_000_000;
        Path folder = Files.createTempDirectory("fangpin-race");
        try {
            race(launcher, classPath, bills, folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void race(String launcher, String classPath, long bills, Path folder)
            throws IOException, InterruptedException {
        String members = folder.resolve("members.csv").toString();
        String file = folder.resolve("bills.csv").toString();
        Measured.run(List.of(
                launcher,
                "generate",
                "--bills",
                "" + bills,
                "--persons",
                "" + Math.max(1, bills / 5),
                "--seed",
                "1",
                "--dir",
                folder.toString()));
        Map<String, List<String>> runners = new LinkedHashMap<>();
        runners.put(
                "fangpin",
                List.of(
                        launcher,
                        "settle",
                        "--pack",
                        "weihai-2020",
                        "--product",
                        "supplementary-medical",
                        "--members",
                        members,
                        "--bills",
                        file,
                        "--out",
                        folder.resolve("fangpin.csv").toString(),
                        "--rejects",
                        folder.resolve("rejects.csv").toString()));
        for (String kind : List.of("plain", "tuned")) {
            runners.put(
                    "duckdb " + kind,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            classPath,
                            "fangpin.bench.DuckDbSettlement",
                            kind,
                            file,
                            folder.resolve(kind + ".csv").toString()));
        }
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var runner : runners.entrySet()) {
                Measured one = Measured.run(runner.getValue());
                if (round > 0) {
                    measured.computeIfAbsent(runner.getKey(), any -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        System.out.printf(
                "%,d bills, %d rounds after one to warm up, %d processors%n",
                bills, ROUNDS, Runtime.getRuntime().availableProcessors());
        measured.forEach((name, runs) -> System.out.printf(
                "%-14s median %6.2f s, cpu %6.2f s, peak anonymous memory %5d MiB%n",
                name,
                Measured.median(runs, Measured::seconds),
                Measured.median(runs, Measured::cpuSeconds),
                runs.stream().mapToLong(Measured::anonymousMebibytes).max().orElse(0)));
        for (String kind : List.of("plain", "tuned")) {
            System.out.printf(
                    "%.2f times the %s statement by the clock, %.2f times by processor time, outputs %s%n",
                    ratio(measured, kind, Measured::seconds),
                    kind,
                    ratio(measured, kind, Measured::cpuSeconds),
                    same(folder, kind));
        }
    }

    private static double ratio(Map<String, List<Measured>> measured, String kind, ToDoubleFunction<Measured> figure) {
        return median(measured, "duckdb " + kind, figure) / median(measured, "fangpin", figure);
    }

    private static double median(Map<String, List<Measured>> measured, String name, ToDoubleFunction<Measured> figure) {
        return Measured.median(measured.getOrDefault(name, List.of()), figure);
    }

    /** Whether two results hold the same lines, in whatever order. */
    private static String same(Path folder, String kind) throws IOException, InterruptedException {
        String script = "export LC_ALL=C; tail -n +2 fangpin.csv | sort > a.sorted; tail -n +2 " + kind
                + ".csv | sort > b.sorted; cmp -s a.sorted b.sorted";
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        return process.waitFor() == 0 ? "equal" : "DIFFERENT";
    }
}
