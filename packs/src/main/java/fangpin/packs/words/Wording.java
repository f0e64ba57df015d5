package fangpin.packs.words;

import fangpin.kernel.Text;
import fangpin.kernel.Text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of one page in one language: {@code check_zh.properties} beside the class that prints it. */
public final class Wording {
    private final Language language;
    private final Properties words = new Properties();

    private Wording(Language language) {
        this.language = language;
    }

    /**
     * Reads the words.
     *
     * @param beside the class whose package holds the file
     * @param page the file's name without language and ending
     */
    public static Wording of(Class<?> beside, String page, Language language) {
        String file = page + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        Wording wording = new Wording(language);
        try (InputStream stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            wording.words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
        return wording;
    }

    /** The words under a key; <code>{0}</code>, <code>{1}</code>, ... give way in one pass, so that no value is taken for a place. */
    public String text(String key, Object... values) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            boolean place = pattern.charAt(at) == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
            if (place) {
                text.append(values[pattern.charAt(at + 1) - '0']);
                at += 2;
            } else {
                text.append(pattern.charAt(at));
            }
        }
        return text.toString();
    }

    /** A text of the pack in this language. */
    public String text(Text text) {
        return text.in(language);
    }

    /** A code's word: as files carry it in English, its Chinese form in Chinese. */
    public String code(String word, String chinese) {
        return switch (language) {
            case ZH -> chinese;
            case EN -> word;
        };
    }

    /** Several things, as the language lists them. */
    public String list(List<String> things) {
        return String.join(text("list"), things);
    }

    /** Every key, for the test that both languages say the same things. */
    public Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }
}
