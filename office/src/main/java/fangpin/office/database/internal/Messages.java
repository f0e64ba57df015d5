package fangpin.office.database.internal;

import fangpin.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The texts of this room, from {@code messages_zh.properties} and {@code messages_en.properties} (both UTF-8). */
public final class Messages {
    private static final Properties CHINESE = load("messages_zh.properties");
    private static final Properties ENGLISH = load("messages_en.properties");

    private Messages() {}

    /** Text {@code key} in both languages, with {@code {0}}, {@code {1}}, ... filled in; of a {@link Text}, the same language. */
    public static Text text(String key, Object... arguments) {
        return new Text(
                fill(CHINESE, key, arguments, Text.Language.ZH), fill(ENGLISH, key, arguments, Text.Language.EN));
    }

    private static String fill(Properties texts, String key, Object[] arguments, Text.Language language) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message named " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            String shown = arguments[i] instanceof Text inBoth ? inBoth.in(language) : String.valueOf(arguments[i]);
            text = text.replace("{" + i + "}", shown);
        }
        return text;
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/fangpin/office/database/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
