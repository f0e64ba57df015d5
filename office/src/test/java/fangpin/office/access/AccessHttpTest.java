package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.internal.PersonalNumbers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole office over HTTP: who gets in, who may do what, what every answer carries. */
class AccessHttpTest {
    private final RunningOffice office = RunningOffice.get();

    /** A route with a method, its variables filled in with a number that no row has. */
    private record Route(HttpMethod method, String path, HandlerMethod handler) {}

    private List<Route> routes() {
        List<Route> all = new ArrayList<>();
        office.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    all.add(new Route(method.asHttpMethod(), pattern.replaceAll("\\{[^}]+}", "999999999"), handler));
                }
            }
        });
        return all;
    }

    private HttpResponse<String> ask(Browser browser, Route route) {
        return route.method().equals(HttpMethod.GET) ? browser.get(route.path()) : browser.post(route.path(), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteIsRefusedToARoleWithoutItsRightAndOpenToOneWithIt(Role role) {
        String name = "m-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Actor actor = office.account(name, "371082", role).actor();
        Browser browser = Browser.signedIn(office, name);
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            Needs needs = route.handler().getMethodAnnotation(Needs.class);
            if (needs == null || route.path().equals("/sign-out")) {
                continue;
            }
            HttpResponse<String> answer = ask(browser, route);
            if (route.path().startsWith("/api/")) {
                // a sign-in opens nothing to a program, whatever the role; ApiRightsTest tries every token
                if (answer.statusCode() != 401 || !answer.body().contains("TOKEN_NEEDED")) {
                    wrong.add(route.method() + " " + route.path() + " " + answer.statusCode());
                }
                continue;
            }
            boolean refused = answer.statusCode() == 403;
            if (refused == actor.may(needs.value()) || answer.statusCode() >= 500 || answer.statusCode() == 401) {
                wrong.add(route.method() + " " + route.path() + " " + answer.statusCode());
            }
            if (refused && !answer.body().contains("<h1>")) {
                wrong.add(route.path() + " is refused without a page");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aDenialIsRecordedWithWhoAndWhat() {
        office.account("denied-one", "371082", Role.HOSPITAL);
        Browser.signedIn(office, "denied-one").get("/audit");
        office.account("reads-audit", "371082", Role.AUDITOR);
        String audit = Browser.signedIn(office, "reads-audit")
                .get("/audit?what=DENIED&who=denied-one")
                .body();
        assertTrue(audit.contains("AUDIT_READ") && audit.contains("denied-one"), audit);
    }

    @Test
    void aStrangerIsAnsweredBySignInFilesAndLanguageOnly() {
        Browser stranger = new Browser(office);
        Set<String> open = new TreeSet<>();
        for (Route route : routes()) {
            HttpResponse<String> answer = stranger.get(route.path());
            String to = Browser.location(answer);
            boolean toSignIn = answer.statusCode() == 303 && to.equals("/sign-in");
            if (!toSignIn && answer.statusCode() != 401) {
                open.add(route.path());
            }
        }
        assertEquals(
                Set.of("/language", "/sign-in", "/style/pack.css"), open, "the steps of a sign-in begin at its first");
        assertEquals(200, stranger.get("/style/desk.css").statusCode());
        for (String odd : List.of(
                "//persons",
                "/persons/",
                "/persons;x=1",
                "/%70ersons",
                "/persons%2f",
                "/PERSONS",
                "/sign-in/..;/persons",
                "/style/../persons",
                "/style/..%2fpersons",
                "/actuator/env",
                "/actuator/heapdump",
                "/v3/api-docs",
                "/api/none")) {
            int status = stranger.get(odd).statusCode();
            assertTrue(status == 303 || status == 400 || status == 401 || status == 404, odd + " " + status);
            assertFalse(stranger.get(odd).body().contains("<table"), odd);
        }
    }

    @Test
    void everyFormIsRefusedWithoutItsProof() {
        office.account("no-proof", "371082", Role.POVERTY_OFFICE);
        Browser browser = Browser.signedIn(office, "no-proof");
        for (Route route : routes()) {
            if (!route.method().equals(HttpMethod.GET) && !route.path().startsWith("/api/")) {
                assertEquals(403, browser.postRaw(route.path(), Map.of()).statusCode(), route.path());
            }
        }
        assertEquals(200, browser.get("/account").statusCode(), "signed in as before: not even /sign-out worked");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatBindTheBrowser() {
        office.account("headers", "371082", Role.SYSTEM_ADMINISTRATOR);
        Browser browser = Browser.signedIn(office, "headers");
        for (String path : List.of("/sign-in", "/account", "/users", "/nowhere", "/audit", "/style/desk.css")) {
            HttpResponse<String> answer = browser.get(path);
            String policy = String.join(" ", Browser.header(answer, "Content-Security-Policy"));
            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertEquals(List.of("nosniff"), Browser.header(answer, "X-Content-Type-Options"), path);
            assertEquals(List.of("no-referrer"), Browser.header(answer, "Referrer-Policy"), path);
            assertEquals(List.of("DENY"), Browser.header(answer, "X-Frame-Options"), path);
            if (!path.startsWith("/style")) {
                assertTrue(
                        String.join(" ", Browser.header(answer, "Cache-Control"))
                                .contains("no-store"),
                        path);
            }
            assertFalse(answer.body().contains(" style=\"") || answer.body().contains("onclick"), path);
        }
    }

    @Test
    void theSessionHasANewIdAfterSignInAndACookieThatScriptsDoNotSee() {
        office.account("fixed", "371082", Role.FINANCE);
        Browser browser = new Browser(office);
        HttpResponse<String> form = browser.get("/sign-in");
        String cookie = String.join(" ", Browser.header(form, "Set-Cookie"));
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String before = browser.session();
        Browser thief = new Browser(office).stealing(browser);
        assertEquals("/", Browser.location(browser.signIn("fixed", RunningOffice.PASSWORD)));
        assertNotEquals(before, browser.session());
        assertEquals("/sign-in", Browser.location(thief.get("/account")), "the id from before is worth nothing");
        Browser copy = new Browser(office).stealing(browser);
        assertEquals(200, copy.get("/account").statusCode());
        browser.get("/account");
        browser.post("/sign-out", Map.of());
        assertEquals("/sign-in", Browser.location(copy.get("/account")), "dead at sign-out");
    }

    @Test
    void stoppingAnAccountOrChangingItsRolesEndsItsSessionsAtOnce() {
        Account admin = office.account("stopper", "371000", Role.SYSTEM_ADMINISTRATOR);
        Account first = office.account("stopped-1", "371082", Role.FINANCE);
        Account second = office.account("stopped-2", "371082", Role.FINANCE);
        Browser one = Browser.signedIn(office, "stopped-1");
        Browser two = Browser.signedIn(office, "stopped-2");
        Accounts accounts = office.part(Accounts.class);
        accounts.stop(admin.actor(), first.id(), first.version(), Instant.now());
        accounts.change(admin.actor(), second.id(), second.version(), "b", Set.of(Role.HEALTH), Instant.now());
        assertEquals("/sign-in", Browser.location(one.get("/account")));
        assertEquals("/sign-in", Browser.location(two.get("/account")));
        assertEquals(
                422,
                new Browser(office).signIn("stopped-1", RunningOffice.PASSWORD).statusCode());
    }

    @Test
    void accountsOfAnotherDivisionAreNotFound() {
        office.account("rongcheng", "371082", Role.SYSTEM_ADMINISTRATOR);
        Account other = office.account("in-wendeng", "371003", Role.FINANCE);
        Browser browser = Browser.signedIn(office, "rongcheng");
        assertEquals(404, browser.get("/users/" + other.id()).statusCode());
        for (String action : List.of("", "/stop", "/reset", "/resume")) {
            HttpResponse<String> answer = browser.post(
                    "/users/" + other.id() + action, Map.of("version", "1", "displayName", "x", "roles", "FINANCE"));
            assertEquals(404, answer.statusCode(), action);
        }
        assertFalse(browser.get("/users?words=in-wendeng").body().contains("/users/" + other.id()));
        HttpResponse<String> made = browser.post(
                "/users",
                Map.of(
                        "userName",
                        "far-away",
                        "displayName",
                        "x",
                        "division",
                        "370000/371000/371003/",
                        "roles",
                        "FINANCE"));
        assertEquals(422, made.statusCode());
    }

    @Test
    void fiveWrongPasswordsLockANameWhetherItExistsOrNot() {
        office.account("locked-out", "371082", Role.FINANCE);
        for (String name : List.of("locked-out", "nobody-at-all")) {
            Browser browser = new Browser(office);
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> answer = browser.signIn(name, "wrong-" + i);
                assertEquals(422, answer.statusCode());
                assertTrue(answer.body().contains("用户名或密码不对"), answer.body());
            }
            HttpResponse<String> sixth = browser.signIn(name, RunningOffice.PASSWORD);
            assertEquals(422, sixth.statusCode());
            assertTrue(sixth.body().contains("尝试次数过多"), sixth.body());
        }
    }

    @Test
    void anIdNumberTypedAsUserNameReachesNeitherLogNorAuditNorAnAddress() throws SQLException, IOException {
        String id = "999999199001010016".substring(0, 17);
        String checked = Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")
                .map(last -> id + last)
                .filter(PersonalNumbers::holdsIdNumber)
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = new Browser(office).signIn(checked, "x");
        assertEquals("", Browser.location(answer));
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select actor_name || subject || details || from_address from access.audit_record")) {
            while (rows.next()) {
                assertFalse(PersonalNumbers.holdsIdNumber(rows.getString(1)), rows.getString(1));
            }
        }
        try (Stream<Path> logs = Files.walk(office.folder().resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertFalse(PersonalNumbers.holdsIdNumber(Files.readString(log)), log.toString());
            }
        }
    }

    @Test
    void aNewAccountChangesItsPasswordEnrolsAndEachCodeIsGoodOnce() {
        Account admin = office.account("maker", "371000", Role.SYSTEM_ADMINISTRATOR);
        Accounts.StartPassword start = done(office.part(Accounts.class)
                .make(
                        admin.actor(),
                        new Accounts.Wanted(
                                "new-clerk", "新人", Scope.ofCode("371082"), "荣成市", Set.of(Role.POVERTY_OFFICE)),
                        Instant.now()));
        Browser browser = new Browser(office);
        assertEquals("/sign-in/password", Browser.location(browser.signIn("new-clerk", start.password())));
        assertEquals("/sign-in", Browser.location(browser.get("/account")), "no way around");
        assertEquals("/sign-in", Browser.location(browser.get("/sign-in/enrol")), "each step in its turn");
        browser.get("/sign-in/password");
        for (String poor : List.of("short-1A", "Password-2026", "new-clerk-9-X", "aaaaaaaaaaaA1!", start.password())) {
            assertEquals(
                    422,
                    browser.post("/sign-in/password", Map.of("password", poor, "again", poor))
                            .statusCode(),
                    poor);
        }
        String good = "Copper-Kettle-73";
        assertEquals(
                "/sign-in/enrol",
                Browser.location(browser.post("/sign-in/password", Map.of("password", good, "again", good))));
        String page = browser.get("/sign-in/enrol").body();
        assertTrue(page.contains("<path d=\"M"), "a picture to scan");
        String secret = page.replaceAll("(?s).*<code class=\"secret\">([A-Z2-7]{32})</code>.*", "$1");
        assertEquals(
                422, browser.post("/sign-in/enrol", Map.of("code", "000000")).statusCode());
        String code = fangpin.office.access.internal.TotpCodes.code(secret, Instant.now());
        assertEquals("/", Browser.location(browser.post("/sign-in/enrol", Map.of("code", code))));
        Browser again = new Browser(office);
        assertEquals("/sign-in/second-factor", Browser.location(again.signIn("new-clerk", good)));
        assertEquals("/sign-in", Browser.location(again.get("/")));
        again.get("/sign-in/second-factor");
        HttpResponse<String> used = again.post("/sign-in/second-factor", Map.of("code", code));
        assertEquals(422, used.statusCode());
        assertTrue(used.body().contains("已经用过"), used.body());
        String next = fangpin.office.access.internal.TotpCodes.code(
                secret, Instant.now().plusSeconds(30));
        assertEquals("/", Browser.location(again.post("/sign-in/second-factor", Map.of("code", next))));
    }

    @Test
    void nobodyGivesOutARoleThatIsNotHisOrManagesHimself() {
        Account system = office.account("g-system", "371000", Role.SYSTEM_ADMINISTRATOR);
        Account security = office.account("g-security", "371000", Role.SECURITY_ADMINISTRATOR);
        Account auditing = office.account("g-audit", "371000", Role.AUDIT_ADMINISTRATOR);
        Account clerk = office.account("g-clerk", "371000", Role.POVERTY_OFFICE);
        Accounts accounts = office.part(Accounts.class);
        record Try(Account who, Set<Role> roles, AccessRefusal refusal) {}
        List<Try> tries = List.of(
                new Try(system, Set.of(Role.SECURITY_ADMINISTRATOR), AccessRefusal.ROLE_NOT_YOURS),
                new Try(system, Set.of(Role.AUDIT_ADMINISTRATOR), AccessRefusal.ROLE_NOT_YOURS),
                new Try(system, Set.of(Role.SYSTEM_ADMINISTRATOR, Role.FINANCE), AccessRefusal.ADMINISTRATORS_APART),
                new Try(system, Set.of(), AccessRefusal.NO_ROLE),
                new Try(security, Set.of(Role.SYSTEM_ADMINISTRATOR), AccessRefusal.ROLE_NOT_YOURS),
                new Try(security, Set.of(Role.POVERTY_OFFICE), AccessRefusal.ROLE_NOT_YOURS),
                new Try(auditing, Set.of(Role.SECURITY_ADMINISTRATOR), AccessRefusal.ROLE_NOT_YOURS),
                new Try(clerk, Set.of(Role.POVERTY_OFFICE), AccessRefusal.ROLE_NOT_YOURS));
        for (Try one : tries) {
            Accounts.Wanted wanted = new Accounts.Wanted("g-new", "x", Scope.ofCode("371082"), "荣成市", one.roles());
            assertEquals(
                    one.refusal(), refusal(accounts.make(one.who().actor(), wanted, Instant.now())), one.toString());
        }
        assertEquals(
                AccessRefusal.ONESELF,
                refusal(accounts.change(
                        system.actor(),
                        system.id(),
                        system.version(),
                        "x",
                        Set.of(Role.SYSTEM_ADMINISTRATOR),
                        Instant.now())));
        assertEquals(
                AccessRefusal.ROLE_NOT_YOURS,
                refusal(accounts.stop(system.actor(), auditing.id(), auditing.version(), Instant.now())));
        assertEquals(
                AccessRefusal.OUTSIDE_DIVISION,
                refusal(accounts.make(
                        system.actor(),
                        new Accounts.Wanted("g-up", "x", Scope.ofCode("370000"), "山东省", Set.of(Role.FINANCE)),
                        Instant.now())));
        for (Account account : List.of(system, security, auditing)) {
            for (Right right : account.actor().rights()) {
                assertTrue(
                        Set.of(
                                        Right.DESK,
                                        Right.USERS_MANAGE,
                                        Right.SYSTEM_MANAGE,
                                        Right.SECURITY_MANAGE,
                                        Right.AUDIT_READ,
                                        Right.AUDIT_DISPOSE)
                                .contains(right),
                        account.userName() + " has the business right " + right);
            }
        }
        assertEquals(AccessRefusal.SAME_PERSON, refusal(Separation.check(7, 7)));
        assertEquals(8L, done(Separation.check(7, 8)));
    }

    @Test
    void aTokenOpensForItsDivisionUntilItIsRevokedAndOnlySoOftenAMinute() throws IOException {
        Account security = office.account("token-maker", "371082", Role.SECURITY_ADMINISTRATOR);
        ApiTokens tokens = office.part(ApiTokens.class);
        Instant now = Instant.now();
        ApiTokens.Wanted wanted = new ApiTokens.Wanted(
                "hospital-1",
                "医院",
                Scope.ofCode("371082"),
                "荣成市",
                Set.of(Right.REGISTER_READ),
                5,
                now.plus(Duration.ofDays(1)));
        String token = done(tokens.make(security.actor(), wanted, now));
        assertEquals(401, bearer("").statusCode());
        assertEquals(401, bearer(token + "x").statusCode());
        assertTrue(bearer("").body().contains("\"reason\":\"TOKEN_NEEDED\""));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            statuses.add(bearer(token).statusCode());
        }
        assertEquals(List.of(404, 404, 404, 404, 404, 429, 429, 429), statuses);
        assertTrue(Browser.header(bearer(token), "Retry-After").getFirst().matches("[0-9]+"));
        ApiTokens.Listed listed = tokens.list(security.actor()).getFirst();
        done(tokens.revoke(security.actor(), listed.id(), now));
        assertEquals(401, bearer(token).statusCode());
        assertEquals(
                AccessRefusal.NO_RIGHTS,
                refusal(tokens.make(
                        security.actor(),
                        new ApiTokens.Wanted(
                                "bad-1",
                                "x",
                                Scope.ofCode("371082"),
                                "x",
                                Set.of(Right.REGISTER_UNMASK),
                                5,
                                now.plusSeconds(60)),
                        now)));
        assertEquals(
                AccessRefusal.OUTSIDE_DIVISION,
                refusal(tokens.make(
                        security.actor(),
                        new ApiTokens.Wanted(
                                "bad-2",
                                "x",
                                Scope.ofCode("371000"),
                                "x",
                                Set.of(Right.REGISTER_READ),
                                5,
                                now.plusSeconds(60)),
                        now)));
        assertEquals(
                AccessRefusal.EXPIRY,
                refusal(tokens.make(
                        security.actor(),
                        new ApiTokens.Wanted(
                                "bad-3",
                                "x",
                                Scope.ofCode("371082"),
                                "x",
                                Set.of(Right.REGISTER_READ),
                                5,
                                now.plus(Duration.ofDays(400))),
                        now)));
    }

    private HttpResponse<String> bearer(String token) {
        return token.isEmpty()
                ? new Browser(office).get("/api/none")
                : new Browser(office).get("/api/none", "Authorization", "Bearer " + token);
    }

    @Test
    void settingsStayWithinTheirBoundsAndTheAuditIsKeptAtLeast184Days() {
        Account security = office.account("bounds", "371082", Role.SECURITY_ADMINISTRATOR);
        SecuritySettings settings = office.part(SecuritySettings.class);
        for (SecuritySetting setting : SecuritySetting.values()) {
            for (int bad : new int[] {setting.least() - 1, setting.most() + 1}) {
                assertEquals(
                        AccessRefusal.OUT_OF_BOUNDS,
                        refusal(settings.set(security.actor(), setting, bad, Instant.now())),
                        setting.name());
            }
        }
        assertEquals(1_096, settings.get(SecuritySetting.AUDIT_KEEP_DAYS));
        assertEquals(184, SecuritySetting.AUDIT_KEEP_DAYS.least());
        assertEquals(200, done(settings.set(security.actor(), SecuritySetting.AUDIT_KEEP_DAYS, 200, Instant.now())));
        assertEquals(200, settings.get(SecuritySetting.AUDIT_KEEP_DAYS));
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                office.database().url(),
                office.database().owner().role(),
                office.database().owner().password());
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused -> fail(refused.toString());
        };
    }

    private static RefusalReason refusal(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> fail("done: " + done);
            case Answer.Refused<?> refused -> refused.reason();
        };
    }
}
