package fangpin.office.web.claims;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Step;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.packs.explain.Explanations;
import java.util.List;

/**
 * 结果: what a claim's page shows of the kernel's trace.
 *
 * @param toFamily one sentence or a few, to be read aloud
 * @param page every figure and how it came about, with the words of the clauses
 */
public record ClaimResult(ClaimTrial trial, String toFamily, String page, List<Law> laws) {
    static ClaimResult of(ClaimTrial trial, Text.Language language, Laws laws) {
        List<ClauseId> cited = trial.settled().product().program().steps().stream()
                .map(Step::clause)
                .distinct()
                .toList();
        return new ClaimResult(
                trial,
                Explanations.person(trial.pack(), trial.settled(), language),
                Explanations.clerk(trial.pack(), trial.settled(), language),
                laws.of(cited.stream().map(ClauseId::text).toArray(String[]::new)));
    }
}
