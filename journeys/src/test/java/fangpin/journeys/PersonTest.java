package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person's page, what is masked on it, and lists that leave the office. */
class PersonTest {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\b[1-9][0-9]{16}[0-9X]\\b");

    private final Office office = Office.get();

    @Test
    void aPersonIsFoundAndHerNumberIsShownForAReasonOnly() {
        try (Clerk clerk = office.signIn("village")) {
            clerk.find("王秀兰");
            clerk.sees("一人一档");
            clerk.sees("于德海");
            assertTrue(!WHOLE_NUMBER.matcher(clerk.read()).find(), "a whole number on the page");
            clerk.follow("查看");
            clerk.press("查看");
            assertTrue(!WHOLE_NUMBER.matcher(clerk.read()).find(), "shown without a reason");
            clerk.fill("reason", "核对住院登记");
            clerk.press("查看");
            assertTrue(WHOLE_NUMBER.matcher(clerk.text(".big")).find(), clerk.read());
            assertTrue(!clerk.where().contains("3"), "no number in an address: " + clerk.where());
        }
    }

    @Test
    void whoOnlyLooksOnSeesNoNameAndCannotUnmask() {
        try (Clerk clerk = office.signIn("finance")) {
            clerk.find("王秀兰");
            clerk.doesNotSee("王秀兰");
            clerk.sees("王*");
            assertEquals(0L, ((Number) clerk.ask("document.querySelectorAll('a[href*=unmask]').length")).longValue());
        }
    }

    @Test
    void aListLeavesWithItsPurposeOnly() throws IOException {
        try (Clerk clerk = office.signIn("village")) {
            clerk.go("/persons");
            clerk.follow("导出 Excel");
            clerk.fill("purpose", "村级公示核对");
            clerk.fill("receiver", "大庄村委会");
            byte[] start = Files.readAllBytes(clerk.download("导出 Excel"));
            assertEquals("PK", new String(start, 0, 2, java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aPersonIsEnteredByHand() {
        try (Clerk clerk = office.signIn("village")) {
            clerk.go("/persons");
            clerk.follow("登记人员");
            clerk.fill("name", "丛新来");
            clerk.ask("document.getElementById('village').selectedIndex = 1");
            clerk.fill("bornOn", "1961-02-03");
            clerk.fill("reason", "新迁入");
            clerk.press("保存");
            clerk.sees("丛新来");
            clerk.heardNoComplaint();
        }
    }
}
