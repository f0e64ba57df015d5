package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pack diff} on a whole file: who gains, who loses, what it costs. */
class PackDiffVerbTest {
    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void files() throws IOException {
        desk = new Desk(folder).write("bills.csv", Desk.BILLS + """

                        B1,P1,2020-02-01,2020-02-09,10000.00,10000.00,0,0,0,0
                        B2,P2,2020-07-01,2020-07-09,1000.00,1000.00,950.00,0,0,0
                        B3,P2,2020-07-10,2020-07-19,1000.00,1000.00,800.00,0,0,0
                        """);
        Path copy = Files.createDirectories(folder.resolve("weihai-2020"));
        try (var sources = Files.list(Path.of("../packs/weihai-2020"))) {
            for (Path source : sources.toList()) {
                Files.copy(source, copy.resolve(source.getFileName()));
            }
        }
        Path policy = copy.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("ratio: 10%", "ratio: 20%"));
    }

    @Test
    void effectOfAnotherRatio() {
        Answer answer = desk.run(
                "pack diff weihai-2020 {}/weihai-2020 --lang en --members {}/members.csv --bills {}/bills.csv");
        assertEquals(0, answer.status());
        // P1: 9,000.01 falls to 8,000.01; P2: 250 left of 2,000 is cut to 199.99, and stays 250 at 20%
        assertTrue(
                answer.out().contains("paid 9050.02 yuan -> 8000.01 yuan, a difference of -1050.01 yuan"),
                answer.out());
        assertTrue(answer.out().contains("gain / yuan: 0 / 0.00"), answer.out());
        assertTrue(answer.out().contains("lose / yuan: 2 / 1050.01"), answer.out());
        assertTrue(answer.out().contains("paid otherwise: 2; accepted only before: 0; only after: 0"), answer.out());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            pack diff weihai-2020 nowhere                                                     | There is no pack "nowhere"
            pack diff weihai-2020 {}/weihai-2020 --bills {}/bills.csv                         | takes both --members and --bills
            pack diff weihai-2020 shandong-2020 --members {}/members.csv --bills {}/bills.csv | --product must name one product
            pack diff weihai-2020 {}/weihai-2020 --members {}/none.csv --bills {}/bills.csv   | none.csv
            pack diff weihai-2020                                                             | Bad usage
            """)
    void refusals(String line, String message) {
        Answer answer = desk.run(line);
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains(message), answer.err());
        assertEquals("", answer.out());
    }
}
