package fangpin.office.enrolment;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.enrolment.InsuredCounty.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A list of the insured from the register to cover, and what changes afterwards. */
class EnrolmentsTest {
    private static final String MEDICAL = "supplementary-medical";
    private static final String ACCIDENT = "accident";
    private static final LocalDate NEW_YEAR = InsuredCounty.FIRST_DAY;

    private final RunningOffice office = RunningOffice.get();
    private final Enrolments enrolments = office.part(Enrolments.class);

    private Enrolment list(InsuredCounty county, long id) {
        return enrolments.find(county.clerk, id).orElseThrow();
    }

    /** Lines as the table of a test writes them: name outcome reason clause from to. */
    private Set<String> lines(InsuredCounty county, long id, String product) {
        ListQuestion all = new ListQuestion(id, product, null, "", county.path, "", 0, 1000);
        Set<String> lines = new TreeSet<>();
        office.part(ListLines.class)
                .page(county.clerk, all)
                .forEach(line -> lines.add("%s %s %s %s %s %s"
                        .formatted(
                                line.name(),
                                line.outcome().word(),
                                line.reason(),
                                line.clause(),
                                line.validFrom(),
                                line.validTo())));
        return lines;
    }

    private void approved(InsuredCounty county, long id, LocalDate day) {
        done(enrolments.check(county.clerk, id, 0, day));
        refused(AccessRefusal.SAME_PERSON, enrolments.approve(county.clerk, id, 1, day));
        done(enrolments.approve(county.second, id, 1, day));
        done(enrolments.send(county.clerk, id, 2, day));
    }

    private static Path reply(Iterable<String> rows) throws IOException {
        Path file = TestDatabase.folder("reply").resolve("reply.csv");
        Files.writeString(file, "身份证号,保单号\n" + String.join("\n", rows) + "\n");
        return file;
    }

    private void inForce(InsuredCounty county, long id, LocalDate day, List<Made> people) throws IOException {
        approved(county, id, day);
        List<String> rows = new ArrayList<>();
        people.forEach(one -> rows.add(one.idNumber() + ",P-" + one.id()));
        done(enrolments.receive(county.clerk, id, 3, new ListReplies.Reply("", reply(rows)), day));
        done(enrolments.putInForce(county.clerk, id, 4, day));
    }

