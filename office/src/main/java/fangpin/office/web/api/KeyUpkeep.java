package fangpin.office.web.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 清除请求键: a key is kept for a day; then it goes, within ten minutes. */
@Component
final class KeyUpkeep implements SmartLifecycle {
    static final Duration KEPT = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(KeyUpkeep.class);
    private static final long EVERY_MINUTES = 10;

    private final KeyRows keys;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("api-keys").daemon().factory());
    private volatile boolean running;

    KeyUpkeep(KeyRows keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Forgets what is older than a day; answers how many keys that were. */
    long forget() {
        return keys.forget(clock.instant().minus(KEPT));
    }

    private void tried() {
        try {
            forget();
        } catch (DataAccessException | TransactionException later) {
            LOG.warn(
                    "keys of requests wait for the database: {}",
                    later.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            LOG.error("keys of requests were not cleared", broken);
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::tried, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
