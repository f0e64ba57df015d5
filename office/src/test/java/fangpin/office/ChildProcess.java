package fangpin.office;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, which a test may kill; killed at the latest when it is closed. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final StringBuilder said = new StringBuilder();

    private ChildProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("child-" + process.pid()).start(this::listen);
    }

    /** Always: a process whose words nobody reads stands still as soon as its pipe is full. */
    private void listen() {
        try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
            words.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException killed) {
            // its end is told below
        } finally {
            lines.add(Optional.empty());
        }
    }

    /** The next line it says; empty when it has ended. */
    private Optional<String> line() throws InterruptedException {
        Optional<String> line = lines.take();
        if (line.isPresent()) {
            said.append(line.get()).append('\n');
        } else {
            lines.add(line);
        }
        return line;
    }

    /** Starts a main class on our own class path. */
    public static ChildProcess start(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"), main, arguments);
    }

    /** The same, with options of the virtual machine. */
    public static ChildProcess start(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads on until it says this. */
    public String awaitLine(String part) throws InterruptedException {
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().contains(part)) {
                return line.get();
            }
        }
        throw new AssertionError("ended without saying '" + part + "':\n" + said);
    }

    /** Reads to its end and gives the status. */
    public int awaitEnd() throws InterruptedException {
        Optional<String> line = line();
        while (line.isPresent()) {
            line = line();
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end:\n" + said);
        }
        return process.exitValue();
    }

    /** All it said so far. */
    public String said() {
        return said.toString();
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() throws IOException, InterruptedException {
        signal("KILL");
        process.waitFor();
    }

    /** What Ctrl-C does to it. By SIGTERM: a run of tests in the background ignores SIGINT, and so do its children. */
    public void interrupt() throws IOException, InterruptedException {
        signal("TERM");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
