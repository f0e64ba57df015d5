package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** 账号: a new clerk, his first sign-in; what a role may not see, it is told so. */
class AccountTest {
    private final Office office = Office.get();

    @Test
    void aNewClerkGetsAPasswordForOnceAndMakesHisOwn() {
        String password;
        try (Clerk system = office.signIn("system")) {
            system.go("/users");
            system.follow("新建账号");
            system.fill("userName", "newclerk");
            system.fill("displayName", "初学文");
            system.ask("document.getElementById('POVERTY_OFFICE').click()");
            system.press("建立并生成一次性密码");
            password = system.text("code.secret");
            system.heardNoComplaint();
        }
        try (Clerk clerk = office.stranger(1366, 768)) {
            clerk.go("/sign-in");
            clerk.fill("user", "newclerk");
            clerk.fill("password", password);
            clerk.press("登录");
            clerk.sees("设置新密码");
            clerk.fill("password", "short");
            clerk.fill("again", "short");
            clerk.press("保存并继续");
            clerk.sees("设置新密码");
            clerk.fill("password", "Harbour-Lantern-77");
            clerk.fill("again", "Harbour-Lantern-77");
            clerk.press("保存并继续");
            clerk.sees("绑定动态口令");
            clerk.picture("second-factor");
            clerk.heardNoComplaint();
        }
    }

    @Test
    void whatARoleMayNotIsDeniedOnADesignedPage() {
        for (String path : new String[] {"/persons", "/audit", "/rosters", "/users"}) {
            try (Clerk hospital = office.signIn("hospital")) {
                assertEquals(403, hospital.go(path), path);
                hospital.picture("denied");
            }
        }
        try (Clerk system = office.signIn("system")) {
            assertEquals(403, system.go("/persons"), "administrators see no business data");
        }
    }

    @Test
    void theAuditorSeesWhatWasDone() {
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/audit");
            auditor.sees("登录");
            auditor.heardNoComplaint();
        }
    }
}
