package fangpin.office;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, which a test may kill; killed at the latest when it is closed. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder said = new StringBuilder();

    private ChildProcess(Process process) {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
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
    public String awaitLine(String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("ended without saying '" + part + "':\n" + said);
    }

    /** Reads to its end and gives the status. */
    public int awaitEnd() throws IOException, InterruptedException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
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
