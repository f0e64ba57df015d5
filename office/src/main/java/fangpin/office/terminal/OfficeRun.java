package fangpin.office.terminal;

import fangpin.office.Demonstration;
import fangpin.office.OfficeApplication;
import fangpin.office.access.Answer;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.FirstAdministrator;
import fangpin.office.access.IndexRotation;
import fangpin.office.access.MissingHashes;
import fangpin.office.access.Scope;
import fangpin.office.access.Secrets;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Installation;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** 一次运行: the steps from an empty or a full data folder to an open office. */
final class OfficeRun {
    private static final int SHOWN_CHARACTERS = 300;

    private final Terminal terminal;
    private final Closing closing;
    private final DatabaseOptions options;

    OfficeRun(Terminal terminal, Closing closing, DatabaseOptions options) {
        this.terminal = terminal;
        this.closing = closing;
        this.options = options;
    }

    /**
     * Where the office can be reached.
     *
     * @param address of the pages
     * @param port of the pages
     * @param managementPort of health and metrics, on this machine only
     */
    record Doors(String address, int port, int managementPort) {
        Map<String, Object> properties() {
            return Map.of(
                    "server.address", address,
                    "server.port", port,
                    "management.server.port", managementPort);
        }

        String url() {
            return "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port + "/";
        }
    }

    /**
     * 首个管理员.
     *
     * @param name of the sign-in
     * @param division the code of the division the office works for
     * @param place its name
     */
    record First(String name, String division, String place) {}

    /** Opens the office. */
    void start(Doors doors, CryptoSuite suite, boolean empty, First administrator) throws RefusedException {
        DataFolder folder = closing.add(options.openFolder());
        OfficeDatabase database = closing.add(options.openDatabase(folder, terminal::say));
        database.migrate(terminal::say);
        database.requireSafe();
        Optional<Demonstration> demonstration = demonstration(database, folder, empty);
        terminal.say(Messages.text("step-office"));
        ConfigurableApplicationContext office = closing.add(application(database, folder, suite, doors, demonstration));
        demonstration.ifPresent(county -> {
            terminal.say(Messages.text("step-demonstration"));
            county.load(office, terminal::say);
        });
        if (demonstration.isEmpty()) {
            office.getBeanProvider(FirstAdministrator.class).ifAvailable(hook -> administrator(hook, administrator));
        }
        terminal.say(Messages.text("ready", doors.url()));
        terminal.say(Messages.text("how-to-stop", folder.path()));
    }

    /** Which it is was decided at the first start: real people and made-up ones never share a database. */
    private Optional<Demonstration> demonstration(OfficeDatabase database, DataFolder folder, boolean empty)
            throws RefusedException {
        Optional<Demonstration> county = ServiceLoader.load(Demonstration.class).findFirst();
        Installation installation = database.installation();
        if (installation.demonstration().isEmpty() && (empty || county.isPresent())) {
            database.choose(!empty);
        }
        boolean shown = installation.demonstration().orElse(!empty && county.isPresent());
        if (shown && empty) {
            throw new RefusedException(Reason.DEMONSTRATION_THERE, folder.path());
        }
        return shown ? county : Optional.empty();
    }

    private ConfigurableApplicationContext application(
            OfficeDatabase database,
            DataFolder folder,
            CryptoSuite suite,
            Doors doors,
            Optional<Demonstration> demonstration)
            throws RefusedException {
        try {
            IndexRotation.finish(database.address(), folder.keys());
            Secrets secrets = Secrets.in(folder.keys(), suite);
            MissingHashes.fill(database.address(), secrets);
            return new SpringApplicationBuilder(OfficeApplication.class)
                    // closed by our own hook, before the database is
                    .registerShutdownHook(false)
                    .properties(doors.properties())
                    // a default: -Dfangpin.today=2020-06-01 goes to another day
                    .properties(demonstration
                            .map(county -> Map.<String, Object>of(
                                    "fangpin.today", county.today().toString()))
                            .orElse(Map.of()))
                    .initializers(context -> register((GenericApplicationContext) context, database, folder, secrets))
                    .run();
        } catch (RuntimeException e) {
            throw refused(e, folder, doors);
        }
    }

    private static void register(
            GenericApplicationContext context, OfficeDatabase database, DataFolder folder, Secrets secrets) {
        context.registerBean(DatabaseAddress.class, database::address);
        context.registerBean(Secrets.class, () -> secrets);
        // both are closed by us, after everything in the context
        context.registerBean(DataFolder.class, () -> folder, definition -> definition.setDestroyMethodName(""));
    }

    private static RefusedException refused(RuntimeException failure, DataFolder folder, Doors doors) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PortInUseException)) {
            cause = cause.getCause();
        }
        if (cause instanceof PortInUseException taken) {
            return new RefusedException(Reason.PORT_TAKEN, taken.getPort(), doors.port() + 2);
        }
        LoggerFactory.getLogger(OfficeRun.class).error("the office did not start", failure);
        String said = String.valueOf(cause.getMessage());
        return new RefusedException(
                Reason.OFFICE_NOT_STARTED,
                said.substring(0, Math.min(said.length(), SHOWN_CHARACTERS)),
                folder.log().resolve("office.log"));
    }

    /** The one-time password is shown to a person at a terminal, never to a log. */
    private void administrator(FirstAdministrator hook, First first) {
        if (!hook.missing()) {
            return;
        }
        if (!Terminal.isWatched()) {
            terminal.say(Messages.text("administrator-missing"));
            return;
        }
        switch (hook.make(first.name(), Scope.ofCode(first.division()), first.place())) {
            case Answer.Done<String>(String password) ->
                terminal.say(Messages.text("administrator-made", first.name(), password));
            case Answer.Refused<String> refused ->
                terminal.say(Messages.text("administrator-refused", first.name(), refused.reason()));
        }
    }
}
