package fangpin.packs.load;

import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the chosen reading, or the fill of an open term, where a pack leaves a place for it. */
final class Resolution {
    private static final String BY_READING = "by_reading";
    private static final String OPEN_TERM = "open_term";

    private Resolution() {}

    /** Whether something else will stand here: a chosen alternative or a fill. */
    static boolean isPlace(Yaml node) {
        return node instanceof Yaml.Mapping mapping
                && (get(mapping, BY_READING).isPresent()
                        || get(mapping, OPEN_TERM).isPresent());
    }

    /** The value meant; null if it is an open term that nobody has filled. */
    static @Nullable Yaml resolve(Yaml node, Context context) {
        if (!(node instanceof Yaml.Mapping mapping)) {
            return node;
        }
        Optional<Yaml> reading = get(mapping, BY_READING);
        if (reading.isPresent()) {
            return byReading(mapping, reading.get(), context);
        }
        Optional<Yaml> term = get(mapping, OPEN_TERM);
        if (term.isPresent() && mapping.entries().size() == 1 && term.get() instanceof Yaml.Scalar scalar) {
            return openTerm(scalar, context);
        }
        return node;
    }

    private static @Nullable Yaml byReading(Yaml.Mapping mapping, Yaml id, Context context) {
        String reading = id instanceof Yaml.Scalar scalar ? scalar.text() : id.kind();
        String chosen = context.chosen.get(reading);
        Set<String> choices = context.choices.get(reading);
        if (chosen == null || choices == null) {
            context.problem(
                    id.place(),
                    Problem.Reason.UNKNOWN_READING,
                    reading,
                    "没有口径“" + reading + "”；先在 readings 下写明。",
                    "There is no reading \"" + reading + "\"; state it under readings first.");
            return null;
        }
        context.met(reading);
        Set<String> given = new HashSet<>();
        for (Yaml.Mapping.Entry entry : mapping.entries()) {
            if (!entry.key().equals(BY_READING)) {
                given.add(entry.key());
            }
        }
        if (!given.equals(choices)) {
            context.problem(
                    mapping.place(),
                    Problem.Reason.GAP,
                    String.join(", ", new java.util.TreeSet<>(given)),
                    "口径“" + reading + "”的每个选项都要写明，且只写这些：" + String.join("、", choices) + "；读到“"
                            + String.join(", ", new java.util.TreeSet<>(given)) + "”。",
                    "Each choice of reading \"" + reading + "\" must stand here, and only these: "
                            + String.join(", ", choices) + "; read \""
                            + String.join(", ", new java.util.TreeSet<>(given)) + "\".");
        }
        Optional<Yaml> value = get(mapping, chosen);
        return value.isEmpty() ? null : resolve(value.get(), context);
    }

    private static @Nullable Yaml openTerm(Yaml.Scalar term, Context context) {
        if (!context.openTerms.contains(term.text())) {
            context.problem(
                    term.place(),
                    Problem.Reason.UNKNOWN_OPEN_TERM,
                    term.text(),
                    "没有未定事项“" + term.text() + "”；先在 open_terms 下写明。",
                    "There is no open term \"" + term.text() + "\"; state it under open_terms first.");
            return null;
        }
        Yaml fill = context.fills.get(term.text());
        if (fill == null) {
            context.metUnfilled(term.text());
        }
        return fill;
    }

    private static Optional<Yaml> get(Yaml.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Yaml.Mapping.Entry::value)
                .findFirst();
    }
}
