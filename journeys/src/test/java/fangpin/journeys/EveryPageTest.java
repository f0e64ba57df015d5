package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of every role's menu, in both languages and at both sizes: there, whole, and without a complaint of the browser. */
class EveryPageTest {
    /** A key of the message files that was printed instead of its words. */
    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(?:[.-][a-z]+)+");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Office office = Office.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city",
                "county",
                "town",
                "helper",
                "finance",
                "medical",
                "hospital",
                "insurer",
                "auditor",
                "system",
                "security",
                "audit",
                "inspection"
            })
    void eachPlaceOfTheMenu(String login) {
        try (Clerk narrow = office.signIn(login);
                Clerk wide = office.signIn(login, 1920, 1080)) {
            wide.go("/language?to=en&back=/");
            assertAll(Stream.of(narrow, wide)
                    .flatMap(clerk -> clerk.menu().stream().map(place ->
                            (Executable) () -> whole(clerk, place, login + (clerk == narrow ? "-zh" : "-en")))));
        }
    }

    private static void whole(Clerk clerk, String place, String name) {
        assertEquals(200, clerk.go(place), place);
        String text = clerk.read();
        assertFalse(text.isBlank(), place);
        assertEquals(List.of(), keys(text), () -> place + " prints keys");
        assertTrue(fits(clerk), () -> place + " is wider than the window");
        if (name.endsWith("-zh")) {
            assertTrue(CHINESE.matcher(text).find(), place);
        }
        if (name.startsWith("county") || name.startsWith("system") || name.startsWith("audit-")) {
            clerk.picture(name + place.replace('/', '-'));
        }
        clerk.heardNoComplaint();
    }

    private static List<String> keys(String text) {
        Words words = Words.in(Language.CHINESE);
        return KEY.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(words::has)
                .toList();
    }

    private static boolean fits(Clerk clerk) {
        return (boolean) clerk.ask("document.documentElement.scrollWidth <= window.innerWidth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/persons", "/policies", "/nowhere", "/persons/1", "/rosters/1/rejected", "/audit"})
    void aStrangerIsAskedToSignIn(String path) {
        try (Clerk stranger = office.stranger(1366, 768)) {
            stranger.go(path);
            assertEquals("/sign-in", stranger.where());
        }
    }
}
