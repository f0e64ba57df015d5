package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code explain} says of one row what the run over the whole file did with it, though it looks at few of the others. */
class ExplainVerbTest {
    private static final String EXPLAIN =
            "explain --pack weihai-2020 --product supplementary-medical --members {}/members.csv --bills {}/bills.csv";

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    /** Rows that bear on each other: ids that occur twice, with persons who are not the ones asked about. */
    @BeforeEach
    void files() {
        desk = new Desk(folder).write("members.csv", Desk.MEMBERS + """

                        P1,policy-beneficiary,2019-06-01,
                        Q,policy-beneficiary,2019-06-01,
                        poor,poor,2019-06-01,
                        """).write("bills.csv", Desk.BILLS + """

                        B1,Q,2020-02-01,2020-02-09,10000.00,9000.00,100.00,0,0,0
                        B1,P1,2020-02-01,2020-02-08,90000.00,90000.00,100.00,0,0,0
                        B2,nobody,2020-02-01,2020-02-10,1000.00,900.00,100.00,0,0,0
                        B2,P1,2020-02-01,2020-02-10,1000.00,900.00,899.00,0,0,0
                        B3,poor,2020-02-01,2020-02-10,1000.00,900.00,100.00,0,0,0
                        B3,P1,2020-02-01,2020-02-10,1000.00,900.00,100.00,0,0,0
                        B4,Q,2020-02-01,2020-02-10,1000.00,900.00,1e3,0,0,0
                        B4,P1,2020-02-01,2020-02-10,1000.00,800.00,100.00,0,0,0
                        B5,Q,2020-02-01
                        B5,P1,2020-02-01,2020-02-11,1000.00,900.00,100.00,0,0,0
                        B6,p1,2020-02-01,2020-02-11,1000.00,900.00,100.00,0,0,0
                        B7,P1,2020-02-01,2020-02-12,5000.00,4000.00,100.00,0,0,0
                        B7,P1,2020-02-01,2020-02-12,6000.00,5000.00,100.00,0,0,0
                        """);
    }

    @Test
    void oneRowAsTheWholeFile() {
        assertEquals(2, desk.run(Desk.SETTLE).status());
        Map<String, String> whole = new TreeMap<>();
        Map<String, Boolean> rejected = new TreeMap<>();
        desk.read("explain.jsonl")
                .lines()
                .forEach(line -> add(whole, Explained.lines(line).getFirst().caseId(), line));
        desk.rows("rejects.csv").forEach(row -> {
            add(whole, row.get(1), row.get(0) + " " + row.get(2) + " " + row.get(3) + " " + row.get(4));
            rejected.put(row.get(1), true);
        });
        assertEquals(7, whole.size());
        whole.forEach((id, expected) -> {
            Answer answer = desk.run(EXPLAIN + " --as json --bill " + id);
            assertEquals("", answer.err());
            assertEquals(rejected.containsKey(id) ? 2 : 0, answer.status(), answer::toString);
            List<String> got = new ArrayList<>();
            answer.out().lines().forEach(line -> got.add(line.contains("\"rejected\":") ? reject(line) : line));
            assertEquals(expected, String.join("\n", got));
        });
    }

    private static void add(Map<String, String> whole, String id, String line) {
        whole.merge(id, line, (before, more) -> before + "\n" + more);
    }

    private static String reject(String line) {
        return line.replaceFirst(
                ".*\"row\":(\\d+),.*\"rejected\":\"([^\"]*)\",\"column\":\"([^\"]*)\",\"value\":\"([^\"]*)\".*",
                "$1 $2 $3 $4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --bill B7 --as person            | 2 | 元           | 医疗商业补充保险
            --bill B7 --as person --lang en  | 2 | yuan         | B7
            --bill B7                        | 2 | WH3 §3.1 ①  | 第 14 行未被接受（duplicate-bill）
            --bill B4 --as clerk --lang EN   | 2 | WH3 §3.1 ①  | Row 8 was not accepted (bad-amount)
            --bill B6 --as person            | 2 | p1           | 只差字母大小写
            --bill B5 --as JSON              | 2 | "paid":      | "rejected":"bad-row"
            """)
    void forWhomAndInWhichLanguage(String options, int status, String words, String more) {
        Answer answer = desk.run(EXPLAIN + " " + options);
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.out().contains(words) && answer.out().contains(more), answer::out);
    }

    @Test
    void aClaim() {
        String explain =
                "explain --pack weihai-2020 --product accident --members {}/members.csv --claims {}/claims.csv";
        Answer answer = desk.run(explain + " --claim C1 --as json");
        assertEquals(0, answer.status(), answer::toString);
        assertEquals("40000.00", Explained.lines(answer.out()).getFirst().paid());
    }
}
