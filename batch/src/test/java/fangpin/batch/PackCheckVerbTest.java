package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pack check} over all packs, a folder of packs, one pack: the status, and the line at the end. */
class PackCheckVerbTest {
    private static final Path SHIPPED = Path.of("..", "packs");
    private static final Path LISHUI = Path.of("lishui-2017");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutANameEveryShippedPackIsChecked() {
        Answer answer = check("--lang", "en");
        assertEquals(0, answer.status(), answer.err());
        List<String> passed = answer.out()
                .lines()
                .filter(line -> line.startsWith("PASS: "))
                .map(line -> line.substring(6))
                .toList();
        assertEquals(
                List.of("shandong-2020", "weihai-2020", "licheng-2020", "lishui-2017", "lianyungang-2021"), passed);
        assertTrue(last(answer).matches("5 packs checked: 5 passed, 0 failed; [1-9]\\d* findings\\."), last(answer));
    }

    @Test
    void aFolderOfPacksIsCheckedPackByPackAndOneBadPackFailsIt() throws IOException {
        copy(LISHUI, folder.resolve("lishui-2017"));
        copy(LISHUI, folder.resolve("lishui-2018"));
        Files.createDirectory(folder.resolve("no-pack"));
        Answer answer = check(folder.toString());
        assertEquals(1, answer.status(), answer.err());
        assertTrue(answer.out().contains("通过：lishui-2017\n"), answer.out());
        assertTrue(answer.out().contains("未通过：" + folder.resolve("lishui-2018") + "\n"), answer.out());
        assertTrue(last(answer).startsWith("共核对 2 个政策包：通过 1 个，未通过 1 个；"), last(answer));
    }

    @Test
    void onePackOfOnesOwnIsCheckedAlone() throws IOException {
        copy(LISHUI, folder.resolve("lishui-2017"));
        Answer answer = check(folder.resolve("lishui-2017").toString(), "--lang", "en");
        assertEquals(0, answer.status(), answer.err());
        assertTrue(last(answer).startsWith("1 packs checked: 1 passed, 0 failed; "), last(answer));
    }

    @Test
    void aFolderWithoutPacksIsAFailureWithAReason() {
        Answer answer = check(folder.toString());
        assertEquals(1, answer.status(), answer.err());
        assertTrue(answer.out().contains("policy.yaml"), answer.out());
        assertTrue(last(answer).startsWith("共核对 1 个政策包：通过 0 个，未通过 1 个；"), last(answer));
    }

    private static Answer check(String... arguments) {
        return Answer.of(
                Stream.concat(Stream.of("pack", "check"), Stream.of(arguments)).toList());
    }

    private static String last(Answer answer) {
        return answer.out().lines().toList().getLast();
    }

    private static void copy(Path pack, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(SHIPPED.resolve(pack))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
