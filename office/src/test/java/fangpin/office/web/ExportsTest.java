package fangpin.office.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Account;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Role;
import fangpin.office.register.Neighbourhood;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list leaves as a workbook for whoever may see it, with its purpose, and for nobody else. */
class ExportsTest {
    private static final RunningOffice OFFICE = RunningOffice.get();
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
    private static final Neighbourhood PLACE = new Neighbourhood(OFFICE);

    static List<String> lists() {
        return List.copyOf(new TreeSet<>(
                OFFICE.parts(ListSheet.class).stream().map(ListSheet::id).toList()));
    }

    private static String login(Role role) {
        return "exports-" + role.name().toLowerCase(Locale.ROOT);
    }

    private static Browser as(Role role) {
        return BROWSERS.computeIfAbsent(role, key -> {
            String name = login(key);
            OFFICE.account(name, "371900", key);
            return Browser.signedIn(OFFICE, name);
        });
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListLeavesWithItsPurposeForItsReadersOnly(String id) {
        PLACE.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        ListSheet list = OFFICE.parts(ListSheet.class).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<Role> readers = Arrays.stream(Role.values())
                .filter(role -> role.brings(list.needs()))
                .toList();
        assertTrue(!readers.isEmpty() && readers.size() < Role.values().length, "some may, some may not");
        for (Role role : Role.values()) {
            HttpResponse<String> asked = as(role).get("/exports/" + id);
            assertEquals(readers.contains(role) ? 200 : 404, asked.statusCode(), role + "\n" + asked.body());
        }
        Browser reader = as(readers.getFirst());
        Account account = OFFICE.account(login(readers.getFirst()), "371900", readers.getFirst());
        HttpResponse<String> page = reader.get("/exports/" + id);
        assertTrue(!page.body().contains("???") && !page.body().contains("register.field."), page.body());
        assertEquals(
                422,
                reader.post("/exports/" + id, Map.of("purpose", " ", "receiver", "x"))
                        .statusCode());
        long before = noted(account, id);
        HttpResponse<String> file = reader.post("/exports/" + id, Map.of("purpose", "年度核对用", "receiver", "县审计局"));
        assertEquals(200, file.statusCode(), file.body());
        assertTrue(Browser.header(file, "Content-Disposition").toString().contains("attachment"), id);
        assertTrue(file.body().startsWith("PK"), id);
        assertEquals(before + 1, noted(account, id), "noted with its purpose");
    }

    private static long noted(Account account, String id) {
        return OFFICE.part(ExportPurposes.class).page(account.actor(), null, 1_000).stream()
                .filter(line -> line.export().what().equals(id)
                        && line.export().purpose().equals("年度核对用"))
                .count();
    }
}