    @Test
    void whoIsInWhoIsNotAndWhyThenOnlyWhatChanges() throws IOException {
        InsuredCounty county = new InsuredCounty(office, "371085");
        Made wang = county.person(county.upperVillage, "王甲");
        Made li = county.person(county.upperVillage, "李乙");
        Made zhao = county.person(county.upperVillage, "赵丙");
        Made qian = county.person(county.upperVillage, "钱丁");
        Made sun = county.person(county.lowerVillage, "孙戊");
        Made zhou = county.person(county.lowerVillage, "周己");
        Made wu = county.person(county.lowerVillage, "吴庚");
        LocalDate long_ago = LocalDate.of(2016, 1, 1);
        for (Made one : List.of(wang, li, sun, zhou)) {
            county.status(one.id(), "policy-beneficiary", long_ago, null);
        }
        county.status(zhao.id(), "policy-beneficiary", long_ago, LocalDate.of(2019, 12, 1));
        county.status(qian.id(), "policy-beneficiary", LocalDate.of(2020, 1, 2), null);
        county.change("update register.person set died_on = '2019-11-30' where id = ?", sun.id());
        county.change("update register.person set merged_into = ? where id = ?", wang.id(), zhou.id());
        long contract = county.contract("甲-1", MEDICAL, ACCIDENT);

        long first = done(enrolments.draft(county.clerk, contract, county.path, NEW_YEAR, LocalDate.of(2020, 1, 6)));
        Set<String> expected = new TreeSet<>(Set.of(
                "王甲 added insured WH3 §2b 2020-01-01 2021-01-01",
                "李乙 added insured WH3 §2b 2020-01-01 2021-01-01",
                "赵丙 out status-ended WH3 §2b null null",
                "钱丁 out no-status WH3 §2b null null",
                "孙戊 out died-before WH3 §2b null null",
                "周己 out merged WH3 §2b null null",
                "吴庚 out no-status WH3 §2b null null"));
        assertEquals(expected, lines(county, first, MEDICAL));
        assertEquals(expected, lines(county, first, ACCIDENT));
        refused(
                EnrolmentRefusal.LIST_OPEN,
                enrolments.draft(county.clerk, contract, county.upperVillage, NEW_YEAR, LocalDate.of(2020, 1, 6)));
        inForce(county, first, LocalDate.of(2020, 1, 8), List.of(wang, li));
        Cover cover = office.part(Covers.class).of(county.clerk, wang.id()).getFirst();
        assertEquals("P-" + wang.id(), cover.policyNumber());
        assertTrue(cover.covers(LocalDate.of(2020, 12, 31)));

        assertEquals("", due(county, LocalDate.of(2020, 3, 1)), "as listed");
        county.status(wu.id(), "instant-help", LocalDate.of(2020, 3, 5), null);
        county.change("update register.person set died_on = '2020-04-01' where id = ?", li.id());
        county.change("update register.person set path = ? where id = ?", county.lowerVillage, wang.id());
        LocalDate may = LocalDate.of(2020, 5, 10);
        assertEquals("1 join, 1 leave, 1 change", due(county, may));
        assertTrue(Browser.signedIn(office, "enrol-371085")
                .get("/contracts/" + contract)
                .body()
                .contains("核对登记变动"));
        long second = done(enrolments.draft(county.clerk, contract, county.path, may, may));
        Set<String> changed = lines(county, second, ACCIDENT);
        changed.removeIf(line -> line.contains(" out "));
        assertEquals("", due(county, may), "a list is under way");
        assertEquals(
                new TreeSet<>(Set.of(
                        "王甲 changed moved WH3 §2b 2020-01-01 2021-01-01",
                        "李乙 ended died WH3 §2b 2020-01-01 2020-04-02",
                        "吴庚 added insured WH3 §3.2 ② 2020-03-05 2021-01-01")),
                changed);
        inForce(county, second, may, List.of(wu));
        assertEquals("", due(county, may));
        assertEquals(
                LocalDate.of(2020, 4, 2),
                office.part(Covers.class).of(county.clerk, li.id()).getFirst().validTo());
        assertEquals(
                2L,
                county.read(
                        Long.class,
                        "select count(*) from enrolment.cover where person_id = ? and known_to <> 'infinity'",
                        wang.id()));

        county.change("update register.person set merged_into = ? where id = ?", li.id(), wang.id());
        assertEquals("0 join, 1 leave, 0 change", due(county, may));
        long third = done(enrolments.draft(county.clerk, contract, county.path, may, may));
        assertTrue(lines(county, third, MEDICAL).contains("王甲 ended merged WH3 §2b null null"));
        refused(EnrolmentRefusal.BAD_DAY, afterGivingUp(county, third, contract, may.minusDays(1)));
    }

    /** What the reminder of a list of changes says; empty where none is due. */
    private String due(InsuredCounty county, LocalDate today) {
        PendingChanges pending = office.part(PendingChanges.class);
        pending.countAll(today, Instant.EPOCH);
        return String.join(
                "; ",
                pending.waiting(county.clerk).stream()
                        .map(one -> "%d join, %d leave, %d change".formatted(one.added(), one.ended(), one.changed()))
                        .toList());
    }

    private fangpin.office.access.Answer<Long> afterGivingUp(
            InsuredCounty county, long list, long contract, LocalDate asOf) {
        done(enrolments.withdraw(county.clerk, list, 0, "试完", LocalDate.of(2020, 5, 10)));
        return enrolments.draft(county.clerk, contract, county.path, asOf, LocalDate.of(2020, 5, 10));
    }

