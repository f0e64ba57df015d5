package fangpin.office.access;

import fangpin.office.access.internal.RateLimits;
import org.springframework.stereotype.Component;

/** 登录限流: so many sign-ins a minute from one address; an office behind one address still fits. */
@Component
public final class SignInLimits {
    private static final int A_MINUTE = 60;

    private final RateLimits limits = new RateLimits();

    /** Whether one more from there is too many. */
    public boolean tooMany(String fromAddress) {
        return !limits.take(fromAddress, A_MINUTE, System.nanoTime()).passes();
    }
}
