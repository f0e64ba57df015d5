package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** 数据库进程: one run of the server under its supervisor, which stops it when this Java process ends, however it ends. */
public final class ServerProcess {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long STOP_SECONDS = 60;
    private static final long LOOK_MILLIS = 20;
    private static final long LARGEST_LOG_BYTES = 16L << 20;

    private final Process supervisor;
    private final Cluster cluster;

    private ServerProcess(Process supervisor, Cluster cluster) {
        this.supervisor = supervisor;
        this.cluster = cluster;
    }

    /** Starts the server and waits until it answers. */
    public static ServerProcess start(Cluster cluster, Map<String, String> settings, Path log)
            throws RefusedException, IOException {
        FormerServer.stop(cluster.folder());
        turn(log);
        Process supervisor = Commands.plain(cluster.binaries(), command(cluster, settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ServerProcess server = new ServerProcess(supervisor, cluster);
        server.awaitReady(log);
        return server;
    }

    private static List<String> command(Cluster cluster, Map<String, String> settings) throws IOException {
        // A session of its own: Ctrl-C at the terminal reaches the office only, which then stops the server in its
        // turn.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(cluster.account().command(List.of("sh", "-c", script(), "supervisor")));
        command.add(cluster.folder().toString());
        command.addAll(List.of(cluster.postgres(), "-D", cluster.folder().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static String script() throws IOException {
        try (InputStream in = ServerProcess.class.getResourceAsStream("/fangpin/office/database/supervisor.sh")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: supervisor.sh is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void turn(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void awaitReady(Path log) throws RefusedException, IOException {
        long end = System.nanoTime() + START_NANOS;
        try {
            while (!ready()) {
                if (supervisor.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new RefusedException(
                            Reason.DATABASE_NOT_STARTED,
                            Cluster.lastLines(Files.readString(log, StandardCharsets.ISO_8859_1)));
                }
                if (System.nanoTime() > end) {
                    stop();
                    throw new RefusedException(Reason.DATABASE_NOT_STARTED, log);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** The server writes its state into the last line of this file; a file of a killed server bears another number. */
    private boolean ready() throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.folder().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.get(7).startsWith("ready")
                    && supervisor
                            .children()
                            .anyMatch(child -> Long.toString(child.pid()).equals(lines.getFirst()));
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    /** Waits until the server has ended, by itself or by us. */
    public void awaitEnd() throws InterruptedException {
        supervisor.waitFor();
    }

    /** Ends every session, writes what must be written, and ends the server. */
    public void stop() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
