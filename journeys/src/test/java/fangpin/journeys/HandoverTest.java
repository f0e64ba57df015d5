package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 跨区移交: what Rongcheng proposed, Wendeng takes over; both see it. */
class HandoverTest {
    private final Office office = Office.get();

    @Test
    void theReceivingSideTakesTheHouseholdOver() {
        try (Clerk wendeng = office.signIn("wendeng")) {
            wendeng.go("/handovers");
            wendeng.ask(
                    "[...document.querySelectorAll('main tr')].find(r => r.innerText.includes('待接收')).querySelector('a').click()");
            wendeng.awaits(".*/handovers/[0-9]+$");
            wendeng.ask("document.getElementById('village').selectedIndex = 1");
            wendeng.press("接收");
            wendeng.sees("已接收");
            wendeng.heardNoComplaint();
        }
        try (Clerk finance = office.signIn("finance")) {
            finance.go("/handovers");
            finance.open("已接收");
            assertFalse(finance.offers("接收"), "who only looks on takes nobody over");
        }
        try (Clerk rongcheng = office.signIn("county")) {
            rongcheng.go("/handovers");
            rongcheng.sees("已接收");
        }
    }
}
