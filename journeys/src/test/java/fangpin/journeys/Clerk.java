package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Somebody at a desk: reads, fills in, presses. Whatever the browser complains of is kept. */
final class Clerk implements AutoCloseable {
    /** Long, for the machine that tests may be busy with other things. */
    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Clerk(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLISECONDS);
        page.onConsoleMessage(message -> {
            boolean status = message.text().startsWith("Failed to load resource: the server responded");
            if (List.of("error", "warning").contains(message.type()) && !status) {
                complaints.add(message.type() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("page " + error));
    }

    /** Opens an address and gives the status of the answer. */
    int go(String path) {
        Response response = Objects.requireNonNull(page.navigate(path));
        return response.status();
    }

    /** Fills in a field by its id. */
    void fill(String field, String text) {
        page.locator("#" + field).fill(text);
    }

    /** Chooses from a list by what can be read there. */
    void choose(String field, String label) {
        page.locator("#" + field).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    /** Sorts a list by the column with this header; once more turns it round. */
    void sortBy(String header) {
        page.locator("th button", new Page.LocatorOptions().setHasText(header)).click();
    }

    /** Loads the page once more, as its address has it. */
    void reload() {
        page.reload();
    }

    /** What the cells of a column of the first list show, from the top. */
    List<String> column(int number) {
        return page.locator("main table tbody tr:not(.sum) td:nth-child(" + number + ")")
                .allInnerTexts();
    }

    /** Ticks a box by its name. */
    void tick(String name) {
        page.locator("input[name='" + name + "']").check();
    }

    /** Chooses a file made of this text. */
    void attach(String field, String name, String text) {
        attachFile(field, name, "text/csv", text);
    }

    /** Chooses a file of some type made of this text. */
    void attachFile(String field, String name, String type, String text) {
        page.locator("#" + field).setInputFiles(new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Presses the button with this word; the page that comes next is there when this is done. */
    void press(String word) {
        button(word).click();
        page.waitForLoadState();
    }

    /** Follows the link with this word. */
    void follow(String word) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(word).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Opens what is folded away under this word. */
    void unfold(String word) {
        page.locator("summary", new Page.LocatorOptions().setHasText(word)).click();
    }

    /** Presses a key anywhere. */
    void key(String key) {
        page.keyboard().press(key);
    }

    /** The file that comes of pressing a button. */
    Path download(String word) {
        Download download = page.waitForDownload(() -> button(word).click());
        return download.path();
    }

    /** The file that comes of following a link. */
    Path save(String word) {
        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(word).setExact(true))
                .first()
                .click());
        return download.path();
    }

    /** Whether a button with this word can be seen. */
    boolean offers(String word) {
        return button(word).count() > 0 && button(word).isVisible();
    }

    private Locator button(String word) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(word).setExact(true))
                .first();
    }

    /** Everything that can be read in the page's own part. */
    String read() {
        return page.locator("main").innerText();
    }

    /** Waits for a text, and says what is there instead when it does not come. */
    void sees(String text) {
        try {
            page.locator("main")
                    .filter(new Locator.FilterOptions().setHasText(text))
                    .waitFor();
        } catch (TimeoutError never) {
            throw new AssertionError("no '" + text + "' at " + page.url() + ":\n" + read(), never);
        }
    }

    /** What can be read in an element, once it is there. */
    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    /** Says so when a text is there that must not be. */
    void doesNotSee(String text) {
        String there = read();
        assertTrue(!there.contains(text), () -> "'" + text + "' at " + page.url() + ":\n" + there);
    }

    /** The path and query of the page. */
    String where() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    /** Waits for the address to become like this. */
    void awaits(String pattern) {
        page.waitForURL(Pattern.compile(pattern));
    }

    /** Looks for a person as one does from every page, and opens the page of the first that is found. */
    void find(String name) {
        fill("find", name);
        key("Enter");
        awaits(".*/(search|persons/[0-9]+)$");
        if (where().equals("/search")) {
            open(name);
        }
        awaits(".*/persons/[0-9]+$");
    }

    /** Follows the first link of the first row that says this. */
    void open(String text) {
        page.locator("main tr", new Page.LocatorOptions().setHasText(text))
                .first()
                .locator("a")
                .first()
                .click();
        page.waitForLoadState();
    }

    /** What a script finds in the page. */
    Object ask(String script) {
        return page.evaluate(script);
    }

    /** The addresses of the menu. */
    List<String> menu() {
        return page.locator("nav.menu a").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")))
                .toList();
    }

    /** Keeps a picture for who wants to look. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    /** Says so when the browser complained of anything, such as a script or style that the page's policy forbids. */
    void heardNoComplaint() {
        assertEquals(List.of(), complaints, () -> "at " + page.url());
    }

    @Override
    public void close() {
        context.close();
    }
}
