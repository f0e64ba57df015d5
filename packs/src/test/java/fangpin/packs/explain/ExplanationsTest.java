package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.packs.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sample case, told to the person; some of them on the clerk's page. */
class ExplanationsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsThePerson(Language language) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : Scenario.ALL) {
            text.append(scenario.name())
                    .append('\n')
                    .append(Explanations.person(Scenario.PACK, scenario.settle(), language))
                    .append("\n\n");
        }
        Golden.check("explain/person_" + suffix(language), text.toString());
    }

    @ParameterizedTest
    @CsvSource({"first-bill", "ceiling-used-up", "disability-after-disaster-insurance", "medical", "bands"})
    void showsTheClerk(String name) throws IOException {
        for (Language language : Language.values()) {
            String page = Explanations.clerk(Scenario.PACK, Scenario.named(name).settle(), language);
            Golden.check("explain/clerk_" + name + "_" + suffix(language), page);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keepsEveryClerkPageWithinItsWidth(Language language) {
        for (Scenario scenario : Scenario.ALL) {
            List<String> tooWide = Explanations.clerk(Scenario.PACK, scenario.settle(), language)
                    .lines()
                    .filter(line -> Monospace.width(line) > Monospace.PAGE + 2)
                    .toList();
            assertEquals(List.of(), tooWide, scenario.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leavesNoPlaceUnfilled(Language language) {
        for (Scenario scenario : Scenario.ALL) {
            String page = Explanations.clerk(Scenario.PACK, scenario.settle(), language);
            assertTrue(!page.contains("{") && !page.contains("null"), page);
        }
    }

    private static String suffix(Language language) {
        return language.name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
