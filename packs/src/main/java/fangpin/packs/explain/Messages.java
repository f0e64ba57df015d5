package fangpin.packs.explain;

import fangpin.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of one language, from {@code explain_zh.properties} or {@code explain_en.properties}. */
final class Messages {
    private static final Map<Text.Language, Messages> ALL = new EnumMap<>(Text.Language.class);

    static {
        for (Text.Language language : Text.Language.values()) {
            ALL.put(language, new Messages(language));
        }
    }

    private final Text.Language language;
    private final Properties words = new Properties();

    private Messages(Text.Language language) {
        this.language = language;
        String file = switch (language) {
            case ZH -> "explain_zh.properties";
            case EN -> "explain_en.properties";
        };
        try (InputStream stream = Messages.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    static Messages in(Text.Language language) {
        Messages messages = ALL.get(language);
        if (messages == null) {
            throw new IllegalStateException("no messages in " + language);
        }
        return messages;
    }

    /** The words under a key, <code>{0}</code>, <code>{1}</code>, ... replaced in one pass so that a value cannot be taken for a place. */
    String text(String key, String... values) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char here = pattern.charAt(at);
            boolean place = here == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
            if (place) {
                text.append(values[pattern.charAt(at + 1) - '0']);
                at += 2;
            } else {
                text.append(here);
            }
        }
        return text.toString();
    }

    /** A name of the pack, as it stands there. */
    String name(Text name) {
        return name.in(language);
    }

    /** A name of the pack inside a sentence: in English the first letter is small, unless the name begins with an abbreviation. */
    String inside(Text name) {
        String text = name(name);
        boolean lower = language == Text.Language.EN
                && text.length() > 1
                && Character.isLowerCase(text.charAt(1))
                && Character.isUpperCase(text.charAt(0));
        return lower ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** Several things, as a language lists them. */
    String list(List<String> things) {
        return String.join(text("list.separator"), things);
    }

    /** Sentences one after the other; empty ones are left out. */
    String sentences(List<String> sentences) {
        return String.join(
                text("sentence.separator"),
                sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    Text.Language language() {
        return language;
    }

    /** Every key, for the test that both files say the same things. */
    Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }
}
