package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a linter cannot see, in the sources of all modules. What is allowed stands beside each guard, and may only get shorter. */
class GuardTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("kernel", "packs", "tables", "batch", "office", "bench");
    private static final int MOST_LINES = 500;

    private static final Pattern CITED =
            Pattern.compile("\\b([A-Z]{2,3}\\d{0,2} §\\d+[a-z]?(?:\\.\\d+)*)(?: ?([①②③④⑤⑥⑦⑧⑨⑩]))?");
    private static final Pattern CLOCK =
            Pattern.compile("\\.now\\(|currentTimeMillis|nanoTime|\\bClock\\b|new Date\\(|new GregorianCalendar");
    /** Where the office learns what time it is; its rooms are told. */
    private static final Pattern EDGE_OF_THE_OFFICE = Pattern.compile("/office/(access|database|terminal|web)/");

    private static final Pattern INEXACT = Pattern.compile("\\b(double|float|Double|Float)\\b(?! entry)");
    private static final Pattern MACHINE = Pattern.compile(
            "[\"'>=( ](/(home|root|Users|work|tmp|opt|mnt)/|[A-Z]:\\\\\\\\)|repo1?\\.maven\\.|aliyun|artifactory|nexus|://(10\\.|192\\.168\\.)");
    private static final Pattern TAKEN_WORDS =
            Pattern.compile("\\b(?:CaseMessages|VerbMessages|messages|wording)\\.text\\(\\s*\"([^\"]+)\"(?!\\s*\\+)"
                    + "|FileRefusal\\.of\\(\\s*Reason\\.\\w+,\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9.-]*)\"");

    @Test
    void everyClauseThatIsCitedStandsInTheDocuments() {
        Set<String> clauses = new TreeSet<>();
        for (Path document :
                files(ROOT.resolve("packs"), path -> path.toString().matches("[^/]*/packs/[^/]+-2\\d{3}/[^/]+\\.md"))) {
            read(document)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .forEach(line -> clauses.add(line.substring(3)));
        }
        assertTrue(clauses.size() > 100, clauses::toString);
        Set<String> unknown = found(
                java(path ->
                        path.toString().contains("/main/") || path.toString().contains("/plain/")),
                CITED,
                match -> !clauses.contains(match.group(1)));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void noClockBelowTheEdge() {
        assertEquals(
                Set.of(
                        "batch/cases/Progress.java: nanoTime",
                        // how long a hostile file may take, not what day it is
                        "office/register/roster/LineReader.java: nanoTime",
                        "office/register/roster/RosterCheck.java: nanoTime",
                        // takes up at the start of the office what stood still
                        "office/settlement/internal/UploadWake.java: .now(",
                        "office/settlement/internal/UploadWake.java: Clock",
                        // wakes at two each night; what it does is told the day
                        "office/settlement/internal/YearNight.java: .now(",
                        "office/settlement/internal/YearNight.java: Clock"),
                found(
                        main(path -> !path.startsWith("../bench")
                                && !path.toString().contains("/verbs/")
                                && !EDGE_OF_THE_OFFICE.matcher(path.toString()).find()),
                        CLOCK,
                        match -> true));
    }

    @Test
    void noInexactNumberNearMoney() {
        assertEquals(
                Set.of(
                        // rows a second, for a person who waits
                        "batch/cases/Progress.java: double",
                        // requests a second of a client
                        "office/access/internal/RateLimits.java: double",
                        // points on paper
                        "office/papers/PaperFont.java: float",
                        "office/papers/PdfHandbooks.java: float",
                        "office/papers/PdfLetter.java: float",
                        // a number cell of a workbook is a double by definition; it goes on as text
                        "tables/XlsRecords.java: Double",
                        "tables/XlsRecords.java: double",
                        "tables/XlsxValues.java: Double",
                        "tables/XlsxValues.java: double"),
                found(main(path -> !path.startsWith("../bench")), INEXACT, match -> true));
    }

    @Test
    void noSourceKnowsAMachineOrARegistry() {
        List<Path> files = files(ROOT, path -> path.toString().matches(".*\\.(java|xml|ya?ml|properties|json)"));
        assertEquals(
                Set.of(),
                found(
                        files.stream()
                                .filter(file -> !file.endsWith("GuardTest.java"))
                                .toList(),
                        MACHINE,
                        match -> true));
    }

    @Test
    void everyPackageIsNullMarked() {
        for (Path file : java(path -> true)) {
            Path own = file.resolveSibling("package-info.java");
            Path ofMain = Path.of(own.toString().replace("/src/test/", "/src/main/"));
            Path marked = Files.exists(own) ? own : ofMain;
            assertTrue(
                    Files.exists(marked) && read(marked).contains("@NullMarked"),
                    () -> "nothing marks the package of " + file);
        }
    }

    @Test
    void noFileIsTooLong() {
        Set<String> tooLong = new TreeSet<>();
        java(path -> true).stream()
                .filter(file -> read(file).lines().count() > MOST_LINES)
                .forEach(file -> tooLong.add(file.toString()));
        assertEquals(Set.of(), tooLong);
    }

    static List<Path> wordings() {
        // pages ask for words in their own way: the office has a test of its own
        return files(
                ROOT,
                path -> path.toString().matches(".*/src/main/.*_zh\\.properties")
                        && !path.toString().contains("/office/"));
    }

    /** Both languages say the same things, every key that is asked for is there, and no words lie unused. */
    @ParameterizedTest
    @MethodSource("wordings")
    void wordsAreThereInBothLanguages(Path chinese) throws IOException {
        Set<String> keys = keys(chinese);
        assertEquals(
                keys,
                keys(chinese.resolveSibling(chinese.getFileName().toString().replace("_zh.", "_en."))));
        String folder = chinese.resolveSibling("").toString().replace("/resources/", "/java/");
        Set<String> taken = new TreeSet<>();
        Set<String> literals = new TreeSet<>();
        for (Path source : main(path -> path.startsWith(chinese.subpath(0, 2)))) {
            LITERAL.matcher(read(source)).results().forEach(match -> literals.add(match.group(1)));
            if (source.startsWith(folder)) {
                TAKEN_WORDS
                        .matcher(read(source))
                        .results()
                        .forEach(match -> taken.add(match.group(1) == null ? match.group(2) : match.group(1)));
            }
        }
        taken.removeAll(keys);
        assertEquals(Set.of(), taken);
        keys.removeIf(key -> literals.stream()
                .anyMatch(words -> key.equals(words) || (words.matches(".*[.-]") && key.startsWith(words))));
        assertEquals(Set.of(), keys);
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(file));
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> found(Collection<Path> files, Pattern pattern, Predicate<MatchResult> counts) {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            String name = file.toString()
                    .replaceAll("^\\.\\./|src/(main|test)/java/fangpin/", "")
                    .replaceAll("^(\\w+)/\\1/", "$1/");
            pattern.matcher(read(file))
                    .results()
                    .filter(counts)
                    .forEach(match -> found.add(name + ": " + match.group().strip()));
        }
        return found;
    }

    private static List<Path> main(Predicate<Path> wanted) {
        return java(wanted.and(path -> path.toString().contains("/src/main/")));
    }

    private static List<Path> java(Predicate<Path> wanted) {
        List<Path> files = MODULES.stream()
                .flatMap(module ->
                        files(
                                ROOT.resolve(module).resolve("src"),
                                wanted.and(path -> path.toString().endsWith(".java")))
                                .stream())
                .toList();
        assertTrue(files.size() > 3, "sources not found from " + ROOT.toAbsolutePath());
        return files;
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/target/")
                            && !path.toString().contains("/.git/"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
