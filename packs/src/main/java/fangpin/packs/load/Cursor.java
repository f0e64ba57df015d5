package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a pack's file, with readings and fills already put in place: where a value stands as {@code {by_reading: R1, ...}} the
 * chosen alternative is read, where it stands as {@code {open_term: x}} the fill. What is wrong goes to the context, and a harmless
 * value comes back, so that one run reports everything.
 */
public final class Cursor {
    private final @Nullable Yaml node;
    private final Place place;
    private final Context context;
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean saidNoMapping;

    public Cursor(@Nullable Yaml node, Place place, Context context) {
        Yaml resolved = node == null ? null : Resolution.resolve(node, context);
        this.node = resolved;
        this.place = resolved == null ? place : resolved.place();
        this.context = context;
    }

    public Place place() {
        return place;
    }

    public Context context() {
        return context;
    }

    /** True if nothing stands here: an open term without a fill, or a missing key already reported. */
    public boolean absent() {
        return node == null;
    }

    // ------------------------------------------------------------------------------------------------------- mappings

    private Optional<Yaml> value(String key) {
        asked.add(key);
        if (node instanceof Yaml.Mapping mapping) {
            return mapping.entries().stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Yaml.Mapping.Entry::value)
                    .findFirst();
        }
        return Optional.empty();
    }

    /** True if keys and values stand here, or nothing does, which has been said. */
    boolean isMapping() {
        return node == null || node instanceof Yaml.Mapping;
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** The value of a key that must be there. */
    public Cursor field(String key) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty() && node instanceof Yaml.Mapping) {
            context.problem(
                    place, Problem.Reason.MISSING_KEY, key, "缺少“" + key + "”。", "The key \"" + key + "\" is missing.");
        } else if (value.isEmpty() && node != null && !saidNoMapping) {
            saidNoMapping = true;
            wrongType("一组“键: 值”，其中有“" + key + "”", "a mapping with the key \"" + key + "\"");
        }
        return new Cursor(value.orElse(null), place, context);
    }

    /** The value of a key that may be missing. */
    public Optional<Cursor> optional(String key) {
        return value(key).map(value -> new Cursor(value, place, context));
    }

    /** Key and value pairs in file order, for mappings whose keys are names. */
    public List<Entry> entries() {
        if (node instanceof Yaml.Mapping mapping) {
            return mapping.entries().stream()
                    .peek(entry -> asked.add(entry.key()))
                    .map(entry -> new Entry(entry.key(), entry.keyPlace(), new Cursor(entry.value(), place, context)))
                    .toList();
        }
        if (node != null) {
            wrongType("一组“键: 值”", "a mapping");
        }
        return List.of();
    }

    /** One key of a mapping whose keys are names. */
    public record Entry(String key, Place keyPlace, Cursor value) {
        /** The key as a value of its own, so that what is wrong with it is said of its place. */
        public Cursor word() {
            return new Cursor(new Yaml.Scalar(keyPlace, key, false), keyPlace, value.context());
        }
    }

    /** Whether there are keys that nobody has asked for. */
    boolean hasUnknownKeys() {
        return node instanceof Yaml.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> !asked.contains(entry.key()));
    }

    /** Where a key stands. */
    Place keyPlace(String key) {
        return node instanceof Yaml.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Yaml.Mapping.Entry::keyPlace)
                        .findFirst()
                        .orElse(place)
                : place;
    }

    /** Says so of every key that nobody asked for. Called once everything has been read. */
    public void done() {
        if (node instanceof Yaml.Mapping mapping) {
            for (Yaml.Mapping.Entry entry : mapping.entries()) {
                if (!asked.contains(entry.key())) {
                    context.problem(
                            entry.keyPlace(),
                            Problem.Reason.UNKNOWN_KEY,
                            entry.key(),
                            "不认识“" + entry.key() + "”；这里可以写：" + String.join("、", asked) + "。",
                            "The key \"" + entry.key() + "\" is not known here; accepted are: "
                                    + String.join(", ", asked) + ".");
                }
            }
        }
    }

    // ---------------------------------------------------------------------------------------------------------- lists

    /** The items of a list; lists that a reading or a fill puts inside it are laid flat. */
    public List<Cursor> items() {
        List<Cursor> items = new ArrayList<>();
        if (node instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                Cursor cursor = new Cursor(item, place, context);
                if (cursor.node instanceof Yaml.Sequence && Resolution.isPlace(item)) {
                    items.addAll(cursor.items());
                } else {
                    items.add(cursor);
                }
            }
        } else if (node != null) {
            wrongType("一个列表", "a list");
        }
        return items;
    }

    /** True if a list stands here. */
    boolean isList() {
        return node instanceof Yaml.Sequence;
    }

    public List<String> words() {
        return items().stream().map(Cursor::word).toList();
    }

    // -------------------------------------------------------------------------------------------------------- scalars

    /** A single value as written. */
    public String word() {
        if (node instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        if (node != null) {
            wrongType("一个词或一个数", "a word or a number");
        }
        return "";
    }

    /** A single value as written, which may be empty: a cell of a table. */
    public String cell() {
        return node instanceof Yaml.Scalar scalar && scalar.text().isEmpty() ? "" : word();
    }

    /** A text in both languages. */
    public Text text() {
        Text text = new Text(field("zh").word(), field("en").word());
        done();
        return text;
    }

    public boolean flag() {
        String word = word();
        if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
            wrongType("true 或 false", "true or false");
        }
        return word.equals("true");
    }

    /** One of the words of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(E[] choices) {
        String word = word();
        List<String> accepted = new ArrayList<>();
        for (E choice : choices) {
            String name = choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            accepted.add(name);
            if (name.equals(word)) {
                return choice;
            }
        }
        if (node != null) {
            unknownWord(word, accepted);
        }
        return choices[0];
    }

    /** Says that a word is none of those accepted; nothing if no word could be read, which has been said. */
    public void unknownWord(String word, List<String> accepted) {
        if (word.isEmpty()
                && !(node instanceof Yaml.Scalar scalar && !scalar.text().isEmpty())) {
            return;
        }
        context.problem(
                place,
                Problem.Reason.UNKNOWN_WORD,
                word,
                "不认识“" + word + "”；可以写：" + String.join("、", accepted) + "。",
                "\"" + word + "\" is not known here; accepted are: " + String.join(", ", accepted) + ".");
    }

    /** What stands here, for messages. */
    String read() {
        return node == null ? "" : node.kind();
    }

    public void wrongType(String acceptedZh, String acceptedEn) {
        String read = read();
        context.problem(
                place,
                Problem.Reason.WRONG_TYPE,
                read,
                "读到“" + read + "”；这里应为" + acceptedZh + "。",
                "Read \"" + read + "\"; " + acceptedEn + " would be accepted here.");
    }
}
