package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that someone has read and found good. To write them anew after a change of words: {@code -Dgolden=write}, then read them. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/fangpin/packs");

    private Golden() {}

    /**
     * Holds a text against the one that was found good.
     *
     * @param file in the tests' resources, such as {@code show/plain_en.txt}
     */
    public static void check(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertEquals(Files.readString(path), text, file);
    }
}
