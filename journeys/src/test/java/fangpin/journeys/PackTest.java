package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 政策包启用: what a colleague proposed is looked at and approved; a reading is proposed otherwise and cannot be approved by oneself. */
class PackTest {
    private final Office office = Office.get();

    @Test
    void oneProposesAnotherApproves() {
        String address;
        try (Clerk city = office.signIn("city")) {
            city.go("/policies");
            city.follow("威海市2020年度扶贫特惠保险");
            city.follow("提出启用");
            city.ask("document.querySelector('input[name=reading-R1][value=at-most]').click()");
            city.fill("reason", "市扶贫开发领导小组纪要");
            city.press("提出启用");
            city.sees("待批准");
            city.sees("与政策包原定不同");
            assertFalse(city.offers("批准启用"), "nobody approves his own");
            address = city.where();
        }
        try (Clerk other = office.signIn("city2")) {
            other.go("/");
            other.sees("批准政策包启用");
            other.go(address);
            other.picture("adoption");
            other.press("批准启用");
            other.sees("使用中");
            other.heardNoComplaint();
        }
    }

    @Test
    void whoIsNotOfThePovertyOfficeProposesNothing() {
        for (String login : new String[] {"finance2", "medical", "auditor", "helper"}) {
            try (Clerk other = office.signIn(login)) {
                other.go("/policies");
                assertEquals(403, other.go("/policies/weihai-2020/adoptions/new"), login);
            }
        }
    }

    @Test
    void aFigureLeadsToItsSentence() {
        try (Clerk insurer = office.signIn("insurer")) {
            insurer.go("/policies/clause?id=WH3+%C2%A73.1");
            insurer.sees("450元");
            assertFalse(insurer.read().isBlank(), "the document is there");
        }
    }
}
