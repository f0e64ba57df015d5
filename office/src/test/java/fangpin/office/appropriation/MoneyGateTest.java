package fangpin.office.appropriation;

import static fangpin.office.appropriation.FundedCity.TODAY;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.project.Projects;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Not in the pool, no money; in principle an exception may be decided, and then money is given and paid (WH6 §3.2). */
class MoneyGateTest {
    private static final String ITEM = "non-key-village-industry";

    private final RunningOffice office = RunningOffice.get();

    private int version(FundedCity here, long project) {
        return office.part(Projects.class)
                .find(here.county.clerk, project)
                .orElseThrow()
                .project()
                .version();
    }

    private long submitted(FundedCity here) {
        String village = here.county.upperVillage;
        Actor helper = new Actor(
                here.county
                        .account("gate-helper", "371028", Role.VILLAGE_HELPER)
                        .userId(),
                "帮扶人",
                Set.of(Role.VILLAGE_HELPER),
                new Scope(village),
                "");
        ProjectPlan plan = new ProjectPlan(
                village,
                FundedCity.YEAR,
                "冷藏保鲜库",
                InsuredCounty.PACK,
                ITEM,
                "新建冷藏保鲜库一座",
                "村集体所有，收益分配到户",
                "村民委员会",
                "丛主任",
                TODAY,
                LocalDate.of(2020, 12, 31),
                false,
                23,
                41,
                TODAY.minusDays(9),
                List.of(new fangpin.office.project.BudgetLine(
                        fangpin.office.project.BudgetLine.Level.CITY, "市级专项资金", "土建工程", 30_000)));
        ProjectPlans plans = office.part(ProjectPlans.class);
        long id = done(plans.draft(helper, plan, TODAY));
        done(plans.submit(helper, id, version(here, id), TODAY));
        return id;
    }

    @Test
    void aProjectOutsideThePoolGetsMoneyOnlyByADecidedException() {
        FundedCity here = new FundedCity(office, "371028");
        long project = submitted(here);
        BudgetLine line = here.allocated(ITEM, 30_000);
        FundMoves.Wanted wanted = FundMoves.Wanted.toProject(line.id(), "", project, "土建工程款", new Fen(30_000));
        refused(ProjectRefusal.GATE_IN_PRINCIPLE, here.moves.propose(here.county.clerk, wanted, TODAY));
        PoolEntries entries = office.part(PoolEntries.class);
        long asked = done(entries.ask(here.county.clerk, project, "pool-before-money", "季节不等人", TODAY));
        refused(ProjectRefusal.GATE_IN_PRINCIPLE, here.moves.propose(here.county.clerk, wanted, TODAY));
        done(entries.decide(here.county.second, project, asked, true, "同意", TODAY.plusDays(20), TODAY));
        long move = done(here.moves.propose(here.county.clerk, wanted, TODAY));
        FundMove given = done(here.moves.carryOut(here.finance, move, TODAY));
        BudgetLine paying = here.line(Objects.requireNonNull(given.toLine()));
        assertEquals(project, paying.projectId());
        done(here.requests.raise(
                here.county.clerk,
                new PaymentRequests.Told(paying.id(), "", "土建工程款", false),
                new PaymentRequests.Payee("某公司", "农商行", "6222020000000000008", new Fen(30_000)),
                TODAY));
    }

    @Test
    void aProjectOfAnotherPlaceGetsNothing() {
        FundedCity here = new FundedCity(office, "371029");
        BudgetLine line = here.allocated(ITEM, 100);
        refused(
                AppropriationRefusal.PROJECT_ELSEWHERE,
                here.moves.propose(
                        here.county.clerk,
                        FundMoves.Wanted.toProject(line.id(), "", Long.MAX_VALUE, "工程款", new Fen(100)),
                        TODAY));
    }
}
