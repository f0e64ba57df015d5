package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.Insurers;
import fangpin.office.enrolment.Referrals;
import fangpin.office.enrolment.RequiredItem;
import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.ReferredBill;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 连云家庭账户故事: a pack of the district's own, made up for the demonstration. Two members of one household fall ill one after the other, and the
 * second bill stands on the first; of two households in sudden hardship people decide whether they are insured: one bill waited, was decided
 * on and is settled, the other still waits.
 */
final class HouseholdsOfLianyun implements Story {
    private static final String PRODUCT = "household-medical";
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate SIGNED = LocalDate.of(2020, 4, 22);
    private static final LocalDate LISTED = LocalDate.of(2020, 4, 24);
    private static final LocalDate DECIDED = LocalDate.of(2020, 5, 6);

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        OwnPack.put(scene);
        adopt(scene);
        long contract = contract(scene);
        list(scene, contract, LISTED);
        List<Patient> family = patients(scene, "expenditure-strained", true);
        settled(scene, bill(family.get(0), "LY20200428-0007", LocalDate.of(2020, 4, 28), 1_260_000, 640_000, 60_000));
        settled(scene, bill(family.get(1), "LY20200505-0002", LocalDate.of(2020, 5, 5), 730_000, 350_000, 20_000));
        List<Patient> sudden = patients(scene, "sudden-hardship", false);
        kept(scene, bill(sudden.get(0), "LY20200430-0011", LocalDate.of(2020, 4, 30), 1_980_000, 900_000, 80_000));
        kept(scene, bill(sudden.get(1), "LY20200508-0004", LocalDate.of(2020, 5, 8), 540_000, 260_000, 0));
        decide(scene, sudden.get(0));
        list(scene, contract, LocalDate.of(2020, 5, 8));
        ReferredBill ready = scene.face(ReferredBills.class).all(scene.as("hospital2"), 9).stream()
                .filter(one -> one.state() == ReferredBill.State.READY)
                .findFirst()
                .orElseThrow();
        Scene.done(scene.face(ReferredBills.class).settle(scene.as("hospital2"), ready.id(), LocalDate.of(2020, 5, 9)));
    }

    private static void adopt(Scene scene) {
        Adoptions adoptions = scene.face(Adoptions.class);
        long id = Scene.done(adoptions.propose(
                scene.as("lianyun"),
                new Adoptions.Proposal(OwnPack.ID, Map.of(), null, "演示：区内自有方案"),
                LocalDate.of(2020, 4, 20)));
        Adoption proposed = adoptions.find(scene.as("lianyun2"), id).orElseThrow();
        Scene.done(adoptions.approve(scene.as("lianyun2"), id, proposed.version(), LocalDate.of(2020, 4, 21)));
    }

    private static long contract(Scene scene) {
        Contracts contracts = scene.face(Contracts.class);
        Actor clerk = scene.as("lianyun");
        long insurer = Scene.done(scene.face(Insurers.class).add(clerk, "YS-LY", "演示人寿保险股份有限公司连云支公司"));
        long id = Scene.done(contracts.draft(
                clerk,
                new Contracts.Wanted(
                        "连扶家庭险〔2020〕1号",
                        insurer,
                        OwnPack.ID,
                        Set.of(PRODUCT),
                        FIRST_DAY,
                        LocalDate.of(2021, 1, 1),
                        "家庭补助保险专户（演示）"),
                SIGNED));
        Contract drafted = contracts.find(clerk, id).orElseThrow();
        Map<String, String> notes = new HashMap<>();
        for (RequiredItem item : contracts.items(clerk, drafted)) {
            notes.put(item.id(), "合同第" + (notes.size() + 1) + "条");
        }
        Scene.done(contracts.note(clerk, id, 0, notes, SIGNED));
        Scene.done(contracts.propose(clerk, id, 1, SIGNED));
        Scene.done(contracts.approve(scene.as("lianyun2"), id, 2, SIGNED.plusDays(1)));
        return id;
    }

    /** A list of the day, answered by the insurer with a number for each, in force. */
    private static void list(Scene scene, long contract, LocalDate day) {
        Enrolments lists = scene.face(Enrolments.class);
        Actor clerk = scene.as("lianyun");
        long list = Scene.done(lists.draft(clerk, contract, clerk.scope().path(), day, day));
        Scene.done(lists.check(clerk, list, 0, day));
        Scene.done(lists.approve(scene.as("lianyun2"), list, 1, day));
        Scene.done(lists.send(clerk, list, 2, day));
        int _ = scene.face(ScopedWork.class)
                .write(
                        clerk,
                        () -> scene.face(JdbcClient.class).sql("""
                                        update enrolment.enrolment_item set policy_number = 'LY2020-' || lpad(person_id::text, 8, '0')
                                        where enrolment_id = ? and outcome = 'added'
                                        """).param(list).update());
        Scene.done(lists.putInForce(clerk, list, 3, day.plusDays(1)));
    }

    /** Somebody of the register. */
    private record Patient(long person, String idNumber) {}

    /** Two persons of a status: of one household, or of two. */
    private static List<Patient> patients(Scene scene, String status, boolean together) {
        Secrets secrets = scene.face(Secrets.class);
        return scene.face(ScopedWork.class)
                .read(
                        scene.as("lianyun"),
                        () -> scene.face(JdbcClient.class)
                                .sql("""
                        select person.id, person.id_sealed from (
                            select person.*, count(*) over home as members, row_number() over (home order by person.id) as place,
                                dense_rank() over (order by person.household_id) as home_place
                            from register.person
                            where exists (select from register.status_spell spell where spell.person_id = person.id
                                and spell.kind = :status and spell.valid_to is null and spell.known_to = 'infinity')
                            window home as (partition by person.household_id)) person
                        where case when :together then members >= 2 and place <= 2 else place = 1 end
                        order by household_id, id limit 2
                        """)
                                .param("status", status)
                                .param("together", together)
                                .query((row, number) -> new Patient(
                                        row.getLong("id"),
                                        secrets.open(FieldKind.ID_NUMBER, row.getBytes("id_sealed"))))
                                .list());
    }

    private static BillMessage bill(
            Patient patient, String number, LocalDate discharged, long eligible, long basic, long assistance) {
        return new BillMessage(
                "H-" + number,
                number,
                patient.idNumber(),
                discharged.minusDays(9),
                discharged,
                Map.of(
                        "total_cost", eligible + 84_000,
                        "eligible_cost", eligible,
                        "basic_paid", basic,
                        "medical_assistance_paid", assistance));
    }

    private static Answer<?> sent(Scene scene, BillMessage bill) {
        Hospital hospital =
                scene.face(Hospitals.class).of(scene.as("hospital2")).getFirst();
        return scene.face(ReferredBills.class).settle(scene.as("hospital2"), hospital.id(), bill, bill.dischargedOn());
    }

    private static void settled(Scene scene, BillMessage bill) {
        var _ = Scene.done(sent(scene, bill));
    }

    private static void kept(Scene scene, BillMessage bill) {
        if (!(sent(scene, bill) instanceof Answer.Refused<?> refused)
                || refused.reason() != SettlementRefusal.REFERRED) {
            throw new IllegalStateException("nobody was to decide on " + bill);
        }
    }

    private static void decide(Scene scene, Patient patient) {
        Referrals referrals = scene.face(Referrals.class);
        long said = Scene.done(referrals.propose(
                scene.as("lianyun"), patient.person(), OwnPack.ID, PRODUCT, true, "入户核实：户主重病，当月确认为突发严重困难", DECIDED));
        Scene.done(referrals.confirm(scene.as("lianyun2"), said, DECIDED.plusDays(1)));
    }
}
