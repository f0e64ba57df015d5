package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.SignIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The steps of a sign-in. */
@Service
final class SignInSteps implements SignIn {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Duration START_CODE_LIVES = Duration.ofDays(3);
    private static final String SUBJECT = "sign-in";

    private record Known(Account account, Credentials.Proof proof) {}

    private final AccessWork work;
    private final AccountRows accounts;
    private final Credentials credentials;
    private final SignInAttempts attempts;
    private final SecuritySettings settings;
    private final PasswordHash hash;
    private final SessionRows sessions;
    private final Audit audit;

    SignInSteps(
            AccessWork work,
            AccountRows accounts,
            Credentials credentials,
            SignInAttempts attempts,
            SecuritySettings settings,
            PasswordHash hash,
            SessionRows sessions,
            Audit audit) {
        this.work = work;
        this.accounts = accounts;
        this.credentials = credentials;
        this.attempts = attempts;
        this.settings = settings;
        this.hash = hash;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public Answer<Progress> password(String typedName, String password, Instant now) {
        String userName = typedName.strip().toLowerCase(Locale.ROOT);
        Optional<Answer<Progress>> locked = count(userName, now);
        if (locked.isPresent()) {
            return locked.get();
        }
        Optional<Known> known = known(userName);
        if (known.isEmpty()) {
            hash.waste(password);
            return failed(userName, null, AuditAction.SIGN_IN_FAILED, AccessRefusal.WRONG_PASSWORD);
        }
        Account account = known.get().account();
        if (!hash.matches(password, known.get().proof().passwordHash())) {
            return failed(userName, account, AuditAction.SIGN_IN_FAILED, AccessRefusal.WRONG_PASSWORD);
        }
        Optional<AccessRefusal> barred = barred(account, now);
        if (barred.isPresent()) {
            return failed(userName, account, AuditAction.SIGN_IN_FAILED, barred.get());
        }
        return Answer.done(new Progress(account.id(), userName, now, false));
    }

    @Override
    public Answer<Step> next(Progress progress, Instant now) {
        if (progress.passwordAt().plus(MOST).isBefore(now)) {
            return Answer.refused(AccessRefusal.SIGN_IN_EXPIRED);
        }
        return work.signingIn(progress.userName(), () -> {
            Optional<Account> account = accounts.named(progress.userName());
            Optional<Credentials.State> state = credentials.state(progress.accountId());
            if (account.isEmpty() || state.isEmpty()) {
                return Answer.refused(AccessRefusal.SIGN_IN_EXPIRED);
            }
            return Answer.done(step(progress, account.get(), state.get(), now));
        });
    }

    private Step step(Progress progress, Account account, Credentials.State state, Instant now) {
        boolean enrolled = state.secondFactorSince() != null;
        if (enrolled && !progress.factorShown()) {
            return Step.SECOND_FACTOR;
        }
        if (state.mustChange() || tooOld(account, state, now)) {
            return Step.CHANGE_PASSWORD;
        }
        return enrolled || account.demonstration() ? Step.ENTER : Step.ENROL;
    }

    private boolean tooOld(Account account, Credentials.State state, Instant now) {
        int days = settings.get(SecuritySetting.PASSWORD_DAYS);
        return days > 0
                && !account.demonstration()
                && state.passwordSetAt().plus(Duration.ofDays(days)).isBefore(now);
    }

    @Override
    public Answer<Progress> secondFactor(Progress progress, String code, Instant now) {
        Optional<Answer<Progress>> stop = at(Step.SECOND_FACTOR, progress, now);
        if (stop.isEmpty()) {
            stop = count(progress.userName(), now);
        }
        if (stop.isPresent()) {
            return stop.get();
        }
        Known known = known(progress.userName()).orElseThrow();
        OptionalLong step = Totp.step(Objects.requireNonNull(known.proof().secondFactor()), digits(code), now);
        if (step.isEmpty()) {
            return failed(progress.userName(), known.account(), AuditAction.SIGN_IN_FAILED, AccessRefusal.WRONG_CODE);
        }
        boolean fresh =
                work.signingIn(progress.userName(), () -> credentials.useStep(progress.accountId(), step.getAsLong()));
        return fresh
                ? Answer.done(new Progress(progress.accountId(), progress.userName(), progress.passwordAt(), true))
                : failed(progress.userName(), known.account(), AuditAction.SIGN_IN_FAILED, AccessRefusal.CODE_USED);
    }

    @Override
    public Answer<Progress> changePassword(Progress progress, String password, String again, Instant now) {
        Optional<Answer<Progress>> stop = at(Step.CHANGE_PASSWORD, progress, now);
        if (stop.isPresent()) {
            return stop.get();
        }
        if (!password.equals(again)) {
            return Answer.refused(AccessRefusal.PASSWORD_DIFFERS);
        }
        Known known = known(progress.userName()).orElseThrow();
        if (PasswordRules.check(password, progress.userName(), settings.all())
                instanceof Answer.Refused<String> refused) {
            return new Answer.Refused<>(refused.reason(), refused.arguments());
        }
        if (hash.matches(password, known.proof().passwordHash())) {
            return Answer.refused(AccessRefusal.PASSWORD_SAME);
        }
        String made = hash.of(password);
        return work.signingIn(progress.userName(), () -> {
            credentials.setPassword(progress.accountId(), made, false, now);
            audit.record(known.account().actor(), AuditAction.PASSWORD_CHANGED, subject(progress), Map.of());
            return Answer.done(progress);
        });
    }

    @Override
    public String newSecondFactor() {
        return Totp.newSecret();
    }

    @Override
    public String secondFactorAddress(String userName, String secret) {
        return "otpauth://totp/Fangpin:" + java.net.URLEncoder.encode(userName, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=Fangpin";
    }

    @Override
    public Answer<Progress> enrol(Progress progress, String secret, String code, Instant now) {
        Optional<Answer<Progress>> stop = at(Step.ENROL, progress, now);
        if (stop.isPresent()) {
            return stop.get();
        }
        OptionalLong step = Totp.step(secret, digits(code), now);
        if (step.isEmpty()) {
            return Answer.refused(AccessRefusal.WRONG_CODE);
        }
        return work.signingIn(progress.userName(), () -> {
            Account account = accounts.named(progress.userName()).orElseThrow();
            credentials.setSecondFactor(progress.accountId(), secret, step.getAsLong(), now);
            audit.record(account.actor(), AuditAction.SECOND_FACTOR_SET, subject(progress), Map.of());
            return Answer.done(new Progress(progress.accountId(), progress.userName(), progress.passwordAt(), true));
        });
    }

    @Override
    public Answer<Opened> open(Progress progress, String fromAddress, Instant now) {
        Optional<Answer<Opened>> stop = at(Step.ENTER, progress, now);
        if (stop.isPresent()) {
            return stop.get();
        }
        return work.signingIn(progress.userName(), () -> {
            work.alsoAs(progress.accountId());
            Account account = accounts.named(progress.userName()).orElseThrow();
            if (account.disabledAt() != null) {
                return Answer.refused(AccessRefusal.STOPPED);
            }
            attempts.clear(progress.userName());
            String key = sessions.open(account, fromAddress, now);
            audit.record(account.actor(), AuditAction.SIGNED_IN, subject(progress), Map.of());
            return Answer.done(new Opened(account.id(), key));
        });
    }

    /** Refuses any step but the one whose turn it is. */
    private <T> Optional<Answer<T>> at(Step wanted, Progress progress, Instant now) {
        return switch (next(progress, now)) {
            case Answer.Done<Step>(Step step) ->
                step == wanted ? Optional.empty() : Optional.of(Answer.refused(AccessRefusal.SIGN_IN_EXPIRED));
            case Answer.Refused<Step> refused ->
                Optional.of(new Answer.Refused<>(refused.reason(), refused.arguments()));
        };
    }

    private Optional<Known> known(String userName) {
        return work.signingIn(
                userName,
                () -> accounts.named(userName).flatMap(account -> {
                    work.alsoAs(account.id());
                    Account withRoles = accounts.named(userName).orElseThrow();
                    return credentials.atSignIn(account.id()).map(proof -> new Known(withRoles, proof));
                }));
    }

    /** Counts the attempt; answers the refusal when the name was locked already. */
    private Optional<Answer<Progress>> count(String userName, Instant now) {
        Map<SecuritySetting, Integer> all = settings.all();
        return work.signingIn(userName, () -> {
            Optional<Instant> locked = attempts.lockedUntil(userName, now);
            if (locked.isEmpty()) {
                attempts.count(userName, all, now)
                        .ifPresent(until -> audit.recordStranger(
                                userName, AuditAction.LOCKED, SUBJECT, Map.of("until", until.toString())));
            }
            return locked.map(until -> Answer.refused(AccessRefusal.LOCKED, until));
        });
    }

    private Optional<AccessRefusal> barred(Account account, Instant now) {
        if (account.disabledAt() != null || account.kind() == Account.Kind.PROGRAM) {
            return Optional.of(AccessRefusal.STOPPED);
        }
        if (account.demonstration()) {
            return Optional.empty();
        }
        Credentials.State state = work.signingIn(
                account.userName(), () -> credentials.state(account.id()).orElseThrow());
        if (state.mustChange() && state.passwordSetAt().plus(START_CODE_LIVES).isBefore(now)) {
            return Optional.of(AccessRefusal.START_CODE_EXPIRED);
        }
        Instant last = account.lastSignInAt() == null ? state.passwordSetAt() : account.lastSignInAt();
        Instant used = last.isAfter(state.passwordSetAt()) ? last : state.passwordSetAt();
        boolean stale = used.plus(Duration.ofDays(settings.get(SecuritySetting.STALE_DAYS)))
                .isBefore(now);
        return stale ? Optional.of(AccessRefusal.STALE) : Optional.empty();
    }

    private Answer<Progress> failed(
            String userName, @Nullable Account account, AuditAction action, AccessRefusal reason) {
        work.signingIn(userName, () -> {
            Map<String, String> details = Map.of("reason", reason.name());
            if (account == null) {
                audit.recordStranger(userName, action, SUBJECT, details);
            } else {
                audit.record(account.actor(), action, "account/" + account.id(), details);
            }
            return reason;
        });
        return Answer.refused(reason);
    }

    private static String subject(Progress progress) {
        return "account/" + progress.accountId();
    }

    private static String digits(String code) {
        return code.replaceAll("[^0-9]", "");
    }
}
