package fangpin.office.register;

import static fangpin.office.SentBack.assertKept;
import static fangpin.office.SentBack.assertTold;
import static fangpin.office.SentBack.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Role;
import fangpin.office.access.SecuritySetting;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in a security setting, in a token, or in the day that a list is asked for is said beside its field. */
class DaysAndSettingsSentBackTest {
    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);

    private Browser clerk() {
        office.account("fb-clerk", "371982", Role.POVERTY_OFFICE);
        return Browser.signedIn(office, "fb-clerk");
    }

    private Browser security() {
        office.account("fb-security", "371982", Role.SECURITY_ADMINISTRATOR);
        return Browser.signedIn(office, "fb-security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "三", "0", "99999999999"})
    void aSecuritySetting(String typed) {
        SecuritySetting setting = SecuritySetting.LOCK_AFTER;
        HttpResponse<String> answer =
                security().post("/security/settings", Map.of("setting", setting.name(), "value", typed));
        assertTold("“" + typed + "”不行：请填 " + setting.least() + " 至 " + setting.most(), answer, "value");
        assertEquals(2, answer.body().split("class=\"field wrong\"", -1).length, "no other setting is marked");
    }

    @ParameterizedTest
    @CsvSource({
        "rate, 很多, “很多”不行",
        "rate, 6001, 请填 1 至 6000 的整数",
        "until, '', 请填日期",
        "until, 2030-02-30, “2030-02-30”不能作日期",
        "until, +999999999-01-01, 不能作日期"
    })
    void aToken(String field, String typed, String words) {
        Map<String, String> form = Map.of(
                "userName",
                "fb-program",
                "displayName",
                "医院程序",
                "division",
                Neighbourhood.WEST,
                "rate",
                "60",
                "until",
                "2030-01-01",
                "rights",
                "REGISTER_READ");
        HttpResponse<String> answer = security().post("/security/tokens", with(form, field, typed));
        assertTold(words, answer, field);
        assertKept(answer, "value=\"fb-program\"", "value=\"医院程序\"", "value=\"REGISTER_READ\" checked");
    }

    /** A day that a list is asked for comes back beside its field too; the list is that of the usual day meanwhile. */
    @ParameterizedTest
    @CsvSource({"/headcounts?, day", "/persons?, day", "/persons/{id}?, day", "/persons/{id}?day=2020-01-01&, known"})
    void theDayOfAList(String page, String field) {
        long person = place.household(Neighbourhood.WEST_VILLAGE, 1, false).getFirst();
        String address = page.replace("{id}", Long.toString(person));
        Browser clerk = clerk();
        for (String typed : List.of("20200-01-01", "%2B999999999-01-01", "0202-01-01", "2020-02-30")) {
            HttpResponse<String> answer = clerk.get(address + field + "=" + typed);
            assertTold("“" + typed.replace("%2B", "+") + "”不能作日期", answer, field);
        }
        assertEquals(200, clerk.get(address + field + "=2020-02-29").statusCode());
        assertEquals(200, clerk.get(address + field + "=").statusCode());
        assertTrue(clerk.get("/persons?day=2020-02-29").body().contains("value=\"2020-02-29\""));
    }

    @Test
    void theDaysOfTheAudit() {
        office.account("fb-auditor", "371982", Role.AUDIT_ADMINISTRATOR);
        Browser auditor = Browser.signedIn(office, "fb-auditor");
        assertTold("“20200-01-01”不能作日期", auditor.get("/audit?from=20200-01-01&to="), "from");
        assertTold("“0202-01-01”不能作日期", auditor.get("/audit?from=2020-01-01&to=0202-01-01"), "to");
        assertEquals(200, auditor.get("/audit?from=2020-01-01&to=2020-01-31").statusCode());
        assertEquals(200, auditor.get("/audit").statusCode());
    }
}
