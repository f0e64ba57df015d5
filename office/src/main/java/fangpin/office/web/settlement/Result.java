package fangpin.office.web.settlement;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Step;
import fangpin.office.settlement.Trial;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.packs.explain.Explanations;
import java.util.List;

/**
 * 结果: what a settlement page shows of the kernel's trace.
 *
 * @param toFamily one sentence or a few, to be read aloud
 * @param page every figure and how it came about, with the words of the clauses
 */
public record Result(Trial trial, Waterfall waterfall, String toFamily, String page, List<Law> laws) {
    static Result of(Trial trial, Text.Language language, Laws laws) {
        List<ClauseId> cited = trial.settled().product().program().steps().stream()
                .map(Step::clause)
                .distinct()
                .toList();
        return new Result(
                trial,
                Waterfall.of(trial.settled()),
                Explanations.person(trial.pack(), trial.settled(), language),
                Explanations.clerk(trial.pack(), trial.settled(), language),
                laws.of(cited.stream()
                        .filter(id -> id.paragraph() > 0
                                || cited.stream()
                                        .noneMatch(other -> other.paragraph() > 0
                                                && other.whole().equals(id)))
                        .map(ClauseId::text)
                        .toArray(String[]::new)));
    }

    /** 只记累计: whether it pays nothing for its day was not covered, and only counts in the year (R15). */
    public boolean onlyCounts() {
        int covered = trial.settled().product().program().inputs().indexOf("covered");
        return covered >= 0 && trial.settled().input().values().get(covered) == 0;
    }

    /** What the person pays when he leaves, in and out of the catalogue, fen. */
    public long dueFen() {
        return trial.settled().bucket("self").amount()
                + trial.settled().bucket("ineligible").amount();
    }
}
