package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.supervision.WatchedCounty.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.appropriation.BudgetLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bank statements beside the books: what matches by itself, what a person says, and that two persons close a month and a year. */
class BankStatementsTest {
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);

    private final RunningOffice office = RunningOffice.get();
    private final BankStatements statements = office.part(BankStatements.class);
    private final FundYears years = office.part(FundYears.class);

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(Files.createTempFile(folder, "bank", ".csv"), List.of(lines));
    }

    private static String seen(BankRow row) {
        BankRow.Match match = row.match();
        return row.amountFen() + " " + (match == null ? "-" : match.kind() + " " + match.how());
    }

    @Test
    void rowsFindTheirReceiptsAndPayments() throws IOException {
        WatchedCounty here = new WatchedCounty(office, "371051");
        BudgetLine line = here.given(100_000);
        here.arrived(line, 60_000, "R-371051");
        here.arrived(line, 40_000, "R-371051-2");
        BudgetLine programme = here.programme(line, 90_000);
        long one = here.paid(programme, "一季度", List.of(here.row(here.person(true), here.card(), 20_000)));
        long many = here.paid(
                programme,
                "二季度",
                List.of(
                        here.row(here.person(true), here.card(), 7_000),
                        here.row(here.person(true), here.card(), 8_000)));
        long payment = office.part(FundBoard.class)
                .payments(here.finance, new BoardChoice(here.county.path, null, "", "", ""), 0, 1)
                .getFirst()
                .id();
        BankStatements.Taken taken = done(statements.take(
                here.finance,
                "四月五月.csv",
                file(
                        "交易日期,贷方发生额,借方发生额,流水号,对方户名,摘要",
                        "2020-04-21,600.00,,R-371051,威海市财政局,拨款",
                        "2020/4/21 09:30,\"400.00\",,不同的号,威海市财政局,拨款",
                        "20200510,,200.00,B" + payment + ",王某,养老",
                        "2020年5月10日,,150.00,X9,代发,批量 ZX" + many,
                        "2020-05-12,,3.50,X10,银行,手续费 6222020000000000008"),
                TODAY.plusDays(9)));
        assertEquals(new BankStatements.Taken(5, 0, 4), taken);
        assertEquals(
                List.of("60000 RECEIPT REFERENCE", "40000 RECEIPT AMOUNT"),
                statements.rows(here.finance, APRIL).stream()
                        .map(BankStatementsTest::seen)
                        .toList());
        List<BankRow> may = statements.rows(here.finance, MAY);
        assertEquals(
                List.of("-350 -", "-20000 PAYMENT REFERENCE", "-15000 REQUEST REFERENCE"),
                may.stream().map(BankStatementsTest::seen).toList());
        assertEquals("手续费 622**************08", may.getFirst().words());
        assertEquals("王*", may.get(1).otherSide());
        assertTrue(one > 0);
        assertEquals(List.of(), statements.ours(here.finance, MAY));
        refused(
                SupervisionRefusal.KNOWN_STATEMENT,
                statements.take(
                        here.finance,
                        "再来.csv",
                        file("交易日期,收入,支出,流水号,对方户名,摘要", "2020-04-21,600,,R-371051,威海市财政局,拨款"),
                        TODAY));
        long fee = may.getFirst().id();
        refused(SupervisionRefusal.ROWS_OPEN, statements.askClose(here.finance, MAY, "已对清", TODAY));
        refused(
                SupervisionRefusal.NOT_FOUND,
                statements.matchByHand(here.finance, fee, BankRow.Kind.PAYMENT, payment, "就是它", TODAY));
        refused(
                SupervisionRefusal.WORDS_MISSING,
                statements.matchByHand(here.finance, fee, BankRow.Kind.OTHER, 0, " ", TODAY));
        refused(
                SupervisionRefusal.NO_RIGHT,
                statements.matchByHand(here.county.clerk, fee, BankRow.Kind.OTHER, 0, "手续费", TODAY));
        done(statements.unmatch(here.finance, may.get(1).id()));
        assertEquals(1, statements.ours(here.finance, MAY).size());
        refused(
                SupervisionRefusal.OTHER_AMOUNT,
                statements.matchByHand(here.finance, fee, BankRow.Kind.PAYMENT, payment, "就是它", TODAY));
        done(statements.matchByHand(here.finance, may.get(1).id(), BankRow.Kind.PAYMENT, payment, "回单一致", TODAY));
        done(statements.matchByHand(here.finance, fee, BankRow.Kind.OTHER, 0, "手续费", TODAY));
        done(statements.askClose(here.finance, MAY, "已对清", TODAY));
        refused(AccessRefusal.SAME_PERSON, statements.close(here.finance, MAY, TODAY));
        done(statements.close(here.finance2, MAY, TODAY));
        refused(SupervisionRefusal.MONTH_CLOSED, statements.unmatch(here.finance, fee));
        refused(
                SupervisionRefusal.MONTH_CLOSED,
                statements.take(here.finance, "补.csv", file("日期,金额", "2020-05-20,1"), TODAY));
        Browser browser = Browser.signedIn(office, "watch-371051");
        assertTrue(browser.get("/bank-statements").body().contains("已关账"));
        String page = browser.get("/bank-statements/2020-05").body();
        assertTrue(page.contains("回单一致") && page.contains("手续费"), page);
        assertEquals(404, browser.get("/bank-statements/2020-13").statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            日期,收入,支出         | 2020-04-01,1.00,           | 100
            日期,收入,支出         | 2020-04-01,,1.00           | -100
            记账日期,金额,借贷标志 | 2020.4.1,1.00,借           | -100
            记账日期,金额,借贷标志 | 2020.4.1,1.00,贷           | 100
            Date,Amount            | 2020-04-01,-1              | -100
            日期,支出(元)          | 2020-04-01,2               | -200
            日期,收入              | 2020-02-30,1               | BAD_ROW
            日期,收入              | 2020-04-01,一元            | BAD_ROW
            日期,收入              | 2020-04-01,0               | BAD_ROW
            收入,支出              | 1,                         | UNREADABLE
            日期,摘要              | 2020-04-01,x               | UNREADABLE
            """)
    void theLayoutsOfBanksAreUnderstood(String header, String line, String meant) throws IOException {
        WatchedCounty here = new WatchedCounty(office, "371052");
        String unlike = header.contains("收入") || header.contains("支出") ? header : header + ",摘要";
        String words = line + "," + Objects.hash(header, line);
        var answer = statements.take(
                here.finance,
                "x.csv",
                file(unlike.equals(header) ? header : unlike, unlike.equals(header) ? line : words),
                TODAY);
        if (meant.matches("-?[0-9]+")) {
            done(answer);
            assertTrue(statements.rows(here.finance, APRIL).stream()
                    .anyMatch(row -> row.amountFen() == Long.parseLong(meant)));
        } else {
            refused(SupervisionRefusal.valueOf(meant), answer);
        }
    }

    @Test
    void twoPersonsCloseAYearAndWhatIsLeftIsMarkedOnItsLine() {
        WatchedCounty here = new WatchedCounty(office, "371053");
        BudgetLine line = here.given(100_000);
        BudgetLine programme = here.programme(line, 30_000);
        here.approved(programme, "二季度", false, List.of(here.row(here.person(true), here.card(), 10_000)));
        LocalDate end = LocalDate.of(2020, 12, 31);
        List<String> open = years.open(here.finance, 2020).stream()
                .map(one -> one.kind() + " " + one.count() + " " + one.amountFen())
                .toList();
        assertTrue(
                open.containsAll(List.of(
                        "free 2 90000",
                        "reserved 1 10000",
                        "request-approved 1 10000",
                        "not-arrived 1 100000",
                        "month 12 0")),
                open::toString);
        refused(SupervisionRefusal.NO_YEAR, years.ask(here.finance, 2019, "没有", end));
        refused(SupervisionRefusal.NOT_FOUND, years.close(here.finance2, 2020, end));
        done(years.ask(here.finance, 2020, "结余结转", end));
        refused(AccessRefusal.SAME_PERSON, years.close(here.finance, 2020, end));
        done(years.close(here.finance2, 2020, end));
        refused(SupervisionRefusal.CHANGED_MEANWHILE, years.close(here.finance2, 2020, end));
        assertEquals(
                List.of(line.id() + " 70000 0", programme.id() + " 20000 10000"),
                years.carryOvers(here.finance, 2020, 10).stream()
                        .map(one -> one.line() + " " + one.freeFen() + " " + one.reservedFen())
                        .toList());
        String page = Browser.signedIn(office, "watch-371053")
                .get("/bank-statements/years/2020")
                .body();
        assertTrue(page.contains("700.00") && page.contains("结余结转"), page);
    }
}
