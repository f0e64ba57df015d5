package fangpin.office.database;

import com.sun.management.OperatingSystemMXBean;
import fangpin.office.database.internal.Account;
import fangpin.office.database.internal.Cluster;
import fangpin.office.database.internal.FileFailures;
import fangpin.office.database.internal.Messages;
import fangpin.office.database.internal.PasswordFile;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.database.internal.ServerProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 自带数据库: the PostgreSQL that comes with the office, run from the data folder on this machine's own address only. It never
 * outlives the office, and is started again when it dies before the office does.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long AGAIN_MILLIS = 300;
    private static final Map<String, String> SETTINGS = settings();

    private final Cluster cluster;
    private final Map<String, String> settings;
    private final Path log;
    private final Login superuser;
    private ServerProcess server;
    private boolean closing;

    private EmbeddedPostgres(Cluster cluster, Map<String, String> settings, Path log, Login superuser)
            throws RefusedException, IOException {
        this.cluster = cluster;
        this.settings = settings;
        this.log = log;
        this.superuser = superuser;
        server = ServerProcess.start(cluster, settings, log);
    }

    /** Unpacks and initialises where that is still to be done, starts, and waits until the server answers. */
    public static EmbeddedPostgres start(DataFolder folder, Progress progress) throws RefusedException {
        return start(folder, Map.of(), progress);
    }

    /** As above, with settings of the server of one's own. The office does not run on settings that may lose data. */
    public static EmbeddedPostgres start(DataFolder folder, Map<String, String> ownSettings, Progress progress)
            throws RefusedException {
        PostgresBinaries.requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            Path clusterFolder = folder.path().resolve("database");
            Path binaries = PostgresBinaries.folder(folder.path());
            Cluster cluster = new Cluster(clusterFolder, binaries, Account.of(clusterFolder));
            Login superuser = PasswordFile.of(folder.secrets(), "postgres");
            if (!Files.exists(binaries)) {
                progress.step(Messages.text("step-unpack"));
                PostgresBinaries.unpack(folder.path());
            }
            if (!Files.exists(clusterFolder)) {
                progress.step(Messages.text("step-initialise"));
            }
            cluster.initialise(superuser);
            progress.step(Messages.text("step-start"));
            Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
            settings.put("port", Integer.toString(freePort()));
            settings.putAll(ownSettings);
            return new EmbeddedPostgres(cluster, settings, folder.log().resolve("database.log"), superuser).watched();
        } catch (IOException e) {
            throw FileFailures.refused(e, folder.path());
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("data_sync_retry", "off");
        settings.put("shared_buffers", sharedMebibytes() + "MB");
        // Every page is written whole at its first change after a checkpoint: the fewer checkpoints, the fewer such
        // pages.
        settings.put("max_wal_size", "4GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "256MB");
        // What waits to be indexed is read by every search of names.
        settings.put("gin_pending_list_limit", "256kB");
        settings.put("jit", "off");
        // Nothing personal in the log: no statements, no values of rows.
        settings.put("log_statement", "none");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("log_checkpoints", "off");
        return Map.copyOf(settings);
    }

    /** An eighth of the machine's memory, within bounds that a small machine and a large register can live with. */
    private static long sharedMebibytes() {
        long machine = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
        return Math.clamp(machine / 8, 256, 2048);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private EmbeddedPostgres watched() {
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
        return this;
    }

    /** On the same port, so that the pool's connections come back. Tried until it works: without it the office is nothing. */
    private void watch() {
        try {
            while (!closed()) {
                running().awaitEnd();
                while (!startedAgain()) {
                    TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean closed() {
        return closing;
    }

    private synchronized ServerProcess running() {
        return server;
    }

    private synchronized boolean startedAgain() {
        if (closing) {
            return true;
        }
        LOG.error("the database ended; it is started again");
        try {
            server = ServerProcess.start(cluster, settings, log);
            return true;
        } catch (RefusedException | IOException e) {
            LOG.error("the database could not be started again: {}", e.getMessage());
            return false;
        }
    }

    /** The JDBC address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.get("port") + "/" + database;
    }

    /** 超级用户: only prepares roles and the database; the office never works as it. */
    public Login superuser() {
        return superuser;
    }

    /** Stops the server: sessions end, everything committed is on the disk. */
    @Override
    public synchronized void close() {
        closing = true;
        server.stop();
    }
}
