package fangpin.office.register;

import static fangpin.office.SentBack.assertKept;
import static fangpin.office.SentBack.assertTold;
import static fangpin.office.SentBack.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in one field of a form of the register: the form comes back with all that was typed, and says beside the field what is wrong. */
class FormsSentBackTest {
    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);

    private Browser clerk() {
        office.account("fb-clerk", "371982", Role.POVERTY_OFFICE);
        return Browser.signedIn(office, "fb-clerk");
    }

    private Browser administrator() {
        office.account("fb-admin", "371982", Role.SYSTEM_ADMINISTRATOR);
        return Browser.signedIn(office, "fb-admin");
    }

    @ParameterizedTest
    @CsvSource({
        "year, '', 不行",
        "year, 两千, “两千”不行",
        "year, 99999999999, “99999999999”不行",
        "dueOn, '', 请填日期",
        "dueOn, 2030-02-30, “2030-02-30”不能作日期",
        "dueOn, +999999999-01-01, “+999999999-01-01”不能作日期",
        "dueOn, 0203-01-01, 1900 年至 2200 年"
    })
    void review(String field, String typed, String words) {
        Map<String, String> form = Map.of("year", "2147", "dueOn", "2147-11-30");
        HttpResponse<String> answer = clerk().post("/reviews", with(form, field, typed));
        assertTold(words, answer, field);
        assertKept(answer, field.equals("year") ? "2147-11-30" : "value=\"2147\"");
    }

    @ParameterizedTest
    @CsvSource({
        "movedOn, '', 请填日期",
        "movedOn, 昨天, “昨天”不能作日期",
        "movedOn, -999999999-01-01, 不能作日期",
        "toPath, '', 此项必填",
        "reason, ' ', 此项必填"
    })
    void handover(String field, String typed, String words) {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        Map<String, String> form = Map.of(
                "person",
                Long.toString(person),
                "toPath",
                Neighbourhood.EAST,
                "movedOn",
                "2020-05-01",
                "reason",
                "随女儿住");
        HttpResponse<String> answer = clerk().post("/handovers", with(form, field, typed));
        assertTold(words, answer, field);
        if (!field.equals("reason")) {
            assertKept(answer, "value=\"随女儿住\"");
        }
        if (!field.equals("toPath")) {
            assertKept(answer, "<option value=\"" + Neighbourhood.EAST + "\" selected>");
        }
    }

    @Test
    void aFieldThatIsNotSentAtAllIsAMissingOne() {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        assertTold("请填日期", clerk().post("/handovers", Map.of("person", Long.toString(person))), "movedOn");
        assertTold("请填日期", clerk().post("/reviews", Map.of("year", "2147")), "dueOn");
        assertTold("请填日期", clerk().post("/key-villages", Map.of("village", Neighbourhood.WEST_VILLAGE)), "from");
        assertTold(
                "请填日期", administrator().post("/divisions/close", Map.of("place", Neighbourhood.WEST_VILLAGE)), "from");
    }

    @Test
    void keyVillageNamedAndEnded() {
        Browser clerk = clerk();
        Map<String, String> form = Map.of("village", Neighbourhood.WEST_VILLAGE, "from", "2020-02-30");
        HttpResponse<String> answer = clerk.post("/key-villages", form);
        assertTold("“2020-02-30”不能作日期", answer, "from");
        assertKept(answer, "<option value=\"" + Neighbourhood.WEST_VILLAGE + "\" selected>");
        assertTold("此项必填", clerk.post("/key-villages", Map.of("from", "2020-01-01")), "village");

        clerk.post("/key-villages", with(form, "from", "2018-01-01"));
        var rows = Pattern.compile("/key-villages/([0-9]+)/end")
                .matcher(clerk.get("/key-villages").body());
        assertTrue(rows.find());
        HttpResponse<String> row = clerk.post("/key-villages/" + rows.group(1) + "/end", Map.of("until", ""));
        assertTold("请填日期", row, "until");
        assertTrue(row.body().contains("<details open>"), "the row's form stands open");
        assertEquals(
                "/key-villages",
                Browser.location(clerk.post("/key-villages/" + rows.group(1) + "/end", Map.of("until", "2019-01-01"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', from, '', 请填日期",
        "'', from, 2020-13-01, “2020-13-01”不能作日期",
        "'', name, '', 此项必填",
        "'', code, '', 此项必填",
        "/rename, from, '', 请填日期",
        "/rename, name, '', 此项必填",
        "/close, from, +10000-01-01, “+10000-01-01”不能作日期"
    })
    void division(String step, String field, String typed, String words) {
        Map<String, String> form = Map.of(
                "place",
                Neighbourhood.WEST_VILLAGE,
                "code",
                "x9",
                "kind",
                "TOWN",
                "name",
                "新名字",
                "english",
                "New Name",
                "from",
                "2020-01-01");
        HttpResponse<String> answer = administrator().post("/divisions" + step, with(form, field, typed));
        assertTold(words, answer, field);
        if (step.isEmpty() && !field.equals("code")) {
            assertKept(answer, "value=\"x9\"", "value=\"New Name\"", "<option value=\"TOWN\" selected>");
        }
        assertEquals(!step.isEmpty(), answer.body().contains("<details open>"));
    }

    @ParameterizedTest
    @CsvSource({
        "bornOn, 1950-02-29, “1950-02-29”不能作日期",
        "bornOn, +999999999-01-01, 不能作日期",
        "village, '', 此项必填",
        "name, '', 此项必填",
        "reason, '', 此项必填"
    })
    void entry(String field, String typed, String words) {
        Map<String, String> form = Map.of(
                "name",
                "丛退回",
                "idNumber",
                "",
                "sex",
                "2",
                "bornOn",
                "1950-03-01",
                "relation",
                "20",
                "village",
                Neighbourhood.WEST_VILLAGE,
                "reason",
                "走访发现");
        Browser clerk = clerk();
        HttpResponse<String> answer = clerk.post("/persons", with(form, field, typed));
        assertTold(words, answer, field);
        assertKept(
                answer,
                "<option value=\"2\" selected>",
                "<option value=\"20\" selected>",
                "<option value=\"" + (field.equals("village") ? "" : Neighbourhood.WEST_VILLAGE + "\" selected"));
        HttpResponse<String> number = clerk.post("/persons", with(form, "idNumber", "37190019500301000"));
        assertEquals(422, number.statusCode());
        assertFalse(number.body().contains("37190019500301000"), "the number is typed again");
    }

    @ParameterizedTest
    @CsvSource({
        "DEATH, effectiveOn, +999999999-01-01, 1900 年至 2200 年",
        "DEATH, effectiveOn, 0202-05-10, 1900 年至 2200 年",
        "MERGE, otherPerson, 张三, 只用数字",
        "MERGE, otherPerson, 99999999999999999999, 只用数字",
        "MERGE, otherPerson, '', 只用数字"
    })
    void aCase(String kind, String field, String typed, String words) {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        Map<String, String> form = Map.of(
                "person",
                Long.toString(person),
                "persons",
                Long.toString(person),
                "kind",
                kind,
                "reason",
                "核对后发现",
                "effectiveOn",
                "2020-05-01",
                "foundBy",
                "VISITED");
        HttpResponse<String> answer = clerk().post("/determinations", with(form, field, typed));
        assertTold(words, answer, field);
        assertKept(answer, "核对后发现", "value=\"" + typed + "\"");
    }

    @ParameterizedTest
    @CsvSource({"bornOn, +999999999-01-01", "changedOn, 0202-05-10", "changedOn, ''"})
    void identity(String field, String typed) {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        Map<String, String> form = Map.of(
                "version",
                "1",
                "name",
                "丛新名",
                "since",
                "CHANGED",
                "paper",
                "ID_CARD",
                "reason",
                "改了名",
                "changedOn",
                "2020-05-01",
                "bornOn",
                "");
        HttpResponse<String> answer = clerk().post("/persons/" + person + "/identity", with(form, field, typed));
        assertTold("如 ", answer, field);
        assertKept(answer, "丛新名", "改了名");
    }

    @Test
    void daysOfANotice() {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        Browser maker = clerk();
        Map<String, String> said = Map.of(
                "person",
                Long.toString(person),
                "persons",
                Long.toString(person),
                "kind",
                "RECOGNITION",
                "status",
                "instant-help",
                "reason",
                "突发重病",
                "effectiveOn",
                "2020-05-01",
                "foundBy",
                "VISITED");
        String address = Browser.location(maker.post("/determinations", said));
        maker.post(address + "/work", Map.of("step", "INVESTIGATE", "version", "1", "note", "入户看过"));
        office.account("fb-checker", "371982", Role.POVERTY_OFFICE);
        Browser checker = Browser.signedIn(office, "fb-checker");
        checker.post(address + "/approve", Map.of("step", "RECOGNISE", "version", "2", "note", "同意"));
        Map<String, String> form = Map.of("step", "PUBLISH", "version", "3", "days", "7", "note", "村东头公示栏");
        for (String typed : List.of("", "七", "4", "61", "99999999999")) {
            HttpResponse<String> answer = maker.post(address + "/work", with(form, "days", typed));
            assertTold("“" + typed + "”不行：请填 5 至 60 的整数", answer, "days");
            assertKept(answer, "村东头公示栏");
        }
        assertEquals(address, Browser.location(maker.post(address + "/work", form)));
    }

    @Test
    void theWordsAreThereInEnglish() {
        Browser clerk = clerk();
        clerk.get("/language?to=en&back=%2F");
        HttpResponse<String> answer = clerk.post("/reviews", Map.of("year", "x", "dueOn", "0202-01-01"));
        assertTold("enter a whole number from 2000 to 2200", answer, "year");
        assertTold("enter one from 1900 to 2200", answer, "dueOn");
        assertFalse(List.of(200, 400, 500).contains(answer.statusCode()));
    }
}
