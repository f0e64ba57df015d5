package fangpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        run(List.of(
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
                Measured one = run(runner.getValue());
                if (round > 0) {
                    measured.computeIfAbsent(runner.getKey(), any -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        System.out.printf("%,d bills, %d rounds after one to warm up, %d processors%n", bills, ROUNDS, processors());
        measured.forEach((name, runs) -> System.out.printf(
                "%-14s median %6.2f s, cpu %6.2f s, peak anonymous memory %5d MiB%n",
                name,
                median(runs.stream().map(Measured::seconds).toList()),
                median(runs.stream().map(Measured::cpuSeconds).toList()),
                runs.stream().mapToLong(Measured::anonymousMebibytes).max().orElse(0)));
        double own = median(measured.getOrDefault("fangpin", List.of()).stream()
                .map(Measured::seconds)
                .toList());
        for (String kind : List.of("plain", "tuned")) {
            double other = median(measured.getOrDefault("duckdb " + kind, List.of()).stream()
                    .map(Measured::seconds)
                    .toList());
            System.out.printf("%.2f times the %s statement, outputs %s%n", other / own, kind, same(folder, kind));
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private record Measured(double seconds, double cpuSeconds, long anonymousMebibytes) {}

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private static Measured run(List<String> command) throws IOException, InterruptedException {
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
            Thread.sleep(10);
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command);
        }
        return new Measured((System.nanoTime() - began) / 1e9, cpuSeconds, anonymous / 1024);
    }

    /** User and system time of a process so far; 0 where the system does not say. */
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
