package fangpin.office.settlement;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.fund.Treasury.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Insurers;
import fangpin.office.fund.Owing;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two insurers in one county (WH3 §5.2): neither sees the illness or the money of whom the other insures, in any table. */
class InsurerWallTest {
    private static final List<String> TABLES = List.of(
            "settlement.bill",
            "settlement.decision",
            "settlement.reimbursement",
            "fund.account",
            "fund.balance",
            "fund.entry",
            "fund.posting",
            "fund.premium_payment",
            "fund.payment_order");

    private final RunningOffice office = RunningOffice.get();
    private final Reimbursements reimbursements = office.part(Reimbursements.class);

    private static Reimbursement.Paper paper(String number) {
        return new Reimbursement.Paper(
                "外地医院",
                number,
                LocalDate.of(2020, 5, 1),
                LocalDate.of(2020, 5, 10),
                Map.of(
                        "total_cost", 500_000L,
                        "eligible_cost", 500_000L,
                        "basic_paid", 300_000L,
                        "critical_illness_paid", 0L,
                        "hospital_waiver", 0L,
                        "medical_assistance_paid", 0L),
                "异地就医");
    }

    private static Reimbursement.Payee payee() {
        return new Reimbursement.Payee(true, "丛代领", "儿子", "农商行俚岛支行", "6222020200000000019");
    }

    @Test
    void anInsurerSeesWhatIsUnderItsOwnContractsAlone() {
        Treasury here = new Treasury(office, "371050", "supplementary-medical");
        here.premium(500_000);
        Actor rival = rival(here);
        String person = here.insured.idNumber();
        refused(SettlementRefusal.OTHER_INSURER, reimbursements.enter(rival, person, paper("W-1"), payee(), TODAY));
        long id = done(reimbursements.enter(here.maker, person, paper("W-1"), payee(), TODAY));
        assertTrue(reimbursements.find(rival, id).isEmpty());
        refused(SettlementRefusal.NOT_FOUND, reimbursements.approve(rival, id, 1, TODAY));
        done(reimbursements.approve(here.checker, id, 1, TODAY));
        PaymentOrders orders = office.part(PaymentOrders.class);
        Owing owing = orders.owing(here.maker).getFirst();
        done(orders.raise(
                here.maker,
                owing.accountId(),
                new Payee("丛代领", "农商行俚岛支行", "6222020200000000019", new Fen(owing.openFen())),
                TODAY));
        Map<String, Long> own = rows(here.maker);
        assertEquals(rows(here.county.clerk), own, "the county's only insurer that pays sees all of it");
        assertTrue(own.values().stream().allMatch(count -> count > 0), own::toString);
        assertTrue(
                rows(rival).values().stream().allMatch(count -> count == 0),
                () -> rows(rival).toString());
        assertEquals(List.of(), office.part(Settlements.class).list(rival, Long.MAX_VALUE, 10));
    }

    /** A login of another insurer of the same county. */
    private Actor rival(Treasury here) {
        long contract = here.county.contract("资-371050-乙", "supplementary-medical");
        long insurer = office.part(Contracts.class)
                .find(here.county.clerk, contract)
                .orElseThrow()
                .insurer()
                .id();
        Actor rival = here.county.account("insurer-371050-b", "371050", Role.INSURER);
        done(office.part(Insurers.class).addLogin(here.county.second, insurer, "insurer-371050-b"));
        return rival;
    }

    private Map<String, Long> rows(Actor actor) {
        Map<String, Long> rows = new TreeMap<>();
        office.part(ScopedWork.class).read(actor, () -> {
            TABLES.forEach(table -> rows.put(
                    table,
                    office.part(JdbcClient.class)
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single()));
            return true;
        });
        return rows;
    }

    /** A table that is added to these rooms says what an insurer sees of it, or stands here. */
    @Test
    void everyTableOfTheseRoomsSaysWhatAnInsurerSees() {
        List<String> open =
                office.part(JdbcClient.class).sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname in ('settlement', 'fund') and not exists (
                            select from pg_policies where pg_policies.schemaname = pg_tables.schemaname
                              and pg_policies.tablename = pg_tables.tablename and policyname = 'own_insurer' and permissive = 'RESTRICTIVE')
                        order by 1
                        """).query(String.class).list();
        assertEquals(
                List.of("fund.bank_layout", "fund.reservation", "settlement.department", "settlement.hospital"), open);
    }
}
