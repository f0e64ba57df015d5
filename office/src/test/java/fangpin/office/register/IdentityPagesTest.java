package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A correction as two clerks meet it: the form, the work list, the case, the person's page afterwards. */
class IdentityPagesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final LocalDate BORN = LocalDate.of(1950, 3, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Actor clerk = place.clerkOf("nb-page-enterer", Neighbourhood.WEST);

    /** Of a county in which few cases wait, so that the newest stands on the work list. */
    private Browser clerk(String name) {
        office.account(name, "371982", Role.POVERTY_OFFICE);
        return Browser.signedIn(office, name);
    }

    @Test
    void oneFillsTheFormInAndAnotherComparesAndFiles() {
        String wrong = IdNumber.synthetic("3719", BORN, 11).text();
        String right = IdNumber.synthetic("3719", BORN, 13).text();
        String person = "/persons/" + entered("丛表单", wrong);
        Browser maker = clerk("nb-page-maker");
        assertTrue(maker.get(person).body().contains(person + "/identity"));
        assertTrue(maker.get(person + "/identity").body().contains("丛表单"));

        HttpResponse<String> digit =
                maker.post(person + "/identity", form(right.substring(0, 17) + (right.endsWith("0") ? "1" : "0")));
        assertEquals(422, digit.statusCode());
        assertTrue(digit.body().contains("校验位不符"), digit.body());
        HttpResponse<String> same = maker.post(person + "/identity", form(wrong));
        assertTrue(same.body().contains("没有要更正的"), same.body());
        HttpResponse<String> noPaper = maker.post(person + "/identity", without("reason", form(right)));
        assertEquals(422, noPaper.statusCode());

        String address = Browser.location(maker.post(person + "/identity", form(right)));
        assertTrue(address.startsWith("/determinations/"), address);
        String shown = maker.get(address).body();
        assertTrue(shown.contains("更正身份信息") && shown.contains("居民身份证"), shown);
        assertFalse(shown.contains(right) || shown.contains(wrong), "masked");

        Browser checker = clerk("nb-page-checker");
        assertTrue(checker.get("/").body().contains(address), "stands on the work list");
        checker.get(address + "/unmask");
        assertEquals(422, checker.post(address + "/unmask", Map.of()).statusCode());
        HttpResponse<String> clear = checker.post(address + "/unmask", Map.of("reason", "对照身份证"));
        assertTrue(clear.body().contains(right), clear.body());
        Map<String, String> file = Map.of("step", "FILE", "version", "1", "note", "一致");
        assertEquals(422, maker.post(address + "/approve", file).statusCode());
        assertEquals(address, Browser.location(checker.post(address + "/approve", file)));

        String page = checker.get(person).body();
        assertTrue(page.contains("曾登记的内容") && page.contains("/unmask?kind=id-number&version=1"), page);
        assertFalse(page.contains(right) || page.contains(wrong), "masked");
        checker.get(person + "/unmask?kind=id-number&version=1");
        HttpResponse<String> old =
                checker.post(person + "/unmask", Map.of("kind", "id-number", "version", "1", "reason", "核对旧材料"));
        assertTrue(old.body().contains(wrong), old.body());
        assertEquals(person, Browser.location(checker.post("/search", Map.of("q", right))));
        assertFalse(
                Browser.location(checker.post("/search", Map.of("q", wrong))).equals(person));
    }

    @Test
    void aCardThatFailsItsCheckDigitIsSavedWhenTheClerkSaysSoOnceMore() {
        String person = "/persons/" + entered("丛有卡", "");
        Browser maker = clerk("nb-page-maker");
        maker.get(person + "/change");
        Map<String, String> said = new HashMap<>(
                Map.of("version", "1", "bankCard", "6217 0000 0000 0000 001", "relation", "02", "reason", "本人来电"));
        HttpResponse<String> asked = maker.post(person + "/change", said);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("仍按此卡号保存"), asked.body());
        assertFalse(maker.get(person).body().contains("6217"), "nothing kept yet");
        maker.get(person + "/change");
        said.put("cardAnyway", "true");
        assertEquals(person, Browser.location(maker.post(person + "/change", said)));
        assertTrue(maker.get(person).body().contains("6217"));
        said.putAll(Map.of("version", "2", "bankCard", "6217000000000000004"));
        said.remove("cardAnyway");
        assertEquals(person, Browser.location(maker.post(person + "/change", said)));
    }

    private static Map<String, String> form(String idNumber) {
        return Map.of(
                "version",
                "1",
                "name",
                "丛表单",
                "idNumber",
                idNumber,
                "since",
                "ALWAYS",
                "paper",
                "ID_CARD",
                "reason",
                "录错一位");
    }

    private static Map<String, String> without(String field, Map<String, String> form) {
        Map<String, String> less = new HashMap<>(form);
        less.remove(field);
        return less;
    }

    private long entered(String name, String number) {
        PersonEntry.Wanted wanted = new PersonEntry.Wanted(
                name, number, 1, number.isEmpty() ? BORN : null, "02", Neighbourhood.WEST_VILLAGE, null, "走访发现");
        return switch (office.part(PersonEntry.class).enter(clerk, wanted, TODAY)) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> Assertions.fail(refused.toString());
        };
    }
}
