package fangpin.office.terminal;

import fangpin.office.access.CryptoSuite;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 启动: starts the database and the office, and runs until it is told to stop. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "启动办公系统。 Starts the office.")
public final class UpVerb implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_534;

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "网页端口，默认 8080；0 表示任选。 The pages' port; 0 takes any.")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            paramLabel = "IP",
            description =
                    "监听地址，默认仅本机；对外服务请置于带 TLS 的反向代理之后。 The address to listen on, default this machine only; serve others through a proxy with TLS.")
    private String address = "127.0.0.1";

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description =
                    "运行状态端口（仅本机），默认为网页端口加一。 Health and metrics, this machine only; default the pages' port and one.")
    private @Nullable Integer managementPort;

    @Option(
            names = "--crypto",
            defaultValue = "INTERNATIONAL",
            paramLabel = "SUITE",
            description =
                    "首次启动时加密算法：national（国密 SM4、SM3）或 international（AES、SHA-256）。 Algorithms of keys made at the first start.")
    private CryptoSuite suite = CryptoSuite.INTERNATIONAL;

    @Option(names = "--empty", description = "不带演示数据和演示账号。 Without demonstration data or logins.")
    private boolean empty;

    @Option(
            names = "--admin",
            defaultValue = "admin",
            paramLabel = "NAME",
            description = "首个管理员的登录名（与 --empty 同用）。 Name of the first administrator (with --empty).")
    private String administrator = "admin";

    @Option(
            names = "--division",
            defaultValue = "370000",
            paramLabel = "CODE",
            description = "本系统服务的区划代码，六位（与 --empty 同用）。 Code of the division the office works for (with --empty).")
    private String division = "370000";

    @Option(
            names = "--place",
            defaultValue = "山东省",
            paramLabel = "NAME",
            description = "该区划的名称（与 --empty 同用）。 Name of that division (with --empty).")
    private String place = "山东省";

    @Option(names = "--try", description = "试启动：取到首页后即停止。 Starts, fetches the first page, and stops.")
    private boolean tryOnly;

    /** A verb that prints to the terminal. */
    public UpVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Closing closing = Closing.atExit(() -> terminal.say(Messages.text("stopping")));
        try {
            String url = start(closing);
            if (tryOnly) {
                return FirstPage.fetch(url);
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }

    private String start(Closing closing) throws RefusedException {
        if (port > HIGHEST_PORT || port < 0) {
            throw new RefusedException(Reason.PORT_UNUSABLE, port, "0-" + HIGHEST_PORT);
        }
        if (!division.matches("[1-9][0-9]{5}")) {
            throw new RefusedException(Reason.DIVISION_CODE, division);
        }
        int pages = port == 0 ? Ports.anyFree(address) : port;
        int management = managementPort == null ? pages + 1 : managementPort;
        Ports.requireFree(address, pages);
        Ports.requireFree("127.0.0.1", management);
        OfficeRun.Doors doors = new OfficeRun.Doors(address, pages, management);
        new OfficeRun(terminal, closing, database)
                .start(doors, suite, empty, new OfficeRun.First(administrator, division, place));
        return doors.url();
    }
}
