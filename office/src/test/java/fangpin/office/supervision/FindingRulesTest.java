package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.supervision.WatchedCounty.ISSUED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.Clearings;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundMove;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundRules;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the rules on projects, words, matching and waiting find in which situation: evidence, owner, deadline, and what they leave alone. */
class FindingRulesTest {
    private static final LocalDate DAY = ISSUED.plusDays(8);

    private final RunningOffice office = RunningOffice.get();

    /** The findings there are now, a row each: rule | amount | evidence | who puts it right | by when | clause. */
    private List<String> found(WatchedCounty here, LocalDate day) {
        done(office.part(FindingRuns.class).run(here.finance, day));
        TreeSet<String> rows = new TreeSet<>();
        office.part(Findings.class)
                .list(here.finance, new Findings.Query(here.county.path, null, null, null, null, false, 0, 1000))
                .forEach(one -> rows.add(String.join(
                        " | ",
                        one.rule().word(),
                        Fen.yuan(one.amountFen()),
                        String.join(" ", one.arguments()).strip(),
                        Finding.word(one.department()),
                        Objects.toString(one.dueOn(), "-"),
                        one.clause())));
        return List.copyOf(rows);
    }

    @Test
    void aProjectWithMoneyMustStandInThePoolHaveGoalsAndKeepToItsBudget() {
        WatchedCounty here = new WatchedCounty(office, "371011");
        WatchedProject project = new WatchedProject(office, here, "371011", false);
        assertEquals(List.of(), found(here, DAY), "a plan without money is nobody's business");
        BudgetLine line = here.given(WatchedProject.ITEM, 50_000);
        project.exception();
        here.project(line, project.id, "土建工程款", 20_000);
        assertEquals(
                List.of(
                        "no-goals | 200.00 | 冷藏保鲜库 decided | poverty-office | 2020-05-13 | WH6 §3.2",
                        "not-in-pool | 200.00 | 冷藏保鲜库 decided | poverty-office | 2020-05-13 | WH6 §3.2"),
                found(here, DAY));
        here.project(line, project.id, "土建工程余款", 10_000);
        assertEquals(2, found(here, DAY).size(), "all of the budget is not more than the budget");
        here.project(line, project.id, "追加工程款", 1);
        assertEquals(
                List.of(
                        "no-goals | 300.01 | 冷藏保鲜库 decided | poverty-office | 2020-05-13 | WH6 §3.2",
                        "not-in-pool | 300.01 | 冷藏保鲜库 decided | poverty-office | 2020-05-13 | WH6 §3.2",
                        "over-budget | 300.01 | 冷藏保鲜库 300.00 | poverty-office | 2020-05-14 | WH6 §3.3"),
                found(here, DAY.plusDays(1)));
    }

    @Test
    void aPlannedProjectWaitsForMoneyAndMoneyForProjectsOnlyWhereNoneMayHaveIt() {
        WatchedCounty here = new WatchedCounty(office, "371012");
        BudgetLine industry = here.given(WatchedProject.ITEM, 30_000);
        here.given("filial-support", 7_000);
        here.given("municipal-insurance", 8_000);
        here.given("microcredit", 9_000);
        LocalDate last = ISSUED.plusDays(14);
        assertEquals(List.of(), found(here, last));
        assertEquals(
                List.of("money-waits | 300.00 | 威扶贫组办字〔2020〕371012-1 | poverty-office | - | WH6 §3.3"),
                found(here, last.plusDays(1)),
                "money of programmes and of premiums waits for no project");
        WatchedProject project = new WatchedProject(office, here, "371012", true);
        project.planned();
        assertEquals(
                List.of("project-waits | 300.00 | 冷藏保鲜库 300.00 | finance | - | WH6 §3.3"),
                found(here, last.plusDays(1)),
                "where a project may have it, the money does not wait: the project does");
        here.project(industry, project.id, "土建工程款", 30_000);
        assertEquals(List.of(), found(here, last.plusDays(1)));
    }

    @Test
    void aWordThatWasClearedIsANoteWithTheReason() {
        WatchedCounty here = new WatchedCounty(office, "371013");
        BudgetLine line = here.given("home-repair", 50_000);
        FundMoves moves = office.part(FundMoves.class);
        long id = done(moves.propose(
                here.county.clerk,
                FundMoves.Wanted.toProgramme(line.id(), "", "home-repair", "修缮宣传栏旁的危房", new Fen(50_000)),
                ISSUED.plusDays(2)));
        assertEquals(List.of(), found(here, DAY), "a word that nobody cleared holds the money up by itself");
        FundMove move = moves.find(here.finance, id).orElseThrow();
        Clearings clearings = office.part(Clearings.class);
        for (FundRules.Suspicion word :
                clearings.open(here.county.second, FundMoves.expense(move, WatchedCounty.PACK))) {
            done(clearings.clear(
                    here.county.second,
                    FundMoves.expense(move, WatchedCounty.PACK),
                    word.list(),
                    word.word(),
                    "说的是房屋位置",
                    DAY));
        }
        done(moves.carryOut(here.finance, id, DAY));
        assertEquals(List.of("word-cleared | 500.00 | 宣传栏 说的是房屋位置 | poverty-office | - | WH6 §3.2"), found(here, DAY));
    }

    @Test
    void matchingMoneyHasThirtyDaysToo() throws SQLException {
        WatchedCounty here = new WatchedCounty(office, "371014");
        here.programme(here.given(10_000), 10_000);
        owes(here, 20_000);
        assertEquals(List.of(), matching(here, 30));
        assertEquals(
                List.of("matching-missing | 200.00 | 200.00 0.00 | finance | 2020-06-05 | WH6 §2.2"),
                matching(here, 31));
        putUp(here, "配-1", 5_000);
        assertEquals(
                List.of("matching-missing | 150.00 | 200.00 50.00 | finance | 2020-06-05 | WH6 §2.2"),
                matching(here, 31));
        putUp(here, "配-2", 15_000);
        assertEquals(List.of(), matching(here, 31));
    }

    private List<String> matching(WatchedCounty here, int days) {
        return found(here, ISSUED.plusDays(days)).stream()
                .filter(row -> row.startsWith("matching"))
                .toList();
    }

    /** As an allocation by the scheme leaves it: what the county is to put up beside its industry money. */
    private void owes(WatchedCounty here, long fen) throws SQLException {
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                PreparedStatement insert = owner.prepareStatement("""
                        insert into appropriation.matching_due (allocation_id, item, path, pack, year, amount_fen, due_from)
                        select max(allocation_id), 'matching-industry', ?, ?, 2020, ?, ? from appropriation.document where path = ?
                        """)) {
            insert.setString(1, here.county.path);
            insert.setString(2, WatchedCounty.PACK);
            insert.setLong(3, fen);
            insert.setObject(4, ISSUED);
            insert.setString(5, here.county.path);
            assertEquals(1, insert.executeUpdate());
        }
    }

    private void putUp(WatchedCounty here, String number, long fen) {
        FundDocuments documents = office.part(FundDocuments.class);
        long id = done(documents.enter(
                here.finance,
                new FundDocuments.Told(
                        here.county.path,
                        WatchedCounty.PACK,
                        WatchedCounty.YEAR,
                        FundOrigin.DISTRICT,
                        "区级配套资金",
                        number + here.county.path,
                        "2130599",
                        ISSUED,
                        new Fen(fen),
                        List.of(new FundDocument.Item("matching-industry", fen))),
                ISSUED.plusDays(5)));
        done(documents.confirm(here.finance2, id, ISSUED.plusDays(5)));
    }
}
