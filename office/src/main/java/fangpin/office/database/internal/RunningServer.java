package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Where the server of an office that is running answers. */
public final class RunningServer {
    private static final int PORT_LINE = 3;

    private RunningServer() {}

    /** The JDBC address of a database of the server that runs on the cluster. */
    public static String url(Path cluster, String database) throws IOException, RefusedException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() > PORT_LINE && FormerServer.find(cluster).isPresent()) {
                return "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + database;
            }
            throw new RefusedException(Reason.DATABASE_NOT_RUNNING, cluster);
        } catch (NoSuchFileException e) {
            throw new RefusedException(Reason.DATABASE_NOT_RUNNING, cluster);
        }
    }
}
