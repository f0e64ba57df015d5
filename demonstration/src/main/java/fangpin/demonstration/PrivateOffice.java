package fangpin.demonstration;

import fangpin.office.OfficeApplication;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** 自用办公系统: an office with its own database in a folder, doors open to nobody; for measuring and for tests. */
public final class PrivateOffice implements AutoCloseable {
    private final DataFolder folder;
    private final OfficeDatabase database;
    private final ConfigurableApplicationContext context;

    private PrivateOffice(DataFolder folder, OfficeDatabase database, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.database = database;
        this.context = context;
    }

    /** Opens the office of a folder; makes it where there is none. */
    public static PrivateOffice in(Path path) throws RefusedException {
        DataFolder folder = DataFolder.open(path);
        OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {});
        database.migrate(step -> {});
        if (database.installation().demonstration().isEmpty()) {
            database.choose(true);
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(OfficeApplication.class)
                .properties(
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "management.server.port=0",
                        "fangpin.today=" + Calendar.TODAY)
                .initializers(starting -> {
                    GenericApplicationContext beans = (GenericApplicationContext) starting;
                    beans.registerBean(DatabaseAddress.class, database::address);
                    beans.registerBean(
                            DataFolder.class, () -> folder, definition -> definition.setDestroyMethodName(""));
                })
                .run();
        return new PrivateOffice(folder, database, context);
    }

    /** A new folder that the database's own account can pass through. */
    public static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("fangpin-demonstration");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** The rooms. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The database. */
    public DatabaseAddress address() {
        return database.address();
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        folder.close();
    }
}
