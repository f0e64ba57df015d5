package fangpin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** {@code ./fangpin bench race}: settle and DuckDB on the same bills, in turn, each as a process of its own. */
public final class Race {
    private static final int ROUNDS = 5;
    private static final String OURS = "fangpin";
    private static final String OURS_OTHER_RATIO = "fangpin 12%";
    private static final String OURS_OTHER_PACK = "fangpin Lishui";
    private static final String PLAIN = "duckdb plain";
    private static final String TUNED = "duckdb tuned";
    private static final String PLAIN_OTHER_RATIO = "duckdb plain 12%";
    private static final String RATIO = "10";
    private static final String OTHER_RATIO = "12";

    private final String launcher;
    private final String classPath;
    private final Path folder;
    private final RacePacks packs;

    private Race(String launcher, String classPath, Path folder) {
        this.launcher = launcher;
        this.classPath = classPath;
        this.folder = folder;
        this.packs = new RacePacks(Path.of(launcher).toAbsolutePath().resolveSibling("packs"), folder);
    }

    /**
     * Runs the race.
     *
     * @param arguments launcher, class path of the bench, and optionally the number of bills
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long bills = arguments.length > 2 ? Long.parseLong(arguments[2]) : 10_000_000;
        Path folder = Files.createTempDirectory("fangpin-race");
        try {
            new Race(arguments[0], arguments[1], folder).race(bills);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList().reversed()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Who takes part: a command and where it writes. */
    private record Runner(List<String> command, Path result) {
        Measured run() throws IOException, InterruptedException {
            return Measured.run(command, List.of(result));
        }
    }

    private void race(long bills) throws IOException, InterruptedException {
        Measured.generate(launcher, bills, folder);
        Map<String, Runner> runners = runners();
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var runner : runners.entrySet()) {
                Measured one = runner.getValue().run();
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
        for (String other : List.of(PLAIN, TUNED)) {
            System.out.printf(
                    "%.2f times the %s statement by the clock, %.2f times by processor time, outputs %s%n",
                    ratio(measured, other, Measured::seconds),
                    other,
                    ratio(measured, other, Measured::cpuSeconds),
                    same(OURS, other));
        }
        duckDb(PLAIN_OTHER_RATIO, OTHER_RATIO).run();
        System.out.printf("with a ratio of 12%% outputs %s%n", same(OURS_OTHER_RATIO, PLAIN_OTHER_RATIO));
    }

    private Map<String, Runner> runners() throws IOException {
        Map<String, Runner> runners = new LinkedHashMap<>();
        runners.put(OURS, settle("weihai-2020", packs.members(), packs.bills(), OURS));
        runners.put(PLAIN, duckDb(PLAIN, RATIO));
        runners.put(TUNED, duckDb(TUNED, RATIO));
        String twelve = packs.withRatio(OTHER_RATIO).toString();
        runners.put(OURS_OTHER_RATIO, settle(twelve, packs.members(), packs.bills(), OURS_OTHER_RATIO));
        Runner lishui = settle("lishui-2017", packs.membersOfLishui(), packs.billsOfLishui(), OURS_OTHER_PACK);
        List<String> filled = new ArrayList<>(lishui.command());
        filled.addAll(List.of("--fill", packs.fillOfLishui().toString()));
        runners.put(OURS_OTHER_PACK, new Runner(List.copyOf(filled), lishui.result()));
        return runners;
    }

    private Runner settle(String pack, Path members, Path bills, String name) {
        Path result = result(name);
        Stream<String> files = Stream.of(
                "--members",
                members.toString(),
                "--bills",
                bills.toString(),
                "--out",
                result.toString(),
                "--rejects",
                folder.resolve(name + "-rejects.csv").toString());
        Stream<String> verb = Stream.of(launcher, "settle", "--pack", pack, "--product", "supplementary-medical");
        return new Runner(Stream.concat(verb, files).toList(), result);
    }

    private Path result(String name) {
        return folder.resolve(name + ".csv");
    }

    private Runner duckDb(String name, String ratio) {
        Path result = result(name);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Runner(
                List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "fangpin.bench.DuckDbSettlement",
                        name.contains("tuned") ? "tuned" : "plain",
                        packs.bills().toString(),
                        result.toString(),
                        ratio),
                result);
    }

    private static double ratio(Map<String, List<Measured>> measured, String other, ToDoubleFunction<Measured> figure) {
        return median(measured, other, figure) / median(measured, OURS, figure);
    }

    private static double median(Map<String, List<Measured>> measured, String name, ToDoubleFunction<Measured> figure) {
        return Measured.median(measured.getOrDefault(name, List.of()), figure);
    }

    /** Whether two results hold the same lines, in whatever order. */
    private String same(String one, String other) throws IOException, InterruptedException {
        String script = "export LC_ALL=C; tail -n +2 '" + result(one) + "' | sort > a.sorted; tail -n +2 '"
                + result(other) + "' | sort > b.sorted; cmp -s a.sorted b.sorted";
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        return process.waitFor() == 0 ? "equal" : "DIFFERENT";
    }
}
