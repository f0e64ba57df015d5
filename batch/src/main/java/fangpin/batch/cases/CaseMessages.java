package fangpin.batch.cases;

import fangpin.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The texts of rejects and refusals, from {@code messages_zh.properties} and {@code messages_en.properties}. */
final class CaseMessages {
    private static final Properties CHINESE = load("messages_zh.properties");
    private static final Properties ENGLISH = load("messages_en.properties");

    private CaseMessages() {}

    /** A text in both languages, with {@code {0}}, {@code {1}} ... put in; of a {@link Text}, the same language. */
    static Text text(String key, Object... arguments) {
        return new Text(
                fill(CHINESE, Text.Language.ZH, key, arguments), fill(ENGLISH, Text.Language.EN, key, arguments));
    }

    private static String fill(Properties texts, Text.Language language, String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message named " + key);
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            Object argument = arguments[pattern.charAt(open + 1) - '0'];
            filled.append(pattern, at, open).append(argument instanceof Text text ? text.in(language) : argument);
            at = open + 3;
        }
        return filled.append(pattern.substring(at)).toString();
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream stream = CaseMessages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }
}