    @Test
    void differencesOfTheAnswerAreClearedUpBeforeTheListCovers() throws IOException {
        InsuredCounty county = new InsuredCounty(office, "371086");
        List<Made> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Made one = county.person(county.upperVillage, "郑" + i);
            county.status(one.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
            people.add(one);
        }
        Made stranger = county.person(county.upperVillage, "冯外");
        long contract = county.contract("乙-1", ACCIDENT);
        LocalDate day = LocalDate.of(2020, 1, 6);
        long id = done(enrolments.draft(county.clerk, contract, county.path, NEW_YEAR, day));
        refused(EnrolmentRefusal.WRONG_STAGE, enrolments.putInForce(county.clerk, id, 0, day));
        approved(county, id, day);
        refused(EnrolmentRefusal.WRONG_STAGE, enrolments.putInForce(county.clerk, id, 3, day));
        List<String> rows = List.of(
                people.get(0).idNumber() + ",P1",
                people.get(1).idNumber() + ",P2",
                people.get(1).idNumber() + ",P3",
                stranger.idNumber() + ",P4",
                InsuredCounty.idNumber(40_000) + ",P5");
        done(enrolments.receive(county.clerk, id, 3, new ListReplies.Reply("", reply(rows)), day));
        Set<String> found = new TreeSet<>();
        office.part(ListReplies.class)
                .differences(county.clerk, list(county, id), 0, 10)
                .forEach(
                        one -> found.add(one.kind().word() + " " + one.row() + " " + one.name() + " " + one.product()));
        assertEquals(
                new TreeSet<>(Set.of(
                        "duplicate 4 郑1 accident",
                        "unknown 5 null accident",
                        "unknown 6 null accident",
                        "missing null 郑2 accident")),
                found);
        refused(EnrolmentRefusal.DIFFERENCES_OPEN, enrolments.putInForce(county.clerk, id, 4, day));
        int version = 4;
        for (ListDifference.Kind kind : ListDifference.Kind.values()) {
            done(enrolments.closeDifferences(county.clerk, id, version++, kind, "已与承保机构核实", day));
        }
        done(enrolments.putInForce(county.clerk, id, version, day));
        assertEquals(3L, county.read(Long.class, "select count(*) from enrolment.cover where enrolment_id = ?", id));
    }

