package fangpin.office;

import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.Secrets;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole office for tests that speak HTTP: real server, real database, a folder of its own; one for the run of all tests. */
public final class RunningOffice implements AutoCloseable {
    /** The password of every account that {@link #account} makes. */
    public static final String PASSWORD = "Lantern-42-Harbour";

    private final ConfigurableApplicationContext context;
    private final DatabaseAddress database;
    private final Path folder;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    private RunningOffice(ConfigurableApplicationContext context, DatabaseAddress database, Path folder) {
        this.context = context;
        this.database = database;
        this.folder = folder;
    }

    /** The office. */
    public static RunningOffice get() {
        return Only.OFFICE;
    }

    /** Started when it is first asked for. */
    private static final class Only {
        static final RunningOffice OFFICE = start();
    }

    private static RunningOffice start() {
        try {
            DataFolder folder = DataFolder.open(TestDatabase.folder("office"));
            DatabaseAddress database = TestDatabase.fresh();
            showDemonstration(database);
            return on(folder, database, CryptoSuite.NATIONAL);
        } catch (IOException | RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accounts without second factor arise in a demonstration only. */
    public static void showDemonstration(DatabaseAddress database) {
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().role(),
                        database.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("update office.installation set demonstration = true");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** An office of one's own on a folder and a database; it goes with {@link #close}. */
    public static RunningOffice on(DataFolder folder, DatabaseAddress database, CryptoSuite suite)
            throws RefusedException {
        Secrets secrets = Secrets.in(folder.keys(), suite);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(OfficeApplication.class)
                .registerShutdownHook(false)
                .properties(Map.of("server.port", 0, "management.server.port", 0))
                .initializers(made -> {
                    GenericApplicationContext beans = (GenericApplicationContext) made;
                    beans.registerBean(DatabaseAddress.class, () -> database);
                    beans.registerBean(Secrets.class, () -> secrets);
                    beans.registerBean(DataFolder.class, () -> folder, bean -> bean.setDestroyMethodName(""));
                })
                .run();
        return new RunningOffice(context, database, folder.path());
    }

    /** Closes its doors; the database and the folder are their owner's. */
    @Override
    public void close() {
        context.close();
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind. */
    public <T> List<T> parts(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Where its database is. */
    public DatabaseAddress database() {
        return database;
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    /** An address of it. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** An account with these roles in the division of a code, made when it is asked for first; signs in without second factor. */
    public Account account(String userName, String divisionCode, Role... roles) {
        return accounts.computeIfAbsent(
                userName,
                name -> part(Accounts.class)
                        .demonstration(
                                new Accounts.Wanted(
                                        name, name, Scope.ofCode(divisionCode), divisionCode, Set.of(roles)),
                                PASSWORD,
                                Instant.now()));
    }
}
