package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** In, out, in the other language, and by the keyboard. */
class SignInTest {
    private final Office office = Office.get();

    @Test
    void aWrongPasswordIsSaidAndTheNameIsKept() {
        try (Clerk clerk = office.stranger(1366, 768)) {
            clerk.go("/sign-in");
            clerk.fill("user", "finance");
            clerk.fill("password", "Wrong-Lantern-1");
            clerk.press("登录");
            clerk.sees("用户名或密码不对");
            assertEquals("/sign-in", clerk.where());
            assertEquals("finance", clerk.ask("document.getElementById('user').value"));
        }
    }

    @Test
    void inAndOutAgain() {
        try (Clerk clerk = office.signIn("town")) {
            clerk.sees("今日");
            clerk.press("退出");
            clerk.awaits(".*/sign-in$");
            clerk.go("/persons");
            assertEquals("/sign-in", clerk.where());
        }
    }

    @Test
    void theLanguageIsSwitchedAndKept() {
        try (Clerk clerk = office.signIn("county")) {
            clerk.go("/headcounts");
            clerk.follow("EN");
            clerk.sees("Headcounts");
            assertEquals("/headcounts", clerk.where());
            clerk.go("/persons");
            clerk.sees("Persons");
        }
    }

    @Test
    void theSearchIsAKeyAway() {
        try (Clerk clerk = office.signIn("county")) {
            clerk.key("/");
            assertEquals("find", clerk.ask("document.activeElement.id"));
            clerk.find("王秀兰");
            clerk.sees("王秀兰");
            clerk.heardNoComplaint();
        }
    }
}
