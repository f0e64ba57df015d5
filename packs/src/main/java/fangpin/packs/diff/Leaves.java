package fangpin.packs.diff;

import fangpin.packs.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every single value of a pack's file by its path, such as {@code products[accident].steps[medical].deductible}. */
final class Leaves {
    /** What names an item of a list, so that an item put in between does not shift the others. */
    private static final List<String> NAMES =
            List.of("id", "payer", "column", "category", "code", "quantity", "clause");

    private final Map<String, Leaf> leaves = new LinkedHashMap<>();

    private Leaves() {}

    static Map<String, Leaf> of(Yaml root) {
        Leaves found = new Leaves();
        found.add("", "", root);
        return found.leaves;
    }

    private void add(String path, String clause, Yaml value) {
        switch (value) {
            case Yaml.Scalar scalar -> leaves.put(free(path), new Leaf(scalar.text(), clause));
            case Yaml.Mapping mapping -> {
                String own = cited(mapping).orElse(clause);
                for (Yaml.Mapping.Entry entry : mapping.entries()) {
                    add(path.isEmpty() ? entry.key() : path + "." + entry.key(), own, entry.value());
                }
            }
            case Yaml.Sequence sequence -> {
                int number = 1;
                for (Yaml item : sequence.items()) {
                    add(path + "[" + name(item).orElse(Integer.toString(number)) + "]", clause, item);
                    number++;
                }
            }
        }
    }

    /** Two items of one name are told apart by their turn. */
    private String free(String path) {
        String free = path;
        for (int turn = 2; leaves.containsKey(free); turn++) {
            free = path + "#" + turn;
        }
        return free;
    }

    private static Optional<String> name(Yaml item) {
        return switch (item) {
            case Yaml.Mapping mapping ->
                NAMES.stream().flatMap(key -> word(mapping, key).stream()).findFirst();
            case Yaml.Scalar scalar -> Optional.of(scalar.text());
            case Yaml.Sequence sequence -> Optional.empty();
        };
    }

    private static Optional<String> cited(Yaml.Mapping mapping) {
        Optional<String> one = word(mapping, "clause");
        return one.isPresent() ? one : value(mapping, "clauses").flatMap(Leaves::joined);
    }

    private static Optional<String> joined(Yaml clauses) {
        return switch (clauses) {
            case Yaml.Sequence sequence ->
                Optional.of(sequence.items().stream().map(Yaml::kind).collect(Collectors.joining(", ")));
            case Yaml.Scalar scalar -> Optional.of(scalar.text());
            case Yaml.Mapping mapping -> Optional.empty();
        };
    }

    private static Optional<String> word(Yaml.Mapping mapping, String key) {
        return value(mapping, key).flatMap(value -> switch (value) {
            case Yaml.Scalar scalar -> Optional.of(scalar.text());
            case Yaml.Mapping other -> Optional.empty();
            case Yaml.Sequence other -> Optional.empty();
        });
    }

    private static Optional<Yaml> value(Yaml.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Yaml.Mapping.Entry::value)
                .findFirst();
    }
}
