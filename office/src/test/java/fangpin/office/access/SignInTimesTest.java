package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.access.internal.TotpCodes;
import fangpin.office.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What time does to passwords, locks, codes and sessions. */
class SignInTimesTest {
    private static final Instant START = Instant.parse("2030-03-01T01:00:00Z");
    private static final String GOOD = "Copper-Kettle-73";

    private final RunningOffice office = RunningOffice.get();
    private final SignIn signIn = office.part(SignIn.class);
    private final Sessions sessions = office.part(Sessions.class);
    private final Accounts accounts = office.part(Accounts.class);
    private final Actor admin =
            office.account("times-admin", "371000", Role.SYSTEM_ADMINISTRATOR).actor();

    private Accounts.StartPassword made(String name) {
        return done(accounts.make(
                admin, new Accounts.Wanted(name, name, Scope.ofCode("371082"), "荣成市", Set.of(Role.FINANCE)), START));
    }

    private static Instant after(Duration time) {
        return START.plus(time);
    }

    @Test
    void aSessionEndsAfterFifteenIdleMinutesAndAfterTwelveHoursInAnyCase() {
        office.account("times-session", "371082", Role.FINANCE);
        SignIn.Progress progress = done(signIn.password("times-session", RunningOffice.PASSWORD, START));
        SignIn.Opened opened = done(signIn.open(progress, "10.0.0.1", START));
        assertTrue(sessions.actor(opened, after(Duration.ofMinutes(14))).isPresent());
        assertTrue(sessions.actor(opened, after(Duration.ofMinutes(28))).isPresent(), "each use begins the wait anew");
        assertFalse(sessions.actor(opened, after(Duration.ofMinutes(44))).isPresent());
        SignIn.Opened busy = done(signIn.open(progress, "10.0.0.1", START));
        for (int minutes = 10; minutes < 12 * 60; minutes += 10) {
            assertTrue(sessions.actor(busy, after(Duration.ofMinutes(minutes))).isPresent(), minutes + " minutes");
        }
        assertFalse(sessions.actor(busy, after(Duration.ofHours(12))).isPresent());
        SignIn.Opened forged = new SignIn.Opened(opened.accountId(), "00".repeat(32));
        assertFalse(sessions.actor(forged, START).isPresent());
        SignIn.Opened foreign = new SignIn.Opened(admin.userId(), busy.key());
        assertFalse(sessions.actor(foreign, after(Duration.ofMinutes(1))).isPresent(), "a key of another account");
    }

    @Test
    void eachFurtherFailureDoublesTheLock() {
        office.account("times-lock", "371082", Role.FINANCE);
        for (int i = 0; i < 5; i++) {
            assertEquals(AccessRefusal.WRONG_PASSWORD, refusal(signIn.password("times-lock", "x", START)));
        }
        assertEquals(
                AccessRefusal.LOCKED,
                refusal(signIn.password("times-lock", RunningOffice.PASSWORD, after(Duration.ofMinutes(4)))));
        Instant second = after(Duration.ofMinutes(6));
        assertEquals(AccessRefusal.WRONG_PASSWORD, refusal(signIn.password("times-lock", "x", second)));
        assertEquals(
                AccessRefusal.LOCKED,
                refusal(signIn.password("times-lock", RunningOffice.PASSWORD, second.plus(Duration.ofMinutes(9)))));
        Instant free = second.plus(Duration.ofMinutes(11));
        SignIn.Progress progress = done(signIn.password("times-lock", RunningOffice.PASSWORD, free));
        done(signIn.open(progress, "10.0.0.1", free));
        assertEquals(
                AccessRefusal.WRONG_PASSWORD,
                refusal(signIn.password("times-lock", "x", free)),
                "counted from one again");
        done(signIn.password("times-lock", RunningOffice.PASSWORD, free));
    }

    @Test
    void aStartPasswordLivesThreeDays() {
        Accounts.StartPassword start = made("times-start");
        done(signIn.password("times-start", start.password(), after(Duration.ofDays(2))));
        assertEquals(
                AccessRefusal.START_CODE_EXPIRED,
                refusal(signIn.password("times-start", start.password(), after(Duration.ofDays(4)))));
    }

    @Test
    void aPasswordIsChangedAfterNinetyDaysAndAnUnusedAccountIsStopped() {
        Accounts.StartPassword start = made("times-old");
        SignIn.Progress progress = done(signIn.password("times-old", start.password(), START));
        progress = done(signIn.changePassword(progress, GOOD, GOOD, START));
        String secret = signIn.newSecondFactor();
        progress = done(signIn.enrol(progress, secret, TotpCodes.code(secret, START), START));
        done(signIn.open(progress, "10.0.0.1", START));

        Instant later = after(Duration.ofDays(89));
        SignIn.Progress again = done(signIn.password("times-old", GOOD, later));
        again = done(signIn.secondFactor(again, TotpCodes.code(secret, later), later));
        assertEquals(SignIn.Step.ENTER, done(signIn.next(again, later)));
        done(signIn.open(again, "10.0.0.1", later));

        Instant tooOld = after(Duration.ofDays(91));
        SignIn.Progress third = done(signIn.password("times-old", GOOD, tooOld));
        assertEquals(SignIn.Step.SECOND_FACTOR, done(signIn.next(third, tooOld)));
        third = done(signIn.secondFactor(third, TotpCodes.code(secret, tooOld), tooOld));
        assertEquals(SignIn.Step.CHANGE_PASSWORD, done(signIn.next(third, tooOld)));
        assertEquals(AccessRefusal.SIGN_IN_EXPIRED, refusal(signIn.open(third, "10.0.0.1", tooOld)), "no way around");
        assertEquals(AccessRefusal.SIGN_IN_EXPIRED, refusal(signIn.next(third, tooOld.plus(Duration.ofMinutes(11)))));

        assertEquals(AccessRefusal.STALE, refusal(signIn.password("times-old", GOOD, after(Duration.ofDays(89 + 91)))));
    }

    @Test
    void anOfficeWithoutDemonstrationHasNoAccountAndTheFirstIsMadeOnce() throws SQLException {
        DatabaseAddress fresh = TestDatabase.fresh();
        try (Connection owner = DriverManager.getConnection(
                        fresh.url(), fresh.owner().role(), fresh.owner().password());
                Statement statement = owner.createStatement();
                var count = statement.executeQuery("select count(*) from access.account")) {
            assertTrue(count.next());
            assertEquals(0, count.getLong(1));
        }
        FirstAdministrator first = office.part(FirstAdministrator.class);
        assertFalse(first.missing(), "this office has one");
        assertEquals(AccessRefusal.ROLE_NOT_YOURS, refusal(first.make("second-first", Scope.ofCode("370000"), "山东省")));
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
