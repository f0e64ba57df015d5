package fangpin.packs.yaml;

import java.util.List;

/** A YAML value with its place. */
public sealed interface Yaml {
    Place place();

    /** Keys in file order. */
    record Mapping(Place place, List<Entry> entries) implements Yaml {
        /** One key and its value. */
        public record Entry(String key, Place keyPlace, Yaml value) {}
    }

    record Sequence(Place place, List<Yaml> items) implements Yaml {}

    /**
     * A single value as written.
     *
     * @param quoted true if it stood in quotes, and so is text whatever it looks like
     */
    record Scalar(Place place, String text, boolean quoted) implements Yaml {}

    /** What kind of value it is, for messages. */
    default String kind() {
        return switch (this) {
            case Mapping mapping -> "mapping (" + mapping.entries().size() + ")";
            case Sequence sequence -> "list (" + sequence.items().size() + ")";
            case Scalar scalar -> scalar.text();
        };
    }
}