    @Test
    void aDifferenceSaysWhoseProductItIs() throws IOException {
        InsuredCounty county = new InsuredCounty(office, "371096");
        Made one = county.person(county.upperVillage, "尤一");
        county.status(one.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        long contract = county.contract("品-1", MEDICAL, ACCIDENT);
        LocalDate day = LocalDate.of(2020, 1, 6);
        long id = done(enrolments.draft(county.clerk, contract, county.path, NEW_YEAR, day));
        approved(county, id, day);
        Path strangers = reply(List.of(InsuredCounty.idNumber(41_000) + ",P9"));
        for (int time = 0; time < 2; time++) {
            done(enrolments.receive(county.clerk, id, 3 + time, new ListReplies.Reply("", strangers), day));
            assertEquals(Set.of("unknown ", "missing " + MEDICAL, "missing " + ACCIDENT), differences(county, id));
        }
        String page = Browser.signedIn(office, "enrol-371096")
                .get("/enrolments/" + id + "/differences")
                .body();
        assertTrue(page.contains("医疗商业补充保险</td>") && page.contains("意外伤害保险</td>") && page.contains("不分险种"), page);
        done(enrolments.receive(county.clerk, id, 5, new ListReplies.Reply(ACCIDENT, strangers), day));
        assertEquals(
                Set.of("unknown ", "unknown " + ACCIDENT, "missing " + MEDICAL, "missing " + ACCIDENT),
                differences(county, id),
                "an answer for one product leaves what was found of the others");
    }

    private Set<String> differences(InsuredCounty county, long id) {
        Set<String> found = new TreeSet<>();
        office.part(ListReplies.class)
                .differences(county.clerk, list(county, id), 0, 10)
                .forEach(one -> found.add(one.kind().word() + " " + one.product()));
        return found;
    }

    @Test
    void aContractWithMissingItemsStaysADraft() {
        InsuredCounty county = new InsuredCounty(office, "371087");
        Contracts contracts = office.part(Contracts.class);
        LocalDate day = LocalDate.of(2019, 12, 20);
        long insurer = done(office.part(Insurers.class).add(county.clerk, "PICC-T", "丙保险公司"));
        refused(EnrolmentRefusal.NUMBER_TAKEN, office.part(Insurers.class).add(county.clerk, "PICC-T", "又一家"));
        Contracts.Wanted wanted = new Contracts.Wanted(
                "丙-1", insurer, InsuredCounty.PACK, Set.of(MEDICAL), NEW_YEAR, InsuredCounty.END, "专户");
        long id = done(contracts.draft(county.clerk, wanted, day));
        refused(EnrolmentRefusal.NUMBER_TAKEN, contracts.draft(county.clerk, wanted, day));
        refused(EnrolmentRefusal.ITEMS_MISSING, contracts.propose(county.clerk, id, 0, day));
        Contract drafted = contracts.find(county.clerk, id).orElseThrow();
        List<RequiredItem> items = contracts.items(county.clerk, drafted);
        Set<String> clauses = new TreeSet<>();
        items.forEach(item -> clauses.add(item.checklist() + " " + item.clause()));
        assertEquals(
                Set.of("choice-criteria SD §6.1", "contract-contents WH3 §5.2", "medical-contract-contents WH3 §5.2"),
                clauses);
        Map<String, String> notes = new java.util.HashMap<>();
        items.forEach(item -> notes.put(item.id(), "第二条"));
        notes.put("medical-contract-contents.penalties", " ");
        done(contracts.note(county.clerk, id, 0, notes, day));
        refused(EnrolmentRefusal.ITEMS_MISSING, contracts.propose(county.clerk, id, 1, day));
        done(contracts.note(county.clerk, id, 1, Map.of("medical-contract-contents.penalties", "第九条"), day));
        done(contracts.propose(county.clerk, id, 2, day));
        refused(AccessRefusal.SAME_PERSON, contracts.approve(county.clerk, id, 3, day));
        refused(
                EnrolmentRefusal.CONTRACT_NOT_IN_FORCE,
                enrolments.draft(county.clerk, id, county.path, NEW_YEAR, NEW_YEAR));
        done(contracts.approve(county.second, id, 3, day));
    }

    @Test
    void anInsurersLoginSeesItsOwnListsAndNothingOfTheRest() throws IOException {
        InsuredCounty county = new InsuredCounty(office, "371088");
        Made one = county.person(county.upperVillage, "陈保");
        county.status(one.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        Actor own = county.account("insurer-own", "371088", Role.INSURER);
        Actor other = county.account("insurer-other", "371088", Role.INSURER);
        long contract = county.contract("丁-1", ACCIDENT);
        long insurer = office.part(Contracts.class)
                .find(county.clerk, contract)
                .orElseThrow()
                .insurer()
                .id();
        refused(
                EnrolmentRefusal.NOT_AN_INSURER_LOGIN,
                office.part(Insurers.class).addLogin(county.clerk, insurer, "enrol-371088"));
        done(office.part(Insurers.class).addLogin(county.clerk, insurer, "insurer-own"));
        LocalDate day = LocalDate.of(2020, 1, 6);
        long id = done(enrolments.draft(county.clerk, contract, county.path, NEW_YEAR, day));
        InsuredPeople insured = office.part(InsuredPeople.class);
        assertEquals(List.of(), insured.ownLists(own), "not before it was sent");
        approved(county, id, day);
        assertEquals(1, insured.ownLists(own).size());
        assertEquals(List.of(), insured.ownLists(other));
        assertEquals(List.of(), insured.own(other, id, 0, 10));
        InsuredLine line = insured.own(own, id, 0, 10).getFirst();
        assertEquals("陈保 " + one.idNumber(), line.name() + " " + line.idNumber());
        refused(AccessRefusal.PURPOSE_MISSING, insured.exportOwn(own, id, "", Instant.now()));
        assertEquals(1, done(insured.exportOwn(own, id, "出具保单", Instant.now())).size());
        Browser browser = Browser.signedIn(office, "insurer-own");
        String page = browser.get("/own-insured/" + id).body();
        assertTrue(page.contains("陈保") && !page.contains(one.idNumber()), page);
        assertEquals(403, browser.get("/persons/" + one.id()).statusCode());
        assertEquals(403, browser.get("/enrolments/" + id).statusCode());
        assertEquals(
                404,
                Browser.signedIn(office, "insurer-other")
                        .get("/own-insured/" + id)
                        .statusCode());
        done(enrolments.receive(
                county.clerk, id, 3, new ListReplies.Reply("", reply(List.of(one.idNumber() + ",P-1"))), day));
        done(enrolments.putInForce(county.clerk, id, 4, day));
        county.change("update register.person set died_on = '2020-04-01' where id = ?", one.id());
        LocalDate may = LocalDate.of(2020, 5, 10);
        long second = done(enrolments.draft(county.clerk, contract, county.path, may, may));
        assertEquals(List.of(), insured.ended(own, second, 0, "", 10), "not before it was sent");
        approved(county, second, may);
        EndedLine gone = insured.ended(own, second, 0, "", 10).getFirst();
        assertEquals("陈保 accident 2020-04-02", gone.name() + " " + gone.product() + " " + gone.validTo());
        assertEquals(List.of(), insured.ended(own, second, gone.personId(), gone.product(), 10));
        assertEquals(List.of(), insured.ended(other, second, 0, "", 10));
        String left = browser.get("/own-insured/" + second).body();
        assertTrue(left.contains("陈保") && left.contains("2020-04-01") && !left.contains(one.idNumber()), left);
        assertFalse(left.contains("died") || left.contains("死亡"), "not why");
        assertEquals(
                422,
                browser.post("/own-insured/" + second + "/ended/export", Map.of("purpose", ""))
                        .statusCode());
        assertEquals(
                422,
                browser.post(
                                "/own-insured/" + second + "/ended/export",
                                Map.of("purpose", "办理减保", "password", "abcd-2345"))
                        .statusCode(),
                "a password too short");
        assertEquals(
                200,
                browser.post(
                                "/own-insured/" + second + "/ended/export",
                                Map.of("purpose", "办理减保", "password", "abcd-2345-wxyz"))
                        .statusCode());
    }

    @Test
    void thePagesLeadFromTheContractToThePersonsAndWhy() throws IOException {
        InsuredCounty county = new InsuredCounty(office, "371089");
        Made one = county.person(county.upperVillage, "褚一");
        county.status(one.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        county.person(county.lowerVillage, "卫二");
        long contract = county.contract("戊-1", MEDICAL, ACCIDENT);
        LocalDate day = LocalDate.of(2020, 1, 6);
        long id = done(enrolments.draft(county.clerk, contract, county.path, NEW_YEAR, day));
        Browser browser = Browser.signedIn(office, "enrol-371089");
        for (String page : List.of(
                "/contracts",
                "/contracts/new",
                "/contracts/" + contract,
                "/contracts/" + contract + "/enrolments/new",
                "/enrolments/" + id,
                "/enrolments/" + id + "/differences",
                "/insured",
                "/premium")) {
            assertEquals(200, browser.get(page).statusCode(), page);
            String english = browser.get(page, "Cookie", "language=en").body();
            assertFalse(english.contains("Exception"), page);
        }
        String persons =
                browser.get("/enrolments/" + id + "/persons?outcome=out").body();
        assertTrue(persons.contains("卫二") && persons.contains("没有参保所需的身份") && !persons.contains("褚一"), persons);
        inForce(county, id, day, List.of(one));
        assertTrue(browser.get("/insured?product=weihai-2020.accident&day=2020-02-01")
                .body()
                .contains("褚一"));
        assertTrue(browser.get("/persons/" + one.id()).body().contains("意外伤害保险开始保障"));
        assertEquals(
                422,
                browser.post("/enrolments/" + id + "/export", Map.of("outcome", "added", "purpose", ""))
                        .statusCode());
        assertEquals(
                200,
                browser.post(
                                "/enrolments/" + id + "/export",
                                Map.of(
                                        "outcome",
                                        "added",
                                        "purpose",
                                        "出具保单",
                                        "receiver",
                                        "甲保险公司",
                                        "password",
                                        "abcd-2345-wxyz"))
                        .statusCode());
    }
}
