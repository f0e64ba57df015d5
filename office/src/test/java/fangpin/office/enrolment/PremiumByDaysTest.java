package fangpin.office.enrolment;

import static fangpin.office.enrolment.InsuredCounty.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.Workbooks;
import fangpin.office.access.Actor;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.policy.Adoptions;
import fangpin.office.web.Query;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading R10 by days: the premium table is the sum of what the kernel says of each person. An office of its own, for the whole city adopts it. */
class PremiumByDaysTest {
    private static final String MEDICAL = "supplementary-medical";
    private static final String ACCIDENT = "accident";
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final String CITY = "370000/371000/";
    private static final String WENDENG = CITY + "371003/";

    private static RunningOffice office;
    private static InsuredCounty county;
    private static Actor city;

    /**
     * A cover that stands in the office.
     *
     * @param division whose figure it enters
     * @param known whether it was not replaced since
     */
    private record Held(String division, String product, LocalDate from, LocalDate until, boolean known) {}

    /** Where persons live, and whose figure they enter. */
    private record Home(String division, String village) {}

    private static final List<Held> HELD = new ArrayList<>();
    private static long seed;

    @BeforeAll
    static void aCityThatChargesByDays() throws Exception {
        DataFolder folder = DataFolder.open(TestDatabase.folder("by-days"));
        DatabaseAddress database = TestDatabase.fresh();
        RunningOffice.showDemonstration(database);
        office = RunningOffice.on(folder, database, CryptoSuite.NATIONAL);
        county = new InsuredCounty(office, "371003");
        for (String code : List.of("371002", "371082", "371083", "371071", "371072", "371073")) {
            place(CITY + code + "/", "county", code, CITY);
        }
        place(WENDENG + "371003-nanhai/", "unit", "371003-nanhai", WENDENG);
        city = office.account("by-days-1", "371000", Role.POVERTY_OFFICE).actor();
        Actor second =
                office.account("by-days-2", "371000", Role.POVERTY_OFFICE).actor();
        Adoptions adoptions = office.part(Adoptions.class);
        long id = done(adoptions.propose(
                city,
                new Adoptions.Proposal(InsuredCounty.PACK, Map.of("R10", "by-days"), null, "领导小组会议"),
                LocalDate.of(2020, 1, 2)));
        done(adoptions.approve(second, id, 0, LocalDate.of(2020, 1, 2)));
        seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("PremiumByDaysTest: -Dfangpin.seed=" + seed);
        people(new Random(seed));
    }

    @AfterAll
    static void closed() {
        office.close();
    }

    private static void place(String path, String kind, String code, String above) {
        county.change("""
                insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                values (?, (select id from register.division where path = ?), ?, ?, ?, ?, '2000-01-01')
                """, path, above, code, kind, code, code);
    }

