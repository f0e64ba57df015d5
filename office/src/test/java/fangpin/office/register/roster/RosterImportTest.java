package fangpin.office.register.roster;

import static fangpin.office.register.roster.RosterOffice.CHECKER;
import static fangpin.office.register.roster.RosterOffice.COUNTY;
import static fangpin.office.register.roster.RosterOffice.FROM;
import static fangpin.office.register.roster.RosterOffice.HEADER;
import static fangpin.office.register.roster.RosterOffice.MAKER;
import static fangpin.office.register.roster.RosterOffice.NEIGHBOUR;
import static fangpin.office.register.roster.RosterOffice.id;
import static fangpin.office.register.roster.RosterOffice.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.Answer;
import fangpin.office.register.Headcounts;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterLine;
import fangpin.office.register.RosterReceipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A roster's way: checked row by row, accepted by another person whole or not at all, undone by later facts. */
class RosterImportTest {
    private final RosterOffice office = new RosterOffice().withVillages();

    @AfterEach
    void close() {
        office.close();
    }

    private RosterImport accepted(RosterImport roster) {
        return accepted(roster, false);
    }

    private RosterImport accepted(RosterImport roster, boolean endGone) {
        Answer<RosterImport> outcome = office.imports.accept(CHECKER, roster.id(), roster.version(), endGone);
        return assertInstanceOf(Answer.Done.class, outcome, outcome.toString()).value() instanceof RosterImport done
                ? done
                : roster;
    }

    private RosterImport three() {
        return office.checked(
                line("王小明", id(1), "H1", "东山村"), line("李𠮷", id(2), "H1", "东山村"), line("䶮三", id(3), "H2", "西山村"));
    }

    private long headcount(String measure) {
        return office.work.read(
                MAKER, () -> office.beans.getBean(Headcounts.class).of(COUNTY, measure, FROM));
    }

    private List<String> differencesOfHeadcounts() {
        return office.work.read(
                MAKER, () -> office.beans.getBean(Headcounts.class).differences());
    }

    private List<RosterLine> lines(RosterImport roster, RosterLine.Kind kind) {
        return office.imports.lines(MAKER, roster.id(), kind, 0, 100);
    }

    @Test
    void newPersonsAreAddedWithHouseholdsVersionsStatusesAndHeadcounts() {
        RosterImport roster = three();
        assertEquals(new RosterImport.Counts(3, 3, 0, 0, 0, 0, 0), roster.counts());
        assertEquals(0, office.count("person"));
        accepted(roster);
        assertEquals(3, office.count("person"));
        assertEquals(3, office.count("person_version"));
        assertEquals(2, office.count("household"));
        assertEquals(3, office.count("status_spell"));
        assertEquals(3, headcount("policy-beneficiary"));
        assertEquals(List.of(), differencesOfHeadcounts());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        accepted(three());
        RosterImport again = three();
        assertEquals(new RosterImport.Counts(3, 0, 0, 0, 3, 0, 0), again.counts());
        accepted(again);
        assertEquals(3, office.count("person_version"));
        assertEquals(3, office.count("status_spell"));
    }

    @Test
    void theSameFileIsToldByItsHash() {
        byte[] file = (HEADER + line("王小明", id(1), "H1", "东山村")).getBytes(StandardCharsets.UTF_8);
        accepted(office.checked("a.csv", file));
        RosterReceipt.Taken taken = assertInstanceOf(RosterReceipt.Taken.class, office.receive(MAKER, "b.csv", file));
        assertNotNull(taken.sameBefore());
    }

    @Test
    void changesMovesAndPersonsWhoAreGoneAreToldApart() {
        accepted(three());
        RosterImport next = office.checked(
                line("王小民", id(1), "H1", "东山村"), line("李𠮷", id(2), "H2", "西山村"), line("新来", id(4), "H3", "西山村"));
        assertEquals(new RosterImport.Counts(3, 1, 1, 1, 0, 0, 1), next.counts());
        RosterLine changed = lines(next, RosterLine.Kind.CHANGED).getFirst();
        assertEquals("王小明", changed.differences().getFirst().from());
        assertEquals("王小民", changed.differences().getFirst().to());
        assertEquals("䶮三", lines(next, RosterLine.Kind.GONE).getFirst().name());
        accepted(next, true);
        assertEquals(4, office.count("person"));
        assertEquals(3, headcount("policy-beneficiary"));
        assertEquals(List.of(), differencesOfHeadcounts());
        long west = office.work.read(
                MAKER, () -> office.beans.getBean(Headcounts.class).of(RosterOffice.WEST, "policy-beneficiary", FROM));
        assertEquals(2, west);
    }

