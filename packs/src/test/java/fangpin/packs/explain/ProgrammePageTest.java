package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.kernel.Text.Language;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.packs.Golden;
import fangpin.packs.TestPacks;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk reads about a programme: results, inputs, every step, the clauses' words. */
class ProgrammePageTest {
    @ParameterizedTest
    @CsvSource({
        "loan-loss, '5000000,123456'",
        "pool, '2,10000,450000'",
        "allowance, '12,13'",
        "relief, '2,1,80000,60000'"
    })
    void isWrittenOutAsItWasWorkedOut(String programme, String inputs) throws IOException {
        PolicyPack pack = TestPacks.loaded(TestPacks.folder("grants-2099")).pack();
        List<Long> values =
                List.of(inputs.split(",")).stream().map(Long::valueOf).toList();
        ProgrammeRun.Outcome.Granted granted = assertInstanceOf(
                ProgrammeRun.Outcome.Granted.class,
                ProgrammeRun.run(pack, pack.programme(programme).orElseThrow(), LocalDate.of(2099, 5, 10), values));
        for (Language language : Language.values()) {
            // the pack's hash changes with every word of it
            String page = Explanations.clerk(pack, granted, language)
                    .lines()
                    .filter(line -> !line.contains(pack.hash()))
                    .reduce("", (all, line) -> all + line + "\n");
            Golden.check(
                    "explain/programme_" + programme + "_" + language.name().toLowerCase(Locale.ROOT) + ".txt", page);
        }
    }
}
