package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exit status, what is said with it, and what is left in the folder. */
class ExitStatusTest {
    private static final String DAYS_AND_AMOUNTS = "2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0";

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void aFolderWithResultsOfAnEarlierRun() {
        desk = new Desk(folder).write("out.csv", "earlier").write("rejects.csv", "earlier");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            frobnicate                                     | 参数有误 | 'frobnicate'
            --frobnicate                                   | 参数有误 | '--frobnicate'
            settle                                         | 参数有误 | '--pack=P', '--product=Q', '--members=M', '--out=O', '--rejects=R', '--bills=B'
            settle --pack weihai-2020 --product x          | 参数有误 | '--members=M', '--out=O', '--rejects=R', '--bills=B'
            SETTLE --colour red                            | 参数有误 | '--colour', 'red'. See fangpin settle --help
            SETTLE --out {}/other.csv                      | 参数有误 | '--out' (O) should be specified only once
            SETTLE --fill                                  | 参数有误 | '--fill' (F)
            SETTLE surplus                                 | 参数有误 | 'surplus'
            DECIDE --bills {}/bills.csv                    | 参数有误 | '--bills'
            claims                                         | 参数有误 | '--claims=C'
            explain --pack weihai-2020                     | 参数有误 | '--product=Q', '--members=M'
            EXPLAIN --bills {}/bills.csv                   | 参数有误 | --bill=ID
            EXPLAIN --bills b --bill B1 --claims c --claim C1 | 参数有误 | mutually exclusive
            EXPLAIN --bills b --bill B1 --lang fr          | 参数有误 | 'fr'
            EXPLAIN --bills b --bill B1 --as friend        | 参数有误 | 'friend'
            EXPLAIN --bills {}/bills.csv --bill b1         | 没有编号为“b1”的行 | has no row with the id "b1"
            EXPLAIN --claims {}/claims.csv --claim C1      | “supplementary-medical”结算的是住院账单，请改用 settle | settles hospital bills; use settle
            generate --bills many --persons 1 --seed 1 --dir {} | 参数有误 | 'many' is not a long
            generate --bills 5 --persons 0 --seed 1 --dir {}    | 人数不得小于 1 | persons 1 or more
            generate --bills 5 --persons 1 --seed 1 --dir {} --bad-rows 2 | 坏行比例在 0 到 1 之间 | from 0 to 1
            generate --bills 5 --persons 1 --seed 1 --dir {}/bills.csv    | 不能写入文件夹 | cannot be written
            pack                                           | 请写明做什么 | pack check, pack show or pack diff
            pack burn                                      | 参数有误 | 'burn'
            pack check a b                                 | 参数有误 | 'b'
            pack show                                      | 参数有误 | 'P'
            pack show nowhere-2020                         | 没有政策包“nowhere-2020” | shipped are: shandong-2020, weihai-2020
            """)
    void argumentsThatMakeNoSense(String line, String chinese, String english) {
        refusedWithoutATrace(
                line.replace("SETTLE", Desk.SETTLE)
                        .replace("DECIDE", Desk.DECIDE)
                        .replace(
                                "EXPLAIN",
                                "explain --pack weihai-2020 --product supplementary-medical"
                                        + " --members {}/members.csv"),
                chinese,
                english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            settle | nowhere-2020  | supplementary-medical | 没有政策包“nowhere-2020” | shipped are: shandong-2020, weihai-2020
            settle | {}            | supplementary-medical | policy.yaml | policy.yaml
            settle | {}/bills.csv  | supplementary-medical | 没有政策包 | no such folder
            settle | weihai-2020   | farm                  | 它有：supplementary-medical, accident | it has: supplementary-medical, accident
            settle | weihai-2020   | Accident              | 它有：supplementary-medical, accident | it has: supplementary-medical, accident
            settle | weihai-2020   | accident              | 结算的是意外案件，请改用 claims | settles accident claims; use claims
            claims | weihai-2020   | supplementary-medical | 结算的是住院账单，请改用 settle | settles hospital bills; use settle
            settle | shandong-2020 | supplementary-medical | 没有可结算的险种 | has no product that settles
            claims | shandong-2020 | accident              | 没有可结算的险种 | has no product that settles
            """)
    void packsAndProductsThatDoNotFit(String verb, String pack, String product, String chinese, String english) {
        String line = verb.equals("settle") ? Desk.SETTLE : Desk.DECIDE;
        refusedWithoutATrace(
                line.replace("weihai-2020", pack).replaceFirst("--product \\S+", "--product " + product),
                chinese,
                english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --bills {}/bills.csv     | --bills {}/nowhere.csv            | nowhere.csv：找不到这个文件 | nowhere.csv: no such file
            --members {}/members.csv | --members {}/nowhere.xlsx         | nowhere.xlsx：找不到这个文件 | nowhere.xlsx: no such file
            --bills {}/bills.csv     | --bills {}                        | 这是文件夹 | this is a folder
            --members {}/members.csv | --members {}                      | 这是文件夹 | this is a folder
            --bills {}/bills.csv     | --bills {}/bills.csv/inside       | bills.csv/inside | bills.csv/inside
            --bills {}/bills.csv     | --bills /dev/null                 | 这是管道或设备 | this is a pipe or a device
            --out {}/out.csv         | --out {}                          | 这是文件夹 | this is a folder
            --out {}/out.csv         | --out {}/nowhere/out.csv          | nowhere 不存在 | nowhere does not exist
            --out {}/out.csv         | --out /dev/null                   | 这是管道或设备 | this is a pipe or a device
            --out {}/out.csv         | --out {}/rejects.csv              | 用了同一个文件名 | would bear this name
            --explain {}/explain.jsonl | --explain {}/./out.csv          | 用了同一个文件名 | would bear this name
            --explain {}/explain.jsonl | --fill {}/nowhere.yaml          | nowhere.yaml | nowhere.yaml
            --explain {}/explain.jsonl | --fill {}/bills.csv             | bills.csv | bills.csv
            """)
    void filesThatAreNone(String words, String by, String chinese, String english) {
        refusedWithoutATrace(Desk.SETTLE.replace(words, by), chinese, english);
    }

    /** {@code HEAD} stands for the right header, {@code GOOD} for the dates and amounts of a good bill. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bills.csv   | ``                                           | 零字节 | zero bytes
            members.csv | ``                                           | 零字节 | zero bytes
            bills.csv   | \\n\\r\\n\\n                                 | 只有空行 | only empty lines
            bills.csv   | bill_id,person_id\\nB1,P1                    | 缺少列 admission_date（入院日期）, discharge_date（出院日期）, total_cost（总费用） | missing column admission_date
            bills.csv   | Bill_id,HEAD-bill_id                         | 缺少列 bill_id（账单号） | missing column bill_id
            bills.csv   | HEAD,bill_id\\n                              | 列名“bill_id”出现了两次 | names the column "bill_id" twice
            bills.csv   | HEAD,note,note\\n                            | 列名“note”出现了两次 | names the column "note" twice
            bills.csv   | HEAD,账单号\\n                               | 同一列写了两次 bill_id / 账单号 | two columns mean the same, bill_id / 账单号
            bills.csv   | HEAD,其他支付,other_paid\\n                  | 同一列写了两次 其他支付 / other_paid | two columns mean the same
            bills.csv   | HEAD-person_id,人员编号,身份证号\\n          | 同一列写了两次 人员编号 / 身份证号 | two columns mean the same
            bills.csv   | HEAD\\nB1,P1,GOOD\\n"B2,P1,GOOD              | 第 3 行有单元格以引号开头 | in row 3 a quotation mark opens a cell
            bills.csv   | "bill_id                                     | 引号 | quotation mark
            members.csv | person_id,category,from\\nP1,poor,2020-01-01 | 缺少列 to（终止日期） | missing column to
            members.csv | HEAD,终止日期\\n                             | 同一列写了两次 to / 终止日期 | two columns mean the same, to / 终止日期
            members.csv | HEAD\\nP1,"poor                              | 第 2 行 | in row 2
            members.csv | HEAD\\n\\n"P\\n1",poor,2020-01-01,\\nP2,poor,2020-01-01\\n | 人员名单第 4 行：读到 3 个单元格，表头有 4 列 | members, row 4: it has 3 cells, the header has 4
            members.csv | HEAD\\nP1,poor,2020-01-01,,\\n               | 第 2 行：读到 5 个单元格 | row 2: it has 5 cells
            members.csv | HEAD\\nP1,poor,2020-01-01,\\n,poor,2020-01-01,\\n | 第 3 行：“person_id”为空 | row 3: "person_id" is empty
            members.csv | HEAD\\nP1,"",2020-01-01,\\n                  | 第 2 行：“category”为空 | row 2: "category" is empty
            members.csv | HEAD\\nP1,poor,,2020-01-01\\n                | 第 2 行：“from”为空 | row 2: "from" is empty
            members.csv | HEAD\\nP1,poor,2020-02-30,\\n                | 第 2 行：“from”读到“2020-02-30” | row 2: "from" reads "2020-02-30"
            members.csv | HEAD\\nP1,poor,2020/02/03,\\n                | “from”读到“2020/02/03” | "from" reads "2020/02/03"
            members.csv | HEAD\\nP1,poor,2020-01-01, \\n               | “to”读到“ ” | "to" reads " "
            members.csv | HEAD\\nP1,poor,2020-01-01,0000-12-31\\n      | “to”读到“0000-12-31” | "to" reads "0000-12-31"
            members.csv | HEAD\\nP1,poor,2020-01-02,2020-01-01\\n      | 起始日期“2020-01-02”晚于终止日期“2020-01-01” | from "2020-01-02" is after to "2020-01-01"
            members.csv | HEAD\\nP1,poor,2020-13-01,\\nP2,poor,x,\\n   | 第 2 行：“from”读到“2020-13-01” | row 2: "from" reads "2020-13-01"
            """)
    void filesThatCannotBeSettled(String file, String content, String chinese, String english) {
        desk.write(file, text(file, content));
        refusedWithoutATrace(Desk.SETTLE, chinese, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HEAD                                          | 0 | 0 rows settled | 0 rows rejected
            HEAD\\r\\n\\r\\n                              | 0 | 0 rows settled | 0 rows rejected
            HEAD\\nB1,P1,GOOD\\nB2,P1,GOOD                | 0 | 2 rows settled | 0 rows rejected
            HEAD\\nB1,P1,GOOD\\nB2,P9,GOOD\\nB3,P1,GOOD\\n | 2 | 2 rows settled | 1 rows rejected
            HEAD\\nB1,P9,GOOD\\n"","",\\n                 | 2 | 0 rows settled | 2 rows rejected
            """)
    void filesThatAreSettled(String content, int status, String settled, String rejected) {
        desk.write("bills.csv", text("bills.csv", content));
        Answer answer = desk.run(Desk.SETTLE);
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("", answer.out());
        answer.oneClearLine("结算", settled);
        answer.oneClearLine("拒绝", rejected);
        assertEquals(
                Set.of("bills.csv", "claims.csv", "members.csv", "out.csv", "rejects.csv", "explain.jsonl"),
                desk.contents().keySet());
        assertTrue(
                desk.read("out.csv").startsWith("bill_id,person_id,supplementary_paid,self_paid,"),
                desk.read("out.csv"));
        assertTrue(desk.read("rejects.csv").startsWith("row,bill_id,reason,column,value,message\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "settle", "claims", "explain", "generate", "pack", "pack check", "pack show", "pack diff"})
    void helpIsNoRefusal(String verb) {
        Answer answer = desk.run(verb + " --help");
        assertEquals(0, answer.status());
        assertEquals("", answer.err());
        assertTrue(answer.out().startsWith("Usage: fangpin"), answer.out());
    }

    @Test
    void noVerbAtAllShowsTheVerbs() {
        Answer answer = desk.run("");
        assertEquals(1, answer.status());
        assertTrue(answer.err().contains("settle"), answer.err());
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path bills = desk.path("bills.csv");
        Files.setPosixFilePermissions(bills, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(bills), "this user may read everything");
        Answer answer = desk.run(Desk.SETTLE);
        Files.setPosixFilePermissions(bills, PosixFilePermissions.fromString("rw-------"));
        answer.refuses("没有读取权限", "no permission to read");
    }

    /** Names of an even number of characters are GB18030 as well, of quite other words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            members.csv | 人员编号,人员类别,起始日期,终止日期 | P1,王,2020-01-01,
            members.csv | 人员编号,人员类别,起始日期,终止日期 | 王,王
            bills.csv   | 人员编号,HEAD-person_id       | 王,B1,GOOD
            """)
    void aHeaderInOneEncodingAndRowsInAnother(String file, String header, String rows) {
        byte[] head = (text(file, header) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] row = text(file, rows).getBytes(Charset.forName("GB18030"));
        byte[] both = Arrays.copyOf(head, head.length + row.length);
        System.arraycopy(row, 0, both, head.length, row.length);
        desk.write(file, both);
        refusedWithoutATrace(Desk.SETTLE, file + "：缺少列", file + ": missing column");
    }

    private static String text(String file, String content) {
        String header = file.equals("members.csv") ? Desk.MEMBERS : Desk.BILLS;
        return content.replace("HEAD-bill_id", header.replace("bill_id,", ""))
                .replace("HEAD-person_id", header.replace("person_id,", ""))
                .replace("HEAD", header)
                .replace("GOOD", DAYS_AND_AMOUNTS)
                .replace("\\n", "\n")
                .replace("\\r", "\r");
    }

    /** The folder is byte for byte as it was, results of an earlier run and all, and no temporary file stands in it. */
    private void refusedWithoutATrace(String line, String chinese, String english) {
        var before = desk.contents();
        desk.run(line).refuses(chinese, english);
        assertEquals(before, desk.contents());
    }
}
