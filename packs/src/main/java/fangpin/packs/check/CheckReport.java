package fangpin.packs.check;

import fangpin.kernel.Text.Language;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.floor.Verdict;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.NotARule;
import fangpin.packs.cases.CaseFailure;
import fangpin.packs.floors.FloorFinding;
import fangpin.packs.yaml.Problem;
import java.util.List;

/**
 * 核对报告 What checking a pack found.
 *
 * @param pack name, as asked for
 * @param problems why the pack or its cases cannot be used
 * @param cases how many cases ran
 * @param rows how many rows they have
 * @param failures what came out otherwise than a case says
 * @param coverage what the cases do not reach
 * @param openTerms what the documents leave to others
 * @param withheld products that wait for open terms
 * @param withheldFunds rules about public money that wait for open terms
 * @param unusedFigures figures of the clauses that no rule uses
 * @param idleMarks marks of figures as no rule that meet none
 * @param floors the pack against the floors above it, and the packs below against its own
 * @param provisionFindings what the provisions show: clauses that do not agree, money that only the figures account for
 */
public record CheckReport(
        String pack,
        List<Problem> problems,
        int cases,
        int rows,
        List<CaseFailure> failures,
        Coverage coverage,
        List<OpenTerm> openTerms,
        List<PolicyPack.WithheldProduct> withheld,
        List<Funds.Withheld> withheldFunds,
        List<ClauseFigures> unusedFigures,
        List<NotARule> idleMarks,
        List<FloorFinding> floors,
        List<ProvisionFinding> provisionFindings) {

    static CheckReport refused(String pack, List<Problem> problems) {
        return new CheckReport(
                pack,
                problems,
                0,
                0,
                List.of(),
                Coverage.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** True if the pack is in order and every case comes out; findings do not fail a pack. */
    public boolean passed() {
        return problems.isEmpty() && failures.isEmpty();
    }

    /** How many things a person should look at; none of them fails the pack. */
    public int findings() {
        int floorsNotPassed = (int) floors.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .count();
        return floorsNotPassed
                + provisionFindings.size()
                + coverage.missing().size()
                + unusedFigures.size()
                + idleMarks.size();
    }

    /** The report in plain text: the first line says whether it passed, then what was found. */
    public String render(Language language) {
        return CheckText.render(this, language);
    }
}
