package fangpin.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A form that came back because of what was typed into a field. */
public final class SentBack {
    private SentBack() {}

    /** The field that has this name in a form that came back, up to the field after it. */
    private static String fieldOf(HttpResponse<String> answer, String name) {
        assertEquals(422, answer.statusCode(), name);
        for (String field : answer.body().split("class=\"field", -1)) {
            if (field.contains(" name=\"" + name + "\"") && field.startsWith(" wrong")) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " is marked");
    }

    /** Words stand beside the field that is wrong, in a form that came back. */
    public static void assertTold(String words, HttpResponse<String> answer, String name) {
        String field = fieldOf(answer, name);
        assertTrue(
                Pattern.compile("class=\"error\"[^>]*>[^<]*" + Pattern.quote(words))
                        .matcher(field)
                        .find(),
                field);
    }

    /** What was typed stands in the form that came back. */
    public static void assertKept(HttpResponse<String> answer, String... values) {
        for (String value : values) {
            assertTrue(answer.body().contains(value), value);
        }
    }

    /** A form with one field typed otherwise. */
    public static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
