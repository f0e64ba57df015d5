package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;

/** The texts of refusals, from {@code messages_zh.properties} and {@code messages_en.properties} (both UTF-8). */
final class Messages {

    /** Characters of file content that a message may show. */
    static final int SHOWN_CHARACTERS = 200;

    private static final Properties CHINESE = load("messages_zh.properties");
    private static final Properties ENGLISH = load("messages_en.properties");

    private Messages() {}

    /** Text {@code key} in both languages, with {@code {0}} the file and {@code {1}}, ... the arguments put in; of an
     * argument that is a {@link Message}, the same language. */
    static Message text(String key, Path file, Object... arguments) {
        return new Message(
                fill(CHINESE, key, inLanguage(Message::zh, file, arguments)),
                fill(ENGLISH, key, inLanguage(Message::en, file, arguments)));
    }

    /** Text {@code key} in both languages, without anything put in. */
    static Message label(String key) {
        return new Message(fill(CHINESE, key), fill(ENGLISH, key));
    }

    private static String fill(Properties texts, String key, String... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message named " + key);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int number = pattern.charAt(open + 1) - '0';
            text.append(pattern, at, open).append(arguments[number]);
            at = open + 3;
        }
        return text.append(pattern.substring(at)).toString();
    }

    private static String[] inLanguage(Function<Message, String> language, Path file, Object... arguments) {
        String[] texts = new String[arguments.length + 1];
        texts[0] = file.toString();
        for (int i = 0; i < arguments.length; i++) {
            texts[i + 1] = arguments[i] instanceof Message message ? language.apply(message) : shown(arguments[i]);
        }
        return texts;
    }

    private static String shown(Object argument) {
        String text = String.valueOf(argument);
        int length = Math.min(SHOWN_CHARACTERS, text.codePointCount(0, text.length()));
        int[] characters = text.codePoints()
                .limit(length)
                .map(c -> disturbs(c) ? '\uFFFD' : c)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    /** Characters that would steer a terminal or turn the direction of the text around them. */
    private static boolean disturbs(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
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
