package fangpin.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import fangpin.office.ChildProcess;
import fangpin.office.Main;
import fangpin.office.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The office as it comes, with the demonstration county, in a process of its own; one for the run of all tests. */
final class Office {
    private static final Office ONLY = start();

    private final String address;
    private final Path logins;

    private Office(String address, Path logins) {
        this.address = address;
        this.logins = logins;
    }

    /** The office. Asks for the browser first, so that nothing is started in vain. */
    static Office get() {
        Chromium.get();
        return ONLY;
    }

    private static Office start() {
        try {
            Path data = TestDatabase.dataFolder("journeys");
            ChildProcess process = ChildProcess.start(Main.class, "up", "--port", "0", "--data", data.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(process::close));
            String address = process.awaitLine("The office is ready").replaceFirst(".*?(http://[^\\s/]+).*", "$1");
            return new Office(address, data.resolve("demonstration-logins.txt"));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A desk at which this login has signed in, at the usual size, in Chinese. */
    Clerk signIn(String login) {
        return signIn(login, 1366, 768);
    }

    /** A desk of another size. */
    Clerk signIn(String login, int width, int height) {
        Clerk clerk = stranger(width, height);
        clerk.go("/sign-in");
        clerk.fill("user", login);
        clerk.fill("password", password(login));
        clerk.press("登录");
        clerk.awaits("https?://[^/]+/$");
        return clerk;
    }

    /** A desk at which nobody has signed in. */
    Clerk stranger(int width, int height) {
        BrowserContext context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setBaseURL(address));
        return new Clerk(context);
    }

    /** The password that was made at random for a login. */
    String password(String login) {
        try (Stream<String> lines = Files.lines(logins)) {
            return lines.map(line -> List.of(line.strip().split("\\s+")))
                    .filter(words -> words.size() > 1 && words.getFirst().equals(login))
                    .map(words -> new ArrayList<>(words).get(1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no login " + login));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
