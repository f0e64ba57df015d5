package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Classify.Band;
import fangpin.kernel.benefit.Operation.Classify.ClassName;
import fangpin.kernel.benefit.Operation.Classify.Rule;
import fangpin.kernel.money.Ratio;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a step that says which class a case belongs to. */
final class ClassReader {
    private static final ClassName NAMELESS = new ClassName("", new Text("", ""));

    private final Quantities quantities;

    ClassReader(Quantities quantities) {
        this.quantities = quantities;
    }

    /** {@code {classes: {a: {zh, en}, ...}, rules: [{class: a, when: {...}, amount, of, from, below}, ...], otherwise: b}}. */
    Operation classify(Cursor body) {
        List<ClassName> classes = new ArrayList<>();
        for (Cursor.Entry entry : body.field("classes").entries()) {
            classes.add(new ClassName(entry.key(), entry.value().text()));
        }
        List<Rule> rules = body.field("rules").items().stream()
                .map(item -> rule(item, classes))
                .toList();
        int otherwise = code(body.field("otherwise"), classes);
        return new Operation.Classify(classes.isEmpty() ? List.of(NAMELESS) : classes, rules, otherwise);
    }

    private static int code(Cursor word, List<ClassName> classes) {
        List<String> words = classes.stream().map(ClassName::word).toList();
        int code = words.indexOf(word.word()) + 1;
        if (code == 0 && !words.isEmpty()) {
            word.unknownWord(word.word(), words);
        }
        return Math.max(1, code);
    }

    private Rule rule(Cursor item, List<ClassName> classes) {
        int code = code(item.field("class"), classes);
        Optional<Cursor> when = item.optional("when");
        Guard guard = when.map(cursor -> StepReader.guard(cursor, quantities)).orElse(null);
        Band band = item.has("amount") || item.has("from") || item.has("below") ? band(item) : null;
        if (guard == null && band == null && !item.absent()) {
            item.wrongType(
                    "至少一个条件：when，或 amount、of 与 from、below", "a condition: when, or amount and of with from or below");
        }
        item.done();
        return new Rule(code, guard, band);
    }

    private Band band(Cursor item) {
        int amount = quantities.register(item.field("amount"));
        int base = quantities.register(item.field("of"));
        int before = item.context().problems.size();
        Ratio from = item.optional("from").map(Values::multiple).orElse(null);
        Ratio below = item.optional("below").map(Values::multiple).orElse(null);
        if (from == null && below == null) {
            item.field("from");
        } else if (before == item.context().problems.size()) {
            checkOrder(item, from, below);
        }
        return new Band(amount, base, from, below);
    }

    private static void checkOrder(Cursor item, @Nullable Ratio from, @Nullable Ratio below) {
        if (from != null && below != null && from.compareTo(below) >= 0) {
            Cursor bound = item.field("below");
            bound.context()
                    .problem(
                            bound.place(),
                            Problem.Reason.OUT_OF_RANGE,
                            bound.read(),
                            "读到“" + bound.read() + "”；below 必须大于 from，否则没有金额符合这一条。",
                            "Read \"" + bound.read()
                                    + "\"; below must be more than from, or no amount meets this rule.");
        }
    }
}
