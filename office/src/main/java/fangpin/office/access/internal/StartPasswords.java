package fangpin.office.access.internal;

import fangpin.office.access.Account;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** 初始密码: random, shown once, good for a few days and one sign-in. */
@Component
final class StartPasswords {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A start password and its hash. */
    record Made(String clear, String hash) {
        @Override
        public String toString() {
            return "start password";
        }
    }

    private final PasswordHash hash;
    private final Credentials credentials;
    private final SignInAttempts attempts;

    StartPasswords(PasswordHash hash, Credentials credentials, SignInAttempts attempts) {
        this.hash = hash;
        this.credentials = credentials;
        this.attempts = attempts;
    }

    /** Made before the transaction, for hashing is slow. */
    Made make() {
        StringBuilder clear = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            clear.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Made(clear.toString(), hash.of(clear.toString()));
    }

    void first(long accountId, Made start, Instant now) {
        credentials.make(accountId, start.hash(), true, now);
    }

    void again(Account account, Made start, Instant now) {
        credentials.setPassword(account.id(), start.hash(), true, now);
        credentials.dropSecondFactor(account.id());
        attempts.clear(account.userName());
    }

    /** The demonstration's. */
    void fixed(long accountId, String password, Instant now) {
        credentials.make(accountId, hash.of(password), false, now);
    }
}
