package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The audit as its page shows it, and as the command verifies it. */
class AuditPageTest {
    private final RunningOffice office = RunningOffice.get();

    @Test
    void theAuditIsReadByTheAuditorFilteredAndPagedAndVerifies() {
        office.account("pager", "371082", Role.AUDIT_ADMINISTRATOR);
        Browser browser = Browser.signedIn(office, "pager");
        HttpResponse<String> page =
                browser.get("/audit?what=SIGNED_IN&to=" + LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("pager"), page.body());
        assertFalse(browser.get("/audit?subject=nothing-like-this").body().contains("pager</td>"));
        assertEquals(400, browser.get("/audit?what=NO_SUCH").statusCode());
        SecuritySettings settings = office.part(SecuritySettings.class);
        settings.set(
                office.account("pager-teller", "371082", Role.SECURITY_ADMINISTRATOR)
                        .actor(),
                SecuritySetting.IDLE_MINUTES,
                settings.get(SecuritySetting.IDLE_MINUTES),
                java.time.Instant.now());
        String told = browser.get("/audit?what=SETTING_CHANGED").body();
        assertTrue(told.contains("改前：") && told.contains("改后：") && !told.contains(">before<"), told);
        AuditReport report = AuditCheck.run(
                office.database(),
                office.folder().resolve("secrets").resolve("keys"),
                office.folder().resolve("audit").resolve("head"));
        assertTrue(report.sound(), report.toString());
        assertTrue(report.sealed() > 0);
    }
}
