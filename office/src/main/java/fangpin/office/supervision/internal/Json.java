package fangpin.office.supervision.internal;

import java.util.List;
import java.util.stream.Collectors;

/** JSON as PostgreSQL writes it, for what goes to it and for what others shall compute again. */
public final class Json {
    private Json() {}

    /** A list of texts. */
    public static String array(List<String> texts) {
        return texts.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** A text in quotation marks. */
    public static String text(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '"' -> written.append("\\\"");
                case '\\' -> written.append("\\\\");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                case '\b' -> written.append("\\b");
                case '\f' -> written.append("\\f");
                default -> {
                    if (letter < ' ') {
                        written.append(String.format("\\u%04x", (int) letter));
                    } else {
                        written.append(letter);
                    }
                }
            }
        }
        return written.append('"').toString();
    }
}