    @Test
    void personsWhoAreGoneKeepTheirStatusUnlessTheCheckerSaysSo() {
        accepted(three());
        accepted(office.checked(line("王小明", id(1), "H1", "东山村")), false);
        assertEquals(3, headcount("policy-beneficiary"));
    }

    @Test
    void anAcceptedImportIsUndoneAsAWhole() {
        accepted(three());
        RosterImport next = accepted(
                office.checked(
                        line("王小民", id(1), "H1", "东山村"),
                        line("李𠮷", id(2), "H2", "西山村"),
                        line("新来", id(4), "H3", "西山村")),
                true);
        Answer<RosterImport> undone = office.imports.undo(CHECKER, next.id(), next.version());
        assertInstanceOf(Answer.Done.class, undone);
        assertEquals(3, headcount("policy-beneficiary"));
        assertEquals(List.of(), differencesOfHeadcounts());
        RosterImport again = three();
        assertEquals(new RosterImport.Counts(3, 0, 0, 0, 3, 0, 0), again.counts());
        assertEquals(4, office.count("person"));
        assertEquals(
                1L,
                office.work.read(
                        MAKER,
                        () -> office.database
                                .sql("select count(*) from register.person where withdrawn")
                                .query(Long.class)
                                .single()));
    }

    @Test
    void whatWasChangedSinceIsNotUndone() {
        RosterImport first = accepted(three());
        accepted(office.checked(line("王小民", id(1), "H1", "东山村")));
        assertEquals(
                Answer.refused(Refusal.CHANGED_MEANWHILE), office.imports.undo(CHECKER, first.id(), first.version()));
    }

    @Test
    void whoHoldsSomethingElseSinceIsNotTakenBackAndNotByTheMaker() {
        RosterImport first = accepted(three());
        assertEquals(Answer.refused(Refusal.SAME_PERSON), office.imports.undo(MAKER, first.id(), first.version()));
        office.work.write(CHECKER, () -> office.database.sql("""
                                insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)
                                select id, path, 'instant-help', '2020-03-01', 'WH3 §3.2', 12 from register.person
                                where name = '王小明'
                                """).update());
        assertEquals(
                Answer.refused(Refusal.CHANGED_MEANWHILE), office.imports.undo(CHECKER, first.id(), first.version()));
    }

    @Test
    void theMakerMayNotAcceptAndNobodyTwice() {
        RosterImport roster = three();
        assertTrue(office.imports.waiting(CHECKER, 1_000).contains(roster));
        assertFalse(office.imports.waiting(MAKER, 1_000).contains(roster));
        assertEquals(
                Answer.refused(Refusal.SAME_PERSON),
                office.imports.accept(MAKER, roster.id(), roster.version(), false));
        assertEquals(
                Answer.refused(Refusal.NOT_FOUND),
                office.imports.accept(NEIGHBOUR, roster.id(), roster.version(), false));
        accepted(roster);
        assertEquals(
                Answer.refused(Refusal.WRONG_STAGE),
                office.imports.accept(CHECKER, roster.id(), roster.version(), false));
    }

    @Test
    void aRegisterThatChangedSinceTheCheckRefusesTheAcceptanceAndNothingIsHalfDone() {
        RosterImport first = three();
        RosterImport second = office.checked(line("王小明", id(1), "H1", "东山村"), line("后来", id(9), "H9", "东山村"));
        accepted(first);
        assertEquals(
                Answer.refused(Refusal.CHANGED_MEANWHILE),
                office.imports.accept(CHECKER, second.id(), second.version(), false));
        assertEquals(3, office.count("person"));
        assertEquals(List.of(), differencesOfHeadcounts());
    }

