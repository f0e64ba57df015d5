package fangpin.office.supervision;

import static fangpin.office.supervision.WatchedCounty.ITEM;
import static fangpin.office.supervision.WatchedCounty.PACK;
import static fangpin.office.supervision.WatchedCounty.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board: what is invested, allocated, spent and used, from any side the same; and that it agrees with papers and ledger. */
class FundBoardTest {
    private final RunningOffice office = RunningOffice.get();
    private final FundBoard board = office.part(FundBoard.class);
    private final FundIntegrity integrity = office.part(FundIntegrity.class);

    private static BoardChoice at(String place) {
        return new BoardChoice(place, YEAR, "", "", "");
    }

    private BoardLine sum(Actor actor, BoardChoice choice, BoardChoice.By by) {
        return board.lines(actor, choice, by).stream().reduce(BoardLine.none(), BoardLine::plus);
    }

    private WatchedCounty story(String code) {
        WatchedCounty here = new WatchedCounty(office, code);
        BudgetLine programme = here.programme(here.given(100_000), 60_000);
        here.paid(programme, "一季度", List.of(here.row(here.person(true), here.card(), 20_000)));
        here.approved(programme, "二季度", false, List.of(here.row(here.person(true), here.card(), 15_000)));
        return here;
    }

    @Test
    void theSameMoneyFromEverySideAndDownToThePayment() {
        WatchedCounty here = story("371031");
        String place = here.county.path;
        for (BoardChoice.By by : BoardChoice.By.values()) {
            BoardLine sum = sum(here.finance, at(place), by);
            assertEquals(
                    List.of(100_000L, 60_000L, 35_000L, 20_000L, 65_000L),
                    List.of(sum.investedFen(), sum.allocatedFen(), sum.spentFen(), sum.paidFen(), sum.freeFen()),
                    by::word);
        }
        List<BoardLine> uses = board.lines(here.finance, at(place), BoardChoice.By.USE);
        assertEquals(
                List.of("", "programme/" + PACK + "/" + ITEM),
                uses.stream().map(BoardLine::key).toList());
        BoardChoice programme =
                at(place).within(BoardChoice.By.USE, uses.getLast().key());
        assertEquals(60_000, sum(here.finance, programme, BoardChoice.By.ORIGIN).investedFen());
        BudgetLine line = board.budgetLines(here.finance, programme, 0, 10).getFirst();
        assertEquals(20_000, line.paidFen());
        assertEquals(
                "威财-371031-1",
                here.lines().way(here.finance, line.id()).getLast().number());
        String town = place + "371031101/";
        assertEquals(
                List.of(town),
                board.usedBelow(here.finance, at(place)).stream()
                        .map(BoardLine::key)
                        .toList());
        List<BoardLine> villages = board.usedBelow(here.finance, at(town));
        assertEquals(here.county.upperVillage, villages.getFirst().key());
        assertEquals(20_000, villages.getFirst().paidFen());
        List<FundBoard.Paid> payments = board.payments(here.finance, at(here.county.upperVillage), 0, 10);
        assertEquals(
                List.of("paid 20000", "approved 15000"),
                payments.stream()
                        .map(one -> one.state() + " " + one.amountFen())
                        .toList());
        assertTrue(payments.getFirst().personId() > 0 && payments.getFirst().entryId() > 0);
    }

    /** The city sees each county; another county sees nothing of it. */
    @Test
    void aDivisionSeesItselfAndWhatIsBelow() {
        WatchedCounty here = story("371032");
        BoardLine county = board.lines(here.city, at("370000/371000/"), BoardChoice.By.DIVISION).stream()
                .filter(line -> line.key().equals(here.county.path))
                .findFirst()
                .orElseThrow();
        assertEquals(100_000, county.investedFen());
        Actor other = new Actor(0, "别县", Set.of(), new Scope("370000/371000/371099/"), "");
        assertEquals(List.of(), board.lines(other, at(here.county.path), BoardChoice.By.DIVISION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /fund-board                                                      | 200 | 1,000.00
            /fund-board?year=2020&by=item                                    | 200 | 600.00
            /fund-board?by=use                                               | 200 | 350.00
            /fund-board?by=origin&origin=city                                | 200 | 200.00
            /fund-board?place=370000/&item=%27--&use=project/x&year=1&by=x   | 200 | 1,000.00
            /fund-board/lines                                                | 200 | 威扶贫组办字〔2020〕371033-1
            /fund-board/payments                                             | 200 | 一季度
            /fund-board/export?by=item                                       | 200 | PK
            """)
    void pagesShowIt(String address, int status, String shown) {
        if (sum(new WatchedCounty(office, "371033").finance, at("370000/371000/371033/"), BoardChoice.By.YEAR)
                        .lines()
                == 0) {
            story("371033");
        }
        var answer = Browser.signedIn(office, "watch-371033").get(address);
        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains(shown), answer::body);
    }

    @Test
    void everyPartAgreesAndWhatIsTamperedWithIsFound() throws SQLException {
        WatchedCounty here = story("371034");
        assertEquals(List.of(), integrity.faults(here.finance));
        assertEquals(List.of(), integrity.faults(here.city));
        String line =
                "(select line_id from appropriation.request where path = '%s' limit 1)".formatted(here.county.path);
        String paid =
                "(select payment.id from appropriation.payment join appropriation.request on request.id = request_id"
                        + " where request.path = '%s' and payment.state = 'paid')".formatted(here.county.path);
        assertEquals(
                List.of("line-total"),
                found("update supervision.paid_total set paid_fen = paid_fen + 1 where line_id = " + line));
        assertEquals(
                List.of("division", "document", "line"),
                found(
                        "update fund.balance set balance_fen = balance_fen + 1 where account_id = (select account_id from appropriation.line"
                                + " where id = " + line + ")"));
        assertEquals(
                List.of("line-reserved"),
                found(
                        "update fund.balance set reserved_fen = reserved_fen + 1 where account_id = (select account_id from"
                                + " appropriation.line where id = " + line + ")"));
        assertEquals(
                List.of("line-paid", "payment", "person"),
                found("update appropriation.payment set amount_fen = amount_fen + 1 where id = " + paid));
        assertEquals(
                List.of("entry", "line-paid", "line-reserved", "payment", "person"),
                found("update appropriation.payment set state = 'sent', entry_id = null where id = " + paid));
        assertEquals(
                List.of("division", "document", "document-items"),
                found("update appropriation.document set amount_fen = amount_fen + 1 where number = '威财-371034-1'"));
        assertEquals(
                List.of("division", "division", "line", "line"),
                found(
                        "update appropriation.move set amount_fen = amount_fen + 1 where kind = 'allocation' and to_path = '"
                                + here.county.path + "'"));
    }

    /** The kinds of faults of the whole city after a change by the owner, which is then taken back. */
    private List<String> found(String change) throws SQLException {
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertTrue(statement.executeUpdate(change) > 0, change);
            List<String> kinds = new ArrayList<>();
            try (var rows =
                    statement.executeQuery("select kind from supervision.faults('370000/371000/') order by kind")) {
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
            }
            owner.rollback();
            return kinds;
        }
    }
}
