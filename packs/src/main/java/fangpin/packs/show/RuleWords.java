package fangpin.packs.show;

import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.packs.words.Wording;
import java.util.List;
import java.util.Locale;

/** Rules that are no steps, in plain words: who is insured, what it costs, who pays in which order. */
final class RuleWords {
    private RuleWords() {}

    /** An enum's word as packs write it. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /** Which readings shaped a rule; empty if none did. */
    static String readings(List<String> readings, Wording wording) {
        return readings.isEmpty() ? "" : wording.text("by-readings", wording.list(readings));
    }
}