    /** A few hundred persons of three divisions, some from the first day, some later, some who left, some replaced, some yet to come. */
    private static void people(Random random) {
        List<Home> homes = List.of(
                new Home("371003", county.upperVillage),
                new Home("371003-nanhai", WENDENG + "371003-nanhai/"),
                new Home("371082", CITY + "371082/"));
        for (Home home : homes) {
            for (int person = 0; person < 110; person++) {
                InsuredCounty.Made made = county.person(home.village(), "甲" + person);
                if (person < 5) {
                    county.status(made.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
                }
                for (String product : List.of(MEDICAL, ACCIDENT)) {
                    if (random.nextInt(8) > 0) {
                        cover(random, made.id(), home, product);
                    }
                }
            }
        }
    }

    private static void cover(Random random, long person, Home home, String product) {
        if (random.nextInt(10) == 0) {
            hold(
                    person,
                    home.village(),
                    new Held(home.division(), product, day(random, 366), InsuredCounty.END, false));
        }
        LocalDate from = random.nextInt(3) > 0 ? InsuredCounty.FIRST_DAY : day(random, 366);
        LocalDate until = random.nextInt(6) > 0
                ? InsuredCounty.END
                : from.plusDays(1 + random.nextInt((int) (InsuredCounty.END.toEpochDay() - from.toEpochDay())));
        hold(person, home.village(), new Held(home.division(), product, from, until, true));
    }

    private static LocalDate day(Random random, int days) {
        return InsuredCounty.FIRST_DAY.plusDays(random.nextInt(days));
    }

    private static void hold(long person, String village, Held held) {
        county.change(
                """
                insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, known_to, entered_by,
                    approved_by) values (?, ?, ?, ?, 'policy-beneficiary', 'WH3 §2b', ?, ?, cast(? as timestamptz), 0, 1)
                """,
                village,
                person,
                InsuredCounty.PACK,
                held.product(),
                held.from(),
                held.until(),
                held.known() ? "infinity" : "2100-01-01");
        HELD.add(held);
    }

    private static Product product(String id) {
        PolicyPack pack = assertInstanceOf(
                        LoadResult.Loaded.class, Packs.load(InsuredCounty.PACK, Map.of("R10", "by-days"), null))
                .pack();
        return pack.product(id).orElseThrow();
    }

    /** The plain computation: person by person, to the end of the period, whenever his cover ends. */
    private static long plainly(String division, String id, LocalDate day) {
        Product product = product(id);
        long sum = 0;
        for (Held held : HELD) {
            if (held.known()
                    && held.division().equals(division)
                    && held.product().equals(id)
                    && !held.from().isAfter(day)) {
                sum += product.premium()
                        .due(
                                product.period(),
                                new Period(held.from(), product.period().until()))
                        .amount();
            }
        }
        return sum;
    }

    private static long heads(String division, String id, LocalDate day) {
        return HELD.stream()
                .filter(held -> held.known()
                        && held.division().equals(division)
                        && held.product().equals(id)
                        && !held.from().isAfter(day))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01, 0", "2020-02-29, 0", "2020-10-01, 0", "2020-10-01, 1234567", "2020-12-31, 1"})
    void theTableIsTheSumOverPersons(LocalDate day, long surplus) {
        PremiumsDue.Worked worked =
                done(office.part(PremiumsDue.class).due(city, InsuredCounty.PACK, day, new Fen(surplus)));
        long carried = 0;
        for (var division : worked.due().divisions()) {
            for (LineDue line : division.lines()) {
                String product = line.line().product();
                String of = "seed " + seed + " " + division.code() + " " + product;
                assertEquals(
                        plainly(division.code(), product, day), line.premium().amount(), of);
                assertEquals("" + heads(division.code(), product, day), line.headcount(), of);
                assertEquals(
                        line.due().amount(),
                        line.payments().stream()
                                .mapToLong(payment -> payment.amount().amount())
                                .sum(),
                        of);
                InsuredPeople.Question behind = worked.behind(division.code(), product);
                assertEquals(
                        line.headcount(), "" + office.part(InsuredPeople.class).count(city, behind), of);
                assertEquals(
                        line.premium(),
                        DaysPremium.of(
                                        product(product),
                                        office.part(InsuredPeople.class).starts(city, behind))
                                .total(),
                        of);
                carried += line.carriedOver().amount();
            }
        }
        assertEquals(surplus, carried);
    }

    /** 450 yuan and 366 days: who comes later costs his days; who leaves early costs as if he had not. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            product,               from,       days, each
            supplementary-medical, 2019-07-01, 366,  450.00
            supplementary-medical, 2020-01-01, 366,  450.00
            supplementary-medical, 2020-01-02, 365,  448.77
            supplementary-medical, 2020-07-01, 184,  226.23
            supplementary-medical, 2020-12-31, 1,    1.23
            accident,              2020-07-01, 184,  4.02
            accident,              2020-12-31, 1,    0.02
            """)
    void eachPersonIsRoundedForHimself(String product, LocalDate from, long days, String each) {
        DaysPremium cost = DaysPremium.of(product(product), List.of(new CoverStart(from, 3)));
        assertEquals(days, cost.days().getFirst().days());
        assertEquals(each, cost.days().getFirst().each().yuan());
        assertEquals(3 * cost.days().getFirst().each().amount(), cost.total().amount());
        assertEquals(days == 366 ? 0 : 3, cost.joined());
    }

    @Test
    void theFigureLeadsToItsPersonsAndTheLetterAndTableHaveTheSame(@TempDir Path files) {
        PremiumsDue.Worked worked = done(office.part(PremiumsDue.class).due(city, InsuredCounty.PACK, DAY));
        Browser browser = Browser.signedIn(office, "by-days-1");
        String about = "?pack=" + InsuredCounty.PACK + "&day=" + DAY;
        String table = browser.get("/premium" + about).body();
        assertTrue(table.contains("按在保天数") && table.contains("其中年中新增"), table);
        String wendeng = yuan(plainly("371003", MEDICAL, DAY));
        assertTrue(table.contains(wendeng), wendeng);
        InsuredPeople.Question behind = worked.behind("371003", MEDICAL);
        String persons = browser.get(Query.of("/insured")
                        .with("product", behind.pack() + "." + behind.product())
                        .with("place", behind.place())
                        .with("without", String.join(",", behind.without()))
                        .with("day", behind.day())
                        .with("begun", "true")
                        .address())
                .body();
        assertTrue(persons.contains(wendeng) && persons.contains("计费天数"), persons);
        long medical = List.of("371003", "371003-nanhai", "371082").stream()
                .mapToLong(division -> plainly(division, MEDICAL, DAY))
                .sum();
        String letter = browser.get("/premium/request" + about).body();
        DaysPremium cost = worked.byDays(MEDICAL).orElseThrow();
        assertTrue(letter.contains("年中新增" + cost.joined() + "人按在保天数计费"), letter);
        assertEquals(medical, cost.total().amount());
        assertTrue(letter.contains("共需保费" + new Fen(medical).yuan().replaceAll("\\.?0+$", "")), letter);
        assertTrue(letter.contains(wendeng), letter);
        for (String as : List.of("docx", "pdf")) {
            assertEquals(
                    200, browser.get("/premium/request" + about + "&as=" + as).statusCode(), as);
        }
        Path file = files.resolve("premium.xlsx");
        assertEquals(200, browser.download("/premium/export" + about, file).statusCode());
        List<List<String>> rows = Workbooks.rows(file);
        String figure = number(plainly("371082", ACCIDENT, DAY));
        assertTrue(
                rows.stream()
                        .anyMatch(row -> row.contains(figure) && row.contains("" + heads("371082", ACCIDENT, DAY))),
                figure + " " + rows);
    }

    /** As a workbook keeps it: a number, so that 710.50 reads back as 710.5. */
    private static String number(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    /** As pages group it. */
    private static String yuan(long fen) {
        return "%,d.%02d".formatted(fen / 100, fen % 100);
    }
}
