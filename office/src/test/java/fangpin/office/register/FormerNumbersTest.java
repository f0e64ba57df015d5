package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.Workbooks;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 曾用证件号码: a list or a clerk that still has a number which was corrected away is told, and nobody is entered twice. */
class FormerNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final LocalDate CORRECTED = LocalDate.of(2020, 5, 6);
    private static final LocalDate BORN = LocalDate.of(1952, 7, 8);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String HEADER = "姓名,身份证号,户编号,与户主关系,乡镇,村\n";

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Determinations cases = office.part(Determinations.class);
    private final PersonEntry entry = office.part(PersonEntry.class);
    private final RosterImports imports = office.part(RosterImports.class);
    private final Actor maker = place.clerkOf("nb-fn-maker", Neighbourhood.EAST);
    private final Actor checker = place.clerkOf("nb-fn-checker", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-fn-neighbour", Neighbourhood.WEST);
    private final Actor city = place.clerkOf("nb-fn-city", Neighbourhood.CITY);

    private final String old = fresh();
    private final String now = fresh();

    /** Somebody whom the east entered under the old number, and what happened to it since. Answers the person. */
    private long after(String history) {
        long person = done(entry.enter(maker, wanted("丛旧号", old, Neighbourhood.UPPER_VILLAGE), TODAY));
        switch (history) {
            case "nothing" -> {}
            case "renamed" -> correct(maker, checker, person, 1, "丛新名", null);
            case "corrected" -> correct(maker, checker, person, 1, null, now);
            case "taken away" -> correct(maker, checker, person, 1, null, "");
            case "and back" -> {
                correct(maker, checker, person, 1, null, now);
                correct(maker, checker, person, 2, null, old);
            }
            case "twice" -> {
                correct(maker, checker, person, 1, null, fresh());
                correct(maker, checker, person, 2, null, now);
            }
            case "handed over" -> {
                correct(maker, checker, person, 1, null, now);
                Handovers handovers = office.part(Handovers.class);
                long id = done(handovers.propose(maker, person, Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
                done(handovers.accept(neighbour, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
            }
            case "merged" -> {
                long kept = done(entry.enter(maker, wanted("丛留", now, Neighbourhood.UPPER_VILLAGE), TODAY));
                merge(kept, person);
            }
            case "merged into no number" -> {
                long kept = done(entry.enter(maker, wanted("丛留", "", Neighbourhood.UPPER_VILLAGE), TODAY));
                merge(kept, person);
            }
            case "corrected, merged" -> {
                correct(maker, checker, person, 1, null, fresh());
                long kept = done(entry.enter(maker, wanted("丛留", now, Neighbourhood.UPPER_VILLAGE), TODAY));
                merge(kept, person);
            }
            default -> throw new IllegalArgumentException(history);
        }
        return person;
    }

    /** What is told of the old number: to whom, and with what; NOW stands for the number of today, masked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing               | east | ALREADY_REGISTERED 甲市 东县
            renamed               | east | ALREADY_REGISTERED 甲市 东县
            corrected             | east | NUMBER_CORRECTED 2020-05-06 NOW
            corrected             | city | NUMBER_CORRECTED 2020-05-06 NOW
            corrected             | west | NUMBER_CORRECTED_OUTSIDE 2020-05-06 甲市 东县
            taken away            | east | NUMBER_CORRECTED 2020-05-06 —
            and back              | east | ALREADY_REGISTERED 甲市 东县
            twice                 | east | NUMBER_CORRECTED 2020-05-06 NOW
            handed over           | east | NUMBER_CORRECTED_OUTSIDE 2020-05-06 甲市 西县
            handed over           | west | NUMBER_CORRECTED 2020-05-06 NOW
            merged                | east | NUMBER_CORRECTED 2020-05-06 NOW
            merged into no number | east | ALREADY_REGISTERED 甲市 东县
            corrected, merged     | east | NUMBER_CORRECTED 2020-05-06 NOW
            """)
    void whoIsEnteredUnderAFormerNumberIsAskedAbout(String history, String reader, String told) {
        after(history);
        Actor actor = Map.of("east", maker, "west", neighbour, "city", city).getOrDefault(reader, maker);
        String village = reader.equals("west") ? Neighbourhood.WEST_VILLAGE : Neighbourhood.LOWER_VILLAGE;
        assertEquals(
                told.replace("NOW", now.substring(0, 6) + "********" + now.substring(14)),
                said(entry.enter(actor, wanted("丛再来", old, village), TODAY)));
    }

    private static String said(Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> "done";
            case Answer.Refused<Long> refused -> {
                StringBuilder text = new StringBuilder(refused.reason().toString());
                refused.arguments()
                        .forEach(argument ->
                                text.append(' ').append(argument.toString().replace("山东省 ", "")));
                yield text.toString();
            }
        };
    }

    /** A wrong number may be somebody's right one: who was compared with the paper is entered, the audit has it, and lists find him. */
    @Test
    void somebodyElseIsEnteredWhenThePaperWasCompared() {
        after("corrected");
        PersonEntry.Wanted wanted = wanted("丛真主", old, Neighbourhood.LOWER_VILLAGE);
        long person = done(entry.enterAnother(maker, wanted, TODAY));
        assertEquals(
                CORRECTED.toString(),
                office.part(ScopedWork.class)
                        .read(
                                city,
                                () -> office.part(JdbcClient.class)
                                        .sql(
                                                "select details::json ->> 'number-corrected-on' from access.audit_record where subject = ? and action = 'ENTERED'")
                                        .param("person/" + person)
                                        .query(String.class)
                                        .single()));
        assertEquals("ALREADY_REGISTERED 甲市 东县", said(entry.enterAnother(maker, wanted, TODAY)));
        RosterImport roster = checked(maker, Neighbourhood.EAST, line("丛真主", old, "FN-T", "东镇", "下村"));
        assertEquals(0, roster.counts().rejected());
    }

    @ParameterizedTest
    @CsvSource({"zh, 已核对证件", "en, Paper compared"})
    void thePageAsksAndTakesTheAnswer(String language, String asked) {
        after("corrected");
        office.account("nb-fn-browser", "371981", Role.POVERTY_OFFICE);
        Browser browser = Browser.signedIn(office, "nb-fn-browser");
        browser.get("/language?to=" + language + "&back=%2F");
        assertFalse(browser.get("/persons/new").body().contains(asked));
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                "丛页面",
                "idNumber",
                old,
                "village",
                Neighbourhood.LOWER_VILLAGE,
                "relation",
                "02",
                "reason",
                "走访"));
        HttpResponse<String> refused = browser.post("/persons", form);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains(asked), refused.body());
        assertTrue(refused.body().contains("2020-05-06"), refused.body());
        assertFalse(refused.body().contains(now) || refused.body().contains(old), "masked");
        form.put("another", "true");
        assertTrue(Browser.location(browser.post("/persons", form)).startsWith("/persons/"));
    }

    /** On record in FN-H: a row of a list with the old number, whoever it names; what comes of it. NOW as above. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing           | east | -
            renamed           | east | -
            corrected         | east | NUMBER_CORRECTED 2020-05-06 NOW
            corrected         | city | NUMBER_CORRECTED 2020-05-06 NOW
            corrected         | west | NUMBER_CORRECTED_OUTSIDE 2020-05-06 甲市 东县
            taken away        | east | NUMBER_CORRECTED 2020-05-06 —
            handed over       | east | NUMBER_CORRECTED_OUTSIDE 2020-05-06 甲市 西县
            handed over       | west | NUMBER_CORRECTED 2020-05-06 NOW
            merged            | east | NUMBER_CORRECTED 2020-05-06 NOW
            corrected, merged | east | NUMBER_CORRECTED 2020-05-06 NOW
            """)
    void aRowWithAFormerNumberIsARowToLookAt(String history, String reader, String told) {
        after(history);
        boolean west = reader.equals("west");
        Actor actor = Map.of("east", maker, "west", neighbour, "city", city).getOrDefault(reader, maker);
        String row = line("丛旧号", old, "FN-" + NUMBERS.get(), west ? "西镇" : "东镇", west ? "西村" : "上村");
        RosterImport roster = checked(actor, west ? Neighbourhood.WEST : Neighbourhood.EAST, row);
        List<String> bad = imports.lines(actor, roster.id(), RosterLine.Kind.REJECTED, 0, 10).stream()
                .map(line -> line.fault() + " " + String.join(" ", line.faultArguments()))
                .toList();
        String masked = now.substring(0, 6) + "********" + now.substring(14);
        assertEquals(told.equals("-") ? List.of() : List.of(told.replace("NOW", masked)), bad);
        assertEquals(0, told.equals("-") ? 0 : roster.counts().added(), "nobody is new");
    }

    /** The list names the person after all: his status does not end with a list that has his old number. */
    @Test
    void whoStandsInTheListUnderHisOldNumberIsNotGone() {
        RosterImport first = checked(maker, Neighbourhood.EAST, line("丛在册", old, "FN-G", "东镇", "上村"));
        assertInstanceOf(Answer.Done.class, imports.accept(checker, first.id(), first.version(), false));
        long person = office.part(ScopedWork.class)
                .read(
                        maker,
                        () -> office.part(People.class)
                                .withIdNumber(old, TODAY)
                                .orElseThrow()
                                .id());
        correct(maker, checker, person, 1, null, now);
        RosterImport next = checked(maker, Neighbourhood.EAST, line("丛在册", old, "FN-G", "东镇", "上村"));
        assertEquals(1, next.counts().rejected());
        assertEquals(0, next.counts().added());
        assertTrue(
                imports.lines(maker, next.id(), RosterLine.Kind.GONE, 0, 100_000).stream()
                        .noneMatch(line -> line.personId() != null && line.personId() == person),
                "he is in the list");
    }

    /** What is kept of a rejected row has no number in it; what is shown and given back has the new one masked. */
    @ParameterizedTest
    @CsvSource({"zh, 现登记号码：, 核对证件", "en, now with number, compare the paper"})
    void thePageAndTheFileOfRejectedRowsSayWhatToDo(String language, String number, String todo, @TempDir Path folder) {
        after("corrected");
        office.account("nb-fn-browser", "371981", Role.POVERTY_OFFICE);
        RosterImport roster = checked(maker, Neighbourhood.EAST, line("丛旧号", old, "FN-F", "东镇", "上村"));
        Browser browser = Browser.signedIn(office, "nb-fn-browser");
        browser.get("/language?to=" + language + "&back=%2F");
        String masked = now.substring(0, 6) + "********" + now.substring(14);
        String page = browser.get("/rosters/" + roster.id() + "?kind=rejected").body();
        assertTrue(page.contains(number) && page.contains(masked) && page.contains(todo), page);
        assertFalse(page.contains(now), "masked");
        List<List<String>> rows =
                Workbooks.given(browser, "/rosters/" + roster.id() + "/rejected", folder.resolve("rejected.xlsx"));
        String reason = rows.getLast().getLast();
        assertTrue(reason.contains(number) && reason.contains(masked) && reason.contains("2020-05-06"), reason);
        assertFalse(reason.contains(now), reason);
        assertEquals(
                "number-corrected\t2020-05-06",
                office.part(ScopedWork.class)
                        .read(
                                maker,
                                () -> office.part(JdbcClient.class)
                                        .sql("select reason from register.import_row where batch_id = ?")
                                        .param(roster.id())
                                        .query(String.class)
                                        .single()));
    }

    private RosterImport checked(Actor actor, String path, String... rows) {
        byte[] file = (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
        try {
            RosterReceipt receipt = imports.receive(
                    actor,
                    new RosterImports.Upload("名单.csv", path, StatusKind.POLICY_BENEFICIARY, "WH3 §2b", TODAY),
                    new ByteArrayInputStream(file),
                    TODAY);
            RosterImport roster =
                    assertInstanceOf(RosterReceipt.Taken.class, receipt).roster();
            RosterChecked checked = imports.check(actor, roster.id(), roster.mapping(), TODAY);
            return assertInstanceOf(RosterChecked.Done.class, checked).roster();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String line(String name, String number, String household, String town, String village) {
        return String.join(",", name, number, household, "户主", town, village) + "\n";
    }

    private void correct(
            Actor declares, Actor files, long person, int version, @Nullable String name, @Nullable String number) {
        IdentityCorrection said = new IdentityCorrection(
                person, version, name, number, null, null, null, IdentityPaper.ID_CARD, "与身份证不一致");
        long id = done(cases.correctIdentity(declares, said, CORRECTED));
        done(cases.file(files, id, 1, "", CORRECTED));
    }

    private void merge(long kept, long other) {
        Declaration said = new Declaration(
                Determination.Kind.MERGE,
                List.of(kept),
                null,
                "weihai-2020",
                "WH3 §2b",
                "同一人两份档案",
                Determination.FoundBy.DATA,
                CORRECTED,
                null,
                other,
                null);
        long id = done(cases.declare(maker, said, CORRECTED));
        done(cases.file(checker, id, 1, "", CORRECTED));
    }

    private static PersonEntry.Wanted wanted(String name, String number, String village) {
        return new PersonEntry.Wanted(name, number, 1, number.isEmpty() ? BORN : null, "02", village, null, "走访发现");
    }

    /** A man's number that no test has used yet. */
    private static String fresh() {
        return IdNumber.synthetic("3719", BORN, 1 + 2 * NUMBERS.incrementAndGet())
                .text();
    }

    private static long done(Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }
}
