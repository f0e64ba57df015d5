package fangpin.packs.show;

import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.time.Period;
import fangpin.packs.words.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules that are no steps, in plain words: who is insured, what it costs, who pays in which order. */
final class RuleWords {
    private RuleWords() {}

    /** An enum's word as packs write it. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String document(Document document, Wording wording) {
        String issued = document.issued().equals(LocalDate.MIN)
                ? wording.text("undated")
                : document.issued().toString();
        return wording.text("document", document.id(), document.number(), document.title(), issued);
    }

    static String days(Period period, Wording wording) {
        LocalDate first = period.from();
        LocalDate last = period.lastDay();
        return last.equals(LocalDate.MAX) ? wording.text("days.open", first) : wording.text("days", first, last);
    }

    static String premium(Premium premium, Wording wording) {
        return wording.text(
                "premium." + key(premium.addedInYear()), premium.amount().readable(), premium.clause());
    }

    static String cover(CoverRule rule, Wording wording) {
        return wording.text(
                        "cover",
                        wording.text(rule.name()),
                        rule.category(),
                        wording.text("joins." + key(rule.joins())),
                        wording.text("ends." + key(rule.ends())),
                        wording.text("answer." + key(rule.answer())),
                        rule.clause())
                + readings(rule.readings(), wording);
    }

    static String layer(PayerLayer layer, Product product, Wording wording) {
        String pays = product.program().name(layer.register());
        return wording.text(
                layer.computed() ? "layer.computed" : "layer.given",
                wording.text(layer.name()),
                layer.payer(),
                wording.text(layer.funder()),
                wording.text("base." + key(layer.base())),
                pays);
    }

    /** What a programme needs, with the words that a cell may hold. */
    static String input(InputColumn column, Wording wording) {
        String label = wording.text(column.label());
        List<String> words = column.codes().stream()
                .map(word -> wording.code(word.word(), word.zh()))
                .toList();
        return switch (column.kind()) {
            case CODE, GRADE -> wording.text("input.code", label, column.name(), wording.list(words));
            case MONEY, COUNT, KEY, COVERED -> wording.text("input." + key(column.kind()), label, column.name());
        };
    }

    static String result(Programme.Result result, Programme programme, Wording wording) {
        return wording.text(
                "result",
                wording.text(result.name()),
                result.id(),
                wording.text(result.funder()),
                programme.program().name(result.register()));
    }

    /** Each way to read the words, the chosen one marked, and who decided. */
    static List<String> choices(Reading reading, Wording wording) {
        List<String> lines = new ArrayList<>();
        for (Reading.Choice choice : reading.choices()) {
            String key = choice.id().equals(reading.chosen()) ? "reading.chosen" : "reading.other";
            lines.add(wording.text(key, wording.text(choice.meaning()), choice.id()));
        }
        lines.add(wording.text("reading.by", wording.text(reading.decidedBy())));
        return List.copyOf(lines);
    }

    /** Whether an open term is still open, or what closed it. */
    static String state(OpenTerm term, Wording wording) {
        OpenTerm.Fill fill = term.fill();
        return fill == null
                ? wording.text("open-term.open")
                : wording.text("open-term.filled", fill.name(), fill.dated(), wording.text(fill.origin()));
    }

    /** Which readings shaped a rule; empty if none did. */
    static String readings(List<String> readings, Wording wording) {
        return readings.isEmpty() ? "" : wording.text("by-readings", wording.list(readings));
    }
}
