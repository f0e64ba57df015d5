package fangpin.packs.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A line of detail read back, as someone would who has only the line and the pack. */
final class JsonReading {
    private final Map<?, ?> fields;

    private JsonReading(Map<?, ?> fields) {
        this.fields = fields;
    }

    static JsonReading of(String line) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            JsonReading reading = new JsonReading((Map<?, ?>) value(parser));
            if (parser.nextToken() != null) {
                throw new IllegalStateException("more than one value on a line");
            }
            return reading;
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (object.put(name, value(parser)) != null) {
                        throw new IllegalStateException(name + " stands twice in one object");
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> "null";
            default -> throw new IllegalStateException(parser.currentToken().toString());
        };
    }

    List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    String text(String... path) {
        return String.valueOf(at(path));
    }

    long fen(String... path) {
        return parse(text(path));
    }

    Map<?, ?> object(String... path) {
        return (Map<?, ?>) at(path);
    }

    List<JsonReading> objects(String... path) {
        return ((List<?>) at(path))
                .stream().map(one -> new JsonReading((Map<?, ?>) one)).toList();
    }

    private Object at(String... path) {
        Object value = fields;
        for (String name : path) {
            Map<?, ?> object = (Map<?, ?>) value;
            Object next = object.get(name);
            if (next == null) {
                throw new IllegalStateException("no " + name + " in " + object.keySet());
            }
            value = next;
        }
        return value;
    }

    /** The register value of an input: fen of an amount, the code of a word, a number itself. */
    static long input(Object value) {
        if (value instanceof Map<?, ?> coded && coded.get("code") instanceof Long code) {
            return code;
        }
        return value instanceof Long number ? number : parse(String.valueOf(value));
    }

    private static long parse(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
