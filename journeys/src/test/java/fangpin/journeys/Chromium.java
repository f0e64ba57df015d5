package fangpin.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. Without one these tests are skipped, with a word; where {@code FANGPIN_BROWSER} is {@code required} they fail. */
final class Chromium {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Optional<Browser> ONLY = start();

    private Chromium() {}

    /** The browser, one for the run of all tests. */
    static Browser get() {
        if (ONLY.isEmpty()) {
            String word = "no Chromium at " + PLACES + " nor in CHROMIUM: the journeys in the browser are not tried"
                    + " (Debian: apt-get install chromium fonts-noto-cjk)";
            if ("required".equals(System.getenv("FANGPIN_BROWSER"))) {
                throw new AssertionError(word);
            }
            Assumptions.abort(word);
        }
        return ONLY.orElseThrow();
    }

    private static Optional<Browser> start() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::launch);
    }

    private static Browser launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--font-render-hinting=none")));
    }
}
