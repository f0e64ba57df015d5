package fangpin.office.web.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * 待签名字符串: the text of a message that is signed, made from its bytes. Every member of the message but {@code cainfo}, sorted by name, as {@code
 * name=value} joined by {@code &}; empty members (null, "", {}, []) are left out. A value that is an object or an array stands as JSON without
 * white space, its objects sorted and rid of empty members in the same way at every depth, its arrays as they are, numbers and true and false as
 * texts with just the characters they were sent with. UTF-8.
 */
final class NationalText {
    private static final String SIGNATURE = "cainfo";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,60}");
    private static final int FIRST_PRINTED = 0x20;

    private NationalText() {}

    /** A value of the message: a text, an object or an array; nothing for null. */
    private sealed interface Value {
        /** Characters of a string, a number, true or false. */
        record Text(String characters) implements Value {}

        record Members(Map<String, Value> members) implements Value {}

        record Elements(List<@Nullable Value> elements) implements Value {}
    }

    /**
     * The bytes that are signed; empty where two messages could have the same: names of members that are no names, or texts of the first level
     * with {@code &} in them.
     *
     * @param message JSON that was read before, an object
     */
    static Optional<byte[]> of(JsonMapper json, byte[] message) {
        try (JsonParser parser = json.createParser(message)) {
            parser.nextToken();
            Value whole = value(parser);
            return whole instanceof Value.Members members ? text(members.members()) : Optional.empty();
        }
    }

    private static Optional<byte[]> text(Map<String, Value> members) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Value> member : members.entrySet()) {
            if (!member.getKey().equals(SIGNATURE)) {
                boolean ambiguous = !NAME.matcher(member.getKey()).matches()
                        || (member.getValue() instanceof Value.Text(String said) && said.indexOf('&') >= 0);
                if (ambiguous) {
                    return Optional.empty();
                }
                text.append(text.isEmpty() ? "" : "&").append(member.getKey()).append('=');
                if (member.getValue() instanceof Value.Text(String said)) {
                    text.append(said);
                } else {
                    write(member.getValue(), text);
                }
            }
        }
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Value value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_NULL -> null;
            default -> new Value.Text(parser.getString());
        };
    }

    private static Value members(JsonParser parser) {
        Map<String, Value> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Value value = value(parser);
            if (value != null && !isEmpty(value)) {
                members.put(name, value);
            }
        }
        return new Value.Members(members);
    }

    private static Value elements(JsonParser parser) {
        List<@Nullable Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Value.Elements(elements);
    }

    private static boolean isEmpty(Value value) {
        return switch (value) {
            case Value.Text(String characters) -> characters.isEmpty();
            case Value.Members(Map<String, Value> members) -> members.isEmpty();
            case Value.Elements(List<@Nullable Value> elements) -> elements.isEmpty();
        };
    }

    private static void write(@Nullable Value value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Value.Text(String characters) -> quote(characters, text);
            case Value.Members(Map<String, Value> members) -> {
                String between = "{";
                for (Map.Entry<String, Value> member : members.entrySet()) {
                    text.append(between);
                    quote(member.getKey(), text);
                    text.append(':');
                    write(member.getValue(), text);
                    between = ",";
                }
                text.append(members.isEmpty() ? "{}" : "}");
            }
            case Value.Elements(List<@Nullable Value> elements) -> {
                String between = "[";
                for (Value element : elements) {
                    text.append(between);
                    write(element, text);
                    between = ",";
                }
                text.append(elements.isEmpty() ? "[]" : "]");
            }
        }
    }

    /** As JSON.stringify escapes: what it must and nothing else. */
    private static void quote(String characters, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < FIRST_PRINTED ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
