package fangpin.packs.diff;

import fangpin.kernel.Text.Language;
import fangpin.packs.cases.CaseFailure;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison in plain text. */
final class DiffText {
    private final DiffReport report;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    private DiffText(DiffReport report, Language language) {
        this.report = report;
        this.wording = Wording.of(DiffText.class, "diff", language);
    }

    static String render(DiffReport report, Language language) {
        return new DiffText(report, language).text();
    }

    private String text() {
        lines.add(wording.text("head", report.before(), report.after()));
        section("figures", changes(true));
        section("words", changes(false));
        lines.add("");
        lines.add(wording.text(
                "cases",
                report.worked(),
                report.repriced().size(),
                report.unworkable().size()));
        report.repriced().forEach(cell -> lines.add("  " + repriced(cell)));
        if (!report.unworkable().isEmpty()) {
            lines.add("  " + wording.text("unworkable", wording.list(report.unworkable())));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> changes(boolean figures) {
        return report.changes().stream()
                .filter(change -> change.figure() == figures)
                .map(this::change)
                .toList();
    }

    private void section(String key, List<String> entries) {
        lines.add("");
        lines.add(wording.text(key, entries.size()));
        entries.forEach(entry -> lines.add("  " + entry));
    }

    private String change(Change change) {
        return wording.text(
                "change",
                change.path(),
                value(change.before(), change.clauseBefore()),
                value(change.after(), change.clauseAfter()));
    }

    private String value(@Nullable String value, String clause) {
        if (value == null) {
            return wording.text("nothing");
        }
        return clause.isEmpty() ? value : wording.text("value", value, clause);
    }

    private String repriced(CaseFailure cell) {
        return wording.text(
                "repriced",
                cell.caseId(),
                cell.row(),
                cell.column().isEmpty() ? "-" : cell.column(),
                cell.expected().isEmpty() ? wording.text("nothing") : cell.expected(),
                cell.got().isEmpty() ? wording.text("nothing") : cell.got());
    }
}
