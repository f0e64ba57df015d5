package fangpin.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler cannot see: words above every type, and switches that a new step must break. */
class KernelSourcesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern TYPE = Pattern.compile(
            "\\s*(public |protected |static |final |sealed |non-sealed |abstract )*(class|record|interface|enum) \\w+.*");
    private static final Pattern DEFAULT_BRANCH = Pattern.compile("\\bdefault\\s*(->|:)|\\bcase null, default\\b");

    @Test
    void everyTypeThatOthersSeeHasADocstring() throws IOException {
        List<String> bare = new ArrayList<>();
        int types = 0;
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            for (int number = 0; number < lines.size(); number++) {
                if (TYPE.matcher(lines.get(number)).matches()) {
                    types++;
                    if (!endsADocstring(lines, number)) {
                        bare.add(file.getFileName() + ":" + (number + 1) + lines.get(number));
                    }
                }
            }
        }
        assertEquals(List.of(), bare);
        assertTrue(types > 50, "found only " + types + " types; does the scan still read them?");
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (Path file : files()) {
            Path saying = file.resolveSibling("package-info.java");
            assertTrue(Files.readString(saying).startsWith("/**\n"), saying.toString());
        }
    }

    /** A switch with a default would let a new step or rounding through in silence. */
    @Test
    void noSwitchHasADefault() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            for (int number = 0; number < lines.size(); number++) {
                if (DEFAULT_BRANCH.matcher(lines.get(number)).find()) {
                    found.add(file.getFileName() + ":" + (number + 1));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean endsADocstring(List<String> lines, int type) {
        int above = type - 1;
        while (lines.get(above).strip().startsWith("@")) {
            above--;
        }
        return lines.get(above).strip().endsWith("*/");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertTrue(
                    files.size() > 30, "sources not found from " + Path.of("").toAbsolutePath());
            return files;
        }
    }
}
