package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of the register that are longer than a page: from page to page one meets each row once, the open ones first. */
class PagesOfListsTest {
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final JdbcClient database = office.part(JdbcClient.class);

    /** A county of its own for each list, in which nothing stands but what the test puts there. */
    private record County(String path, Actor clerk, Browser browser) {}

    private County county(String code) {
        String path = Neighbourhood.CITY + code + "/";
        place.clerk("pl-" + code, "371900");
        office.account("pl-county-" + code, code, Role.POVERTY_OFFICE);
        Actor clerk = new Actor(
                office.account("pl-" + code, "371900").id(),
                "",
                Set.of(Role.POVERTY_OFFICE),
                new Scope(Neighbourhood.CITY),
                "");
        office.part(ScopedWork.class)
                .write(
                        clerk,
                        () -> database.sql("""
                                insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                                values (:path, (select id from register.division where path = :above), :code, 'county', '长县', 'Long',
                                    '2000-01-01') on conflict do nothing
                                """)
                                .param("path", path)
                                .param("above", Neighbourhood.CITY)
                                .param("code", code)
                                .update());
        return new County(path, clerk, Browser.signedIn(office, "pl-county-" + code));
    }

    /** The ids of the rows as one meets them, page after page. */
    private static List<Long> walked(County county, String list, int pages) {
        Pattern row = Pattern.compile("<a href=\"" + list + "/([0-9]+)\"");
        List<Long> met = new ArrayList<>();
        String address = list;
        for (int turned = 1; !address.isEmpty(); turned++) {
            String body = county.browser().get(address).body();
            Matcher rows = row.matcher(body);
            while (rows.find()) {
                met.add(Long.parseLong(rows.group(1)));
            }
            assertEquals(turned > 1, body.contains("<a href=\"" + list + "\">回到第一页</a>"), address);
            Matcher next = NEXT.matcher(body);
            address = next.find() ? next.group(1) : "";
            assertEquals(turned < pages, !address.isEmpty(), () -> list + " has another number of pages");
        }
        return met;
    }

    private List<Long> made(County county, int rows, java.util.function.IntFunction<String> insert) {
        return office.part(ScopedWork.class)
                .write(
                        county.clerk(),
                        () -> IntStream.range(0, rows)
                                .mapToObj(number -> database.sql(insert.apply(number) + " returning id")
                                        .param("path", county.path())
                                        .param("actor", county.clerk().userId())
                                        .query(Long.class)
                                        .single())
                                .toList());
    }

    /** Every third is open where any is; as many rows as two pages and one have. */
    private static boolean isOpen(int number, boolean anyOpen) {
        return anyOpen && number % 3 == 0;
    }

    private static List<Long> openFirst(List<Long> ids, boolean anyOpen) {
        Comparator<Long> over = Comparator.comparing(id -> !isOpen(ids.indexOf(id), anyOpen));
        return ids.stream()
                .sorted(over.thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"371971, true", "371972, false"})
    void handovers(String code, boolean anyOpen) {
        County county = county(code);
        List<Long> ids = made(county, 101, number -> """
                insert into register.handover (from_path, to_path, household_number, household_id, persons, moved_on, pack, clause, reason,
                    stage, proposed_by, proposed_on)
                values (:path, '370000/371900/371982/', 'PL', 0, 1, '2020-05-01', 'p', 'LS §6.1', '随迁', '%s', :actor, '2020-05-01')
                """.formatted(isOpen(number, anyOpen) ? "proposed" : "withdrawn"));
        assertEquals(openFirst(ids, anyOpen), walked(county, "/handovers", 3));
    }

    @ParameterizedTest
    @CsvSource({"371973, true", "371974, false"})
    void notices(String code, boolean anyOpen) {
        County county = county(code);
        List<Long> ids =
                made(county, 101, number -> """
                insert into register.public_notice (path, title, clause, place, shown_from, shown_to, entered_by)
                values (:path, 'recognition:instant-help', 'WH3 §3.2', '公示栏', '2000-01-01', '%s', :actor)
                """.formatted(isOpen(number, anyOpen) ? "2199-01-01" : "2000-01-11"));
        assertEquals(openFirst(ids, anyOpen), walked(county, "/notices", 3));
    }

    @Test
    void rosters() {
        County county = county("371975");
        List<Long> ids = made(county, 61, number -> """
                insert into register.import_batch (path, file_name, file_hash, status_kind, clause, true_from, seen_on, mapping, stage,
                    entered_by)
                values (:path, '名单.csv', '\\x00', 'policy-beneficiary', 'WH3 §2b', '2020-01-01', '2020-01-01', '0', 'cancelled', :actor)
                """);
        assertEquals(ids.reversed(), walked(county, "/rosters", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open-", "shut-3", "over-x", "17", "open-99999999999999999999"})
    void whatIsNoRankIsTheStart(String written) {
        assertEquals(OpenFirst.START, OpenFirst.of(written));
    }

    @Test
    void aRankIsReadAsItIsWritten() {
        LongStream.of(1, 17, 999_999_999_999_999_999L)
                .boxed()
                .flatMap(id -> List.of(new OpenFirst(true, id), new OpenFirst(false, id)).stream())
                .forEach(rank -> assertEquals(rank, OpenFirst.of(rank.written())));
        assertTrue(OpenFirst.of("open-3").open());
        assertFalse(OpenFirst.of("over-3").open());
    }
}
