package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.Insurers;
import fangpin.office.enrolment.RequiredItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 2020年度参保故事: Weihai's contract with an insurer for both products, and its list of the insured: drawn up, approved, sent, answered with
 * a policy number for each person, in force from the first of January.
 */
final class InsuranceOf2020 implements Story {
    private static final LocalDate SIGNED = LocalDate.of(2020, 4, 26);
    private static final LocalDate LISTED = LocalDate.of(2020, 4, 28);
    private static final LocalDate ANSWERED = LocalDate.of(2020, 5, 6);
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final String PACK = "weihai-2020";

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        long contract = contract(scene);
        Enrolments lists = scene.face(Enrolments.class);
        Actor city = scene.as("city");
        Actor second = scene.as("city2");
        long list = Scene.done(lists.draft(city, contract, city.scope().path(), LocalDate.of(2020, 1, 1), LISTED));
        Scene.done(lists.check(city, list, 0, LISTED));
        Scene.done(lists.approve(second, list, 1, LISTED.plusDays(1)));
        Scene.done(lists.send(city, list, 2, LISTED.plusDays(1)));
        answered(scene, list);
        Scene.done(lists.putInForce(city, list, 3, ANSWERED));
        joiners(scene, contract);
    }

    /** What Rongcheng reports since: who was included as instant-help; waits for the second clerk. */
    private static void joiners(Scene scene, long contract) {
        Enrolments lists = scene.face(Enrolments.class);
        Actor county = scene.as("county");
        long list = Scene.done(lists.draft(county, contract, county.scope().path(), Calendar.TODAY, Calendar.TODAY));
        Scene.done(lists.check(county, list, 0, Calendar.TODAY));
    }

    private static long contract(Scene scene) {
        Contracts contracts = scene.face(Contracts.class);
        Insurers insurers = scene.face(Insurers.class);
        Actor city = scene.as("city");
        Actor second = scene.as("city2");
        long insurer = Scene.done(insurers.add(city, "YS-WH", "演示财产保险股份有限公司威海市分公司"));
        for (String login : List.of("insurer", "insurer2", "insurer3")) {
            Scene.done(insurers.addLogin(second, insurer, login));
        }
        long id = Scene.done(contracts.draft(
                city,
                new Contracts.Wanted(
                        "威扶特惠保〔2020〕1号",
                        insurer,
                        PACK,
                        Set.of("supplementary-medical", "accident"),
                        FIRST_DAY,
                        LocalDate.of(2021, 1, 1),
                        "扶贫特惠保险专户（演示）"),
                SIGNED));
        Contract drafted = contracts.find(city, id).orElseThrow();
        Map<String, String> notes = new HashMap<>();
        int clause = 1;
        for (RequiredItem item : contracts.items(city, drafted)) {
            notes.put(item.id(), item.checklist().equals("choice-criteria") ? "采购结果公告及评审记录" : "合同第" + clause++ + "条");
        }
        Scene.done(contracts.note(city, id, 0, notes, SIGNED));
        Scene.done(contracts.propose(city, id, 1, SIGNED));
        Scene.done(contracts.approve(second, id, 2, SIGNED.plusDays(1)));
        return id;
    }

    /** The insurer's answer names everybody; so many made-up numbers go straight to their lines, not by a file. */
    private static void answered(Scene scene, long list) {
        scene.face(ScopedWork.class)
                .write(
                        scene.as("city"),
                        () -> scene.face(JdbcClient.class).sql("""
                                        update enrolment.enrolment_item set policy_number = 'YS2020-' || lpad(person_id::text, 8, '0')
                                        where enrolment_id = ? and outcome = 'added'
                                        """).param(list).update());
    }
}
