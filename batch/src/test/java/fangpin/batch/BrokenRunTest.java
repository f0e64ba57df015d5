package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end before they are done, each in a process of its own: results are whole or absent, and litter is swept up. */
@DisabledOnOs(OS.WINDOWS)
class BrokenRunTest {
    private static final Set<String> INPUTS = Set.of("members.csv", "bills.csv", "claims.csv");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void aDesk() {
        desk = new Desk(folder);
    }

    /**
     * SIGKILL once the results are begun, and once the first of them, longer than {@code bytes}, are written. Four partitions with
     * explanations take seconds more.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void aKilledRunLeavesNoResultAndTheNextOneSweeps(int bytes) throws IOException, InterruptedException {
        generate(60_000);
        Process run = new ProcessBuilder(java(desk, Desk.SETTLE))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (largest() < bytes && run.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        run.destroyForcibly();
        assertEquals(137, run.waitFor(), "it was over before it was killed");
        Set<String> left = others();
        assertEquals(3, left.size(), left::toString);
        assertTrue(left.stream().allMatch(name -> name.startsWith(".fangpin-" + run.pid() + "-")), left::toString);
        new Desk(folder);
        assertEquals(0, desk.run(Desk.SETTLE).status());
        assertEquals(Set.of("out.csv", "rejects.csv", "explain.jsonl"), others());
    }

    /** Files may grow to some 200 KiB: a real write fails in the middle, as on a full disk. */
    @Test
    void aWriteThatFailsLeavesNothing() throws IOException, InterruptedException {
        generate(20_000);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 400; exec \"$@\"", "sh"));
        command.addAll(java(desk, Desk.SETTLE.replaceFirst(" --explain.*", "")));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        new Answer(run.exitValue(), "", said).refuses("out.csv", "out.csv");
        assertEquals(Set.of(), others());
    }

    /** Where nobody may write, not even the one who may do anything else. */
    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        Path out = Files.isWritable(closed) ? Path.of("/proc/self") : closed;
        String line = Desk.SETTLE.replace("{}/out.csv", out.resolve("out.csv").toString());
        desk.run(line).refuses("out.csv", "out.csv");
        assertEquals(Set.of(), others());
        assertTrue(closed.toFile().setWritable(true));
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private void generate(int bills) {
        String line = "generate --bills " + bills + " --persons 6000 --seed 7 --dir {}";
        assertEquals(0, desk.run(line).status());
    }

    /** The program as a process of its own, on the classes of this test. */
    private List<String> java(Desk place, String line) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "fangpin.batch.Main"));
        command.addAll(List.of(line.replace("{}", place.path("").toString()).split(" +")));
        return command;
    }

    /** Files in the folder that are no input. */
    private Set<String> others() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(names::add);
        }
        names.removeAll(INPUTS);
        return names;
    }

    /** Bytes of the largest file that is no input; -1 as long as there are not all three. */
    private long largest() throws IOException {
        Set<String> names = others();
        long largest = -1;
        for (String name : names.size() < 3 ? Set.<String>of() : names) {
            largest = Math.max(largest, folder.resolve(name).toFile().length());
        }
        return largest;
    }
}
