package fangpin.office.terminal;

import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.OwnServer;
import fangpin.office.database.Progress;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every verb that works on an office's data. */
public final class DatabaseOptions {
    private static final String PASSWORD = "FANGPIN_DB_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "数据文件夹；默认 root 为 /var/lib/fangpin，其他用户为 ~/.local/share/fangpin。 The data folder; default /var/lib/fangpin for root, else ~/.local/share/fangpin.")
    private @Nullable Path data;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "自备的 PostgreSQL 16 或更新版本，密码放在环境变量 FANGPIN_DB_PASSWORD。 A PostgreSQL of one's own, 16 or later; the password in FANGPIN_DB_PASSWORD.")
    private @Nullable String url;

    /** The data folder, locked. */
    public DataFolder openFolder() throws RefusedException {
        DataFolder folder = DataFolder.open(data == null ? standard() : data);
        // Read by logback.xml when the first line is written, which is after this.
        System.setProperty("fangpin.log", folder.log().resolve("office.log").toString());
        return folder;
    }

    /** The data folder, locked or, where an office works on it, beside that. */
    public DataFolder openFolderOrBeside() throws RefusedException {
        try {
            return openFolder();
        } catch (RefusedException refused) {
            if (refused.refusal().reason() == Reason.DATA_FOLDER_TAKEN) {
                return DataFolder.beside(data == null ? standard() : data);
            }
            throw refused;
        }
    }

    /** The database, prepared or, where an office works on it, as that prepared it. */
    public OfficeDatabase openDatabaseOrBeside(DataFolder folder, Progress progress) throws RefusedException {
        return url == null && folder.isBeside() ? OfficeDatabase.running(folder) : openDatabase(folder, progress);
    }

    /** The database, prepared. */
    public OfficeDatabase openDatabase(DataFolder folder, Progress progress) throws RefusedException {
        return url == null
                ? OfficeDatabase.embedded(folder, progress)
                : OfficeDatabase.own(OwnServer.of(url, System.getenv(PASSWORD)), folder, progress);
    }

    private static Path standard() {
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/lib/fangpin");
        }
        Path home = Path.of(System.getProperty("user.home"));
        return Path.of(Objects.requireNonNullElse(
                        System.getenv("XDG_DATA_HOME"),
                        home.resolve(".local/share").toString()))
                .resolve("fangpin");
    }
}
