package fangpin.office.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 文字: every text a page shows, out of the rooms' message files. A key begins with its room: {@code register.person.title} stands in
 * {@code fangpin/office/register/messages_zh.properties} as {@code person.title}.
 */
public final class Words {
    private static final Pattern KEY = Pattern.compile("(?<![^ ])[a-z]+(?:\\.[a-z0-9-]+)+(?![^ ])");
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private final Language language;

    private Words(Language language) {
        this.language = language;
    }

    /** The words in one language. */
    public static Words in(Language language) {
        return new Words(language);
    }

    /**
     * The text of a key, with its places filled ({@code {0}}, {@code {1}}).
     *
     * @throws IllegalArgumentException when there is no such key: pages are tested to have all of theirs
     */
    public String of(String key, @Nullable Object... arguments) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return new MessageFormat(text, language.locale()).format(arguments);
    }

    /** Whether there are words for the key. */
    public boolean has(String key) {
        return find(key) != null;
    }

    /** A text in which keys stand among other words, such as a detail of the audit: the keys in words, the rest as it is. */
    public String inWords(String text) {
        return KEY.matcher(text)
                .replaceAll(key -> Matcher.quoteReplacement(has(key.group()) ? of(key.group()) : key.group()));
    }

    private @Nullable String find(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return null;
        }
        return room(key.substring(0, dot)).getProperty(key.substring(dot + 1));
    }

    private Properties room(String room) {
        return FILES.computeIfAbsent(room + "/messages_" + language.code(), Words::read);
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        String file = "/fangpin/office/" + name + ".properties";
        try (InputStream stream = Words.class.getResourceAsStream(file)) {
            if (stream != null) {
                words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }
}
