package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Special funds: the documents' tables come out of the ledger to the last figure, and money goes from a line to a payee by two offices. */
class FundsTest {
    private static final String CELLS = """
            [...document.querySelectorAll('section.letter table tbody tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()).join('|')).join('\\n')
            """;

    private final Office office = Office.get();

    /** The rows of a document's table below a heading, cells without blanks; heads and rulers left out. */
    private static List<String> printed(String document, String heading, int skipped) {
        try (InputStream stream =
                Objects.requireNonNull(FundsTest.class.getResourceAsStream("/packs/weihai-2020/" + document))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(heading))
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .skip(skipped)
                    .map(line -> line.substring(1, line.lastIndexOf('|')).replaceAll("\\s", ""))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> shown(Clerk clerk) {
        return ((String) clerk.ask(CELLS))
                .lines()
                .map(line -> line.replaceAll("\\s", ""))
                .toList();
    }

    /** Its figures, whatever the order of the columns. */
    private static List<String> figures(String row) {
        return Arrays.stream(row.split("\\|", -1))
                .skip(2)
                .filter(cell -> cell.matches("[0-9.]+"))
                .sorted()
                .toList();
    }

    @Test
    void theTablesOfWeihaiComeOutOfTheLedger() {
        try (Clerk city = office.signIn("city")) {
            city.go("/fund-papers/sources?year=2020");
            city.sees("省以上专项扶贫资金2330万元");
            city.sees("市级专项扶贫资金7200万元");
            assertEquals(
                    printed("WHT.md", "## WHT table", 3).stream()
                            .map(FundsTest::figures)
                            .toList(),
                    shown(city).stream().map(FundsTest::figures).toList());
            city.picture("fund-sources");
            city.go("/fund-allocations?year=2020");
            city.follow("2020年省级提前下达和市级财政专项扶贫资金");
            city.sees("88.94%");
            city.picture("fund-allocation");
            city.follow("文件、公示与导出");
            assertEquals(
                    printed("WH6.md", "## WH6 annex", 3).stream().sorted().toList(),
                    shown(city).stream().sorted().toList());
            city.save("下载 PDF");
            city.save("下载 Word");
            city.heardNoComplaint();
        }
    }

    @Test
    void theStatementOfLichengIsTheDocuments() {
        try (Clerk licheng = office.signIn("licheng")) {
            licheng.go("/fund-papers/uses?pack=licheng-2020&year=2020");
            licheng.sees("1214.25万元");
            licheng.sees("1174.32万元");
            licheng.sees("全部一致");
            licheng.picture("fund-uses");
            licheng.heardNoComplaint();
        }
    }

    @Test
    void aListSortsByItsHeadersAndItsAddressKeepsTheOrder() {
        try (Clerk licheng = office.signIn("licheng")) {
            licheng.go("/fund-lines?year=2020");
            licheng.sortBy("收到（元）");
            licheng.sortBy("收到（元）");
            assertEquals("9,410,000.00", licheng.column(6).getFirst());
            List<String> sorted = licheng.column(6);
            licheng.reload();
            assertEquals(sorted, licheng.column(6));
            licheng.heardNoComplaint();
        }
    }

    @Test
    void moneyGoesFromALineToAPayeeByTwoOffices() {
        String move;
        try (Clerk county = office.signIn("county")) {
            county.go("/fund-lines?year=2020&item=home-repair");
            county.follow("靓居工程");
            county.choose("programme", "靓居工程");
            county.fill("amount", "50000");
            county.fill("purpose", "房屋修缮补助");
            county.press("提出拨付意见");
            county.awaits(".*/fund-moves/[0-9]+$");
            move = county.where();
            assertFalse(county.offers("办理拨付"), "the poverty office does not pay");
        }
        try (Clerk finance = office.signIn("finance")) {
            finance.go(move);
            finance.press("办理拨付");
            finance.sees("已办理");
            finance.picture("fund-move");
            finance.heardNoComplaint();
        }
        String request;
        try (Clerk county = office.signIn("county")) {
            county.go("/fund-lines?year=2020&item=home-repair");
            county.open("靓居工程靓居工程");
            county.follow("申请用款");
            county.fill("name", "荣成演示工程队");
            county.fill("account", "9000000000000000016");
            county.fill("amount", "50000");
            county.fill("purpose", "房屋修缮补助");
            county.press("申请");
            county.awaits(".*/fund-requests/[0-9]+$");
            request = county.where();
        }
        try (Clerk finance = office.signIn("finance")) {
            finance.go(request);
            finance.press("批准");
            finance.press("送银行");
            String number = "ZX" + request.substring(request.lastIndexOf('/') + 1) + "-1";
            finance.attach("file", "回盘.csv", "付款单号,金额,结果,流水号\n" + number + ",50000.00,成功,B1\n");
            finance.press("导入回盘");
            finance.sees("已办结");
            finance.picture("fund-request");
            finance.heardNoComplaint();
        }
    }
}
