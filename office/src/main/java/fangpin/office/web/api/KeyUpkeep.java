package fangpin.office.web.api;

import fangpin.office.web.Upkeep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** 清除请求键: a key is kept for a day; then it goes, within ten minutes. */
@Component
final class KeyUpkeep extends Upkeep {
    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final KeyRows keys;
    private final Clock clock;

    KeyUpkeep(KeyRows keys, Clock clock) {
        super("api-keys", EVERY, EVERY);
        this.keys = keys;
        this.clock = clock;
    }

    /** Forgets what is older than a day; answers how many keys that were. */
    long forget() {
        return keys.forget(clock.instant().minus(KEPT));
    }

    @Override
    protected void work() {
        forget();
    }
}
