package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What one run of the program, within this process, answered and printed. */
record Answer(int status, String out, String err) {
    private static final Pattern CHINESE_THEN_ENGLISH = Pattern.compile("\\p{IsHan}.* .*[A-Za-z]{2}");
    private static final Pattern INNARDS = Pattern.compile("Exception|\\tat |Error:|fangpin\\.(kernel|packs|batch)\\.");

    static Answer of(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(arguments, stream(out), stream(err));
        Answer answer = new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertFalse(INNARDS.matcher(answer.out + answer.err).find(), answer::toString);
        return answer;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Nothing was done, and one line says why, in Chinese and English, with these words in it. */
    void refuses(String chinese, String english) {
        assertEquals(1, status, this::toString);
        assertEquals("", out, this::toString);
        oneClearLine(chinese, english);
        assertFalse(err.contains("program itself is at fault"), err);
    }

    /** One line on standard error, in Chinese and English, with these words in it. */
    void oneClearLine(String chinese, String english) {
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.endsWith("\n"), err);
        assertTrue(CHINESE_THEN_ENGLISH.matcher(err).find(), err);
        assertTrue(err.contains(chinese), () -> "\"" + chinese + "\" is not in: " + err);
        assertTrue(err.contains(english), () -> "\"" + english + "\" is not in: " + err);
    }
}
