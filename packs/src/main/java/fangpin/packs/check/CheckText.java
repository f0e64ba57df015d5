package fangpin.packs.check;

import fangpin.kernel.Text.Language;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.NotARule;
import fangpin.packs.cases.CaseFailure;
import fangpin.packs.floors.FloorText;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A check report in plain text. */
final class CheckText {
    private final CheckReport report;
    private final Wording wording;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private CheckText(CheckReport report, Language language) {
        this.report = report;
        this.language = language;
        this.wording = Wording.of(CheckText.class, "check", language);
    }

    static String render(CheckReport report, Language language) {
        return new CheckText(report, language).text();
    }

    private String text() {
        int reached = report.coverage().total() - report.coverage().missing().size();
        lines.add(wording.text(report.passed() ? "passed" : "failed", report.pack()));
        if (report.cases() > 0) {
            lines.add(wording.text(
                    "counts", report.cases(), report.rows(), report.failures().size()));
        }
        if (report.cases() == 0 && report.problems().isEmpty()) {
            lines.add(wording.text(report.coverage().total() == 0 ? "cases-not-needed" : "cases-missing"));
        }
        if (report.coverage().total() > 0) {
            lines.add(wording.text("reached", reached, report.coverage().total()));
        }
        section(
                "problems",
                report.problems().stream()
                        .map(problem ->
                                problem.place() + ": " + problem.message().in(language))
                        .toList());
        section("failures", report.failures().stream().map(this::failure).toList());
        section(
                "missing",
                report.coverage().missing().stream().map(this::missing).toList());
        FindingText findings = new FindingText(wording);
        section(
                "findings",
                report.provisionFindings().stream().map(findings::line).toList());
        section("open-terms", report.openTerms().stream().map(this::openTerm).toList());
        section(
                "figures",
                report.unusedFigures().stream()
                        .map(unused -> wording.text("figures.of", unused.clause(), wording.list(unused.printed())))
                        .toList());
        section("idle-marks", report.idleMarks().stream().map(this::idleMark).toList());
        lines.addAll(FloorText.lines(report.floors(), language));
        return String.join("\n", lines) + "\n";
    }

    private void section(String key, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(wording.text(key, entries.size()));
            entries.forEach(entry -> lines.add("  " + entry));
        }
    }

    private String failure(CaseFailure failure) {
        String column = failure.column().isEmpty() ? "-" : failure.column();
        return wording.text(
                "failures.of",
                failure.place(),
                failure.caseId(),
                failure.row(),
                column,
                shown(failure.expected()),
                shown(failure.got()));
    }

    private String shown(String value) {
        return value.isEmpty() ? wording.text("nothing") : value;
    }

    private String missing(CoverageItem item) {
        return wording.text(
                "missing." + item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                item.product(),
                item.subject(),
                item.detail());
    }

    private String openTerm(OpenTerm term) {
        OpenTerm.Fill fill = term.fill();
        List<String> waiting = Stream.concat(
                        report.withheld().stream()
                                .filter(product -> product.terms().stream()
                                        .anyMatch(one -> one.id().equals(term.id())))
                                .map(PolicyPack.WithheldProduct::id),
                        report.withheldFunds().stream()
                                .filter(rule -> rule.terms().contains(term.id()))
                                .map(Funds.Withheld::id))
                .toList();
        String state = fill != null
                ? wording.text("open-terms.filled", fill.name(), fill.dated())
                : waiting.isEmpty()
                        ? wording.text("open-terms.open")
                        : wording.text("open-terms.waiting", wording.list(waiting));
        return wording.text("open-terms.of", term.id(), term.clause(), wording.text(term.asks()), state);
    }

    private String idleMark(NotARule mark) {
        return wording.text("idle-marks.of", mark.clause(), mark.figure());
    }
}
