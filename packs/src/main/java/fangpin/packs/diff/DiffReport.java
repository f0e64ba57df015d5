package fangpin.packs.diff;

import fangpin.kernel.Text.Language;
import fangpin.packs.cases.CaseFailure;
import java.util.List;

/**
 * 差异报告 What comparing two packs found.
 *
 * @param changes in the first pack's order, then what only the second has
 * @param worked how many cases of the first pack the second could work
 * @param repriced cells that come out otherwise: what the first pack's case says, and what the second pack gives
 * @param unworkable cases of the first pack that the second cannot work: it has no such product or reading
 */
public record DiffReport(
        String before,
        String after,
        List<Change> changes,
        int worked,
        List<CaseFailure> repriced,
        List<String> unworkable) {
    /** The report in plain text. */
    public String render(Language language) {
        return DiffText.render(this, language);
    }
}
