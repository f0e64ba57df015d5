package fangpin.office.access.internal;

import java.time.Instant;

/** What an authenticator program shows. */
public final class TotpCodes {
    private TotpCodes() {}

    /** The code of a secret at a moment. */
    public static String code(String secret, Instant now) {
        return Totp.code(secret, Totp.stepAt(now));
    }
}
