package fangpin.office.campaign;

import fangpin.office.ChildProcess;
import fangpin.office.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The office as {@code fangpin up} runs it, on one port through all its deaths. */
final class OfficeProcess implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final int port;
    private final List<String> options;
    private ChildProcess process;

    OfficeProcess(Path folder, boolean quickStarts) throws IOException, InterruptedException {
        this.folder = folder;
        options = quickStarts ? List.of("-Xmx1g", "-XX:TieredStopAtLevel=1") : OPTIONS;
        port = freePort();
        process = up();
    }

    /** A port whose neighbour, for health and metrics, is free as well. */
    private static int freePort() throws IOException {
        for (int tries = 0; ; tries++) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket next = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (java.net.BindException taken) {
                if (tries == 50) {
                    throw taken;
                }
            }
        }
    }

    private ChildProcess up() throws IOException, InterruptedException {
        ChildProcess started = ChildProcess.start(
                options,
                Main.class,
                "up",
                "--lang",
                "en",
                "--port",
                Integer.toString(port),
                "--data",
                folder.toString());
        started.awaitLine("The office is ready");
        return started;
    }

    int port() {
        return port;
    }

    /** kill -9 of the office, and a new start; milliseconds from the one to the other's first answer. */
    long killOffice() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Optional<ProcessHandle> server = server();
        process.kill();
        if (server.isPresent()) {
            server.get().onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        process = up();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** kill -9 of the database; the office starts it again by itself. False when it was not up. */
    boolean killDatabase() throws IOException {
        return server().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path number = folder.resolve("database/postmaster.pid");
        return Files.exists(number)
                ? Files.readAllLines(number).stream()
                        .findFirst()
                        .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                : Optional.empty();
    }

    /** As Ctrl-C does; everything is stopped then. */
    void stop() throws IOException, InterruptedException {
        process.interrupt();
        Object _ = process.awaitEnd();
    }

    @Override
    public void close() {
        process.close();
    }
}
