package fangpin.office.register.roster;

import fangpin.office.register.RosterFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** 文字: the words of faults, for files that are given back; from the room's message files. */
final class RosterWords {
    private static final RosterWords CHINESE = new RosterWords("zh");
    private static final RosterWords ENGLISH = new RosterWords("en");

    private final Properties words = new Properties();

    private RosterWords(String language) {
        String name = "/fangpin/office/register/messages_" + language + ".properties";
        try (InputStream stream = RosterWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: " + name);
            }
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static RosterWords in(boolean chinese) {
        return chinese ? CHINESE : ENGLISH;
    }

    String of(RosterFault fault, List<String> arguments) {
        return of(fault.key(), arguments.toArray());
    }

    String of(String key, Object... arguments) {
        String text = words.getProperty(key.substring("register.".length()));
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
