package fangpin.office.access.internal;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** 密码摘要: Argon2id. Dear by design, so only a few are made at once and the others wait their turn. */
@Component
final class PasswordHash {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final String nobodys = of("nobody's");

    String of(String password) {
        room.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(password));
        } finally {
            room.release();
        }
    }

    boolean matches(String password, String hash) {
        room.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            room.release();
        }
    }

    /** Takes as long as a comparison, so that a name that does not exist is not told by the time. */
    void waste(String password) {
        if (matches(password, nobodys)) {
            throw new IllegalStateException("a password that is nobody's");
        }
    }
}