    @Test
    void everyRowIsCheckedAndEachFaultIsNamed() {
        RosterImport roster = office.checked(
                line("王小明", id(1), "H1", "东山村"),
                line("王小明", id(1), "H1", "东山村"),
                line("王小明", id(1), "H2", "西山村"),
                line("", id(5), "H5", "东山村"),
                line("甲?", id(6), "H5", "东山村"),
                line("乙", "37108219500101001", "H5", "东山村"),
                line("丙", "3.70829E+17", "H5", "东山村"),
                line("丁", id(7).substring(0, 17) + (id(7).endsWith("1") ? "2" : "1"), "H5", "东山村"),
                line("戊", id(8), "H1", "西山村"),
                line("己", id(9), "H 9!", "东山村"),
                line("庚", id(10), "H10", "没有村"),
                line("辛", "371099202101010011", "H10", "东山村"),
                "壬," + id(11) + ",H11,户主\n");
        List<RosterFault> faults = lines(roster, RosterLine.Kind.REJECTED).stream()
                .map(RosterLine::fault)
                .toList();
        assertEquals(
                List.of(
                        RosterFault.PERSON_TWICE,
                        RosterFault.PERSON_IN_TWO_HOUSEHOLDS,
                        RosterFault.NAME_EMPTY,
                        RosterFault.NAME_LOST_CHARACTER,
                        RosterFault.ID_LENGTH,
                        RosterFault.ID_LOST_DIGITS,
                        RosterFault.ID_CHECK_DIGIT,
                        RosterFault.HOUSEHOLD_IN_TWO_VILLAGES,
                        RosterFault.HOUSEHOLD_NOT_A_NUMBER,
                        RosterFault.VILLAGE_UNKNOWN,
                        RosterFault.ID_BORN_IN_FUTURE,
                        RosterFault.CELLS),
                faults);
        assertEquals(1, roster.counts().added());
    }

    @Test
    void aPersonOfAnotherCountyIsRefusedNamingTheCountyOnly() {
        accepted(three());
        Answer<RosterImport> none = office.imports.cancel(NEIGHBOUR, 1);
        assertEquals(Answer.refused(Refusal.NOT_FOUND), none);
        RosterImport roster = neighbourRoster(line("王小明", id(1), "R1", "河南村").replace("成山镇,河", "夏村镇,河"));
        RosterLine bad = office.imports
                .lines(NEIGHBOUR, roster.id(), RosterLine.Kind.REJECTED, 0, 10)
                .getFirst();
        assertEquals(RosterFault.PERSON_OUTSIDE, bad.fault());
        assertEquals(List.of("威海市 荣成市"), bad.faultArguments());
    }

    private RosterImport neighbourRoster(String line) {
        try {
            RosterReceipt receipt = office.imports.receive(
                    NEIGHBOUR,
                    new fangpin.office.register.RosterImports.Upload(
                            "r.csv",
                            RosterOffice.OTHER_COUNTY,
                            fangpin.office.register.StatusKind.POLICY_BENEFICIARY,
                            "WH3 §2b",
                            FROM),
                    new java.io.ByteArrayInputStream((HEADER + line).getBytes(StandardCharsets.UTF_8)),
                    RosterOffice.TODAY);
            RosterImport roster =
                    assertInstanceOf(RosterReceipt.Taken.class, receipt).roster();
            RosterChecked checked = office.imports.check(NEIGHBOUR, roster.id(), roster.mapping(), RosterOffice.TODAY);
            return assertInstanceOf(RosterChecked.Done.class, checked).roster();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPersonWithoutAnIdNumberIsFoundAgainByHouseholdNameAndBirthday() {
        String header = "姓名,身份证号,户编号,村,乡镇,出生日期\n";
        accepted(office.checked("a.csv", (header + "小宝,,H1,东山村,成山镇,2019-05-06\n").getBytes(StandardCharsets.UTF_8)));
        String number = fangpin.office.register.IdNumber.synthetic("3710", java.time.LocalDate.of(2019, 5, 6), 11)
                .text();
        RosterImport next =
                office.checked("b.csv", (header + "小宝," + number + ",H1,东山村,成山镇,\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(new RosterImport.Counts(1, 0, 1, 0, 0, 0, 0), next.counts());
        accepted(next);
        assertEquals(1, office.count("person"));
    }

    @Test
    void aCancelledImportLeavesNothing() {
        RosterImport roster = three();
        assertInstanceOf(Answer.Done.class, office.imports.cancel(CHECKER, roster.id()));
        assertEquals(0, office.count("import_row"));
    }

    @Test
    void missingColumnsAreNamed() {
        RosterImport roster = office.taken("a.csv", "姓名,村\n王小明,东山村\n".getBytes(StandardCharsets.UTF_8));
        RosterChecked.ColumnsMissing missing =
                assertInstanceOf(RosterChecked.ColumnsMissing.class, office.check(roster, roster.mapping()));
        assertTrue(missing.fields().contains(fangpin.office.register.RosterField.ID_NUMBER));
    }
}
