package fangpin.packs;

import fangpin.packs.load.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packs of the tests, and copies of packs to change. */
public final class TestPacks {
    private static final Path SHIPPED = Path.of("");
    private static final Path FOR_TESTS = Path.of("src/test/resources/packs");

    private TestPacks() {}

    /** A test pack's folder: {@code plain-2099}. */
    public static Path folder(String pack) {
        return FOR_TESTS.resolve(pack);
    }

    /** A copy of a pack, shipped or of the tests, that a test may change. */
    public static Path copy(String pack, Path into) {
        Path source = Files.isDirectory(folder(pack)) ? folder(pack) : SHIPPED.resolve(pack);
        Path copy = into.resolve(pack);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
            return copy;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where a problem is expected: stands in the words put in, and is taken out of them. */
    private static final String MARK = "▶";

    /**
     * Replaces words that stand exactly once in a file of a copy.
     *
     * @return line and column of the mark {@code ▶} in the words put in, as {@code 12:5}; empty if there is none
     */
    public static String replace(Path copy, String file, String words, String by) {
        Path path = copy.resolve(file);
        try {
            String text = Files.readString(path);
            List<String> parts = List.of(text.split(Pattern.quote(words), -1));
            if (parts.size() != 2) {
                throw new IllegalArgumentException("\"" + words + "\" stands " + (parts.size() - 1) + " times");
            }
            String changed = String.join(by, parts);
            Files.writeString(path, changed.replace(MARK, ""));
            String before = changed.substring(0, Math.max(0, changed.indexOf(MARK)));
            String line = before.substring(before.lastIndexOf('\n') + 1);
            return by.contains(MARK)
                    ? before.chars().filter(c -> c == '\n').count() + 1 + ":" + (line.length() + 1)
                    : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes the hash of a document that was changed into the pack's head. */
    public static void seal(Path copy, String document) {
        try {
            byte[] text = Files.readAllBytes(copy.resolve(document));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            Path policy = copy.resolve("policy.yaml");
            Files.writeString(
                    policy,
                    Files.readString(policy)
                            .replaceFirst("(file: " + Pattern.quote(document) + ", sha256: )[0-9a-f]+", "$1" + hash));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A pack that must load. */
    public static LoadResult.Loaded loaded(Path folder) {
        return switch (Packs.load(folder.toString())) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
