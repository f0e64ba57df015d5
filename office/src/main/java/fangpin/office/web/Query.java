package fangpin.office.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 列表状态: what a list's address says after the question mark; a table keeps its whole state there. */
public record Query(String path, Map<String, String> values) {
    /** The address of a list without any choice made. */
    public static Query of(String path) {
        return new Query(path, Map.of());
    }

    /** With a choice made, or taken back when the value is null or empty. Turning a page begins anew when a choice changes. */
    public Query with(String name, @Nullable Object value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove("after");
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Query(path, changed);
    }

    /** The value of a choice, empty if none is made. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** As it stands in a link. */
    public String address() {
        return values.isEmpty()
                ? path
                : path + "?"
                        + values.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + Addresses.encode(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    /** The same choices at another place: an export of what the list shows. */
    public String addressAt(String otherPath) {
        return new Query(otherPath, values).address();
    }
}
