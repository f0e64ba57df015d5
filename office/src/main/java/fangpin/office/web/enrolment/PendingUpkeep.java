package fangpin.office.web.enrolment;

import fangpin.office.enrolment.PendingChanges;
import fangpin.office.web.OfficeDay;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 批改提醒之维护: counts what lists lack by now, soon after the start and then each hour. */
@Component
final class PendingUpkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PendingUpkeep.class);
    private static final long FIRST_SECONDS = 120;
    private static final long EVERY_SECONDS = 3_600;

    private final PendingChanges changes;
    private final OfficeDay day;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("enrolment-upkeep").daemon().factory());
    private volatile boolean running;

    PendingUpkeep(PendingChanges changes, OfficeDay day, Clock clock) {
        this.changes = changes;
        this.day = day;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::count, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void count() {
        try {
            changes.countAll(day.today(), clock.instant());
        } catch (DataAccessException | TransactionException later) {
            LOG.warn(
                    "upkeep of lists waits for the database: {}",
                    later.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            LOG.error("upkeep of lists failed", broken);
        }
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
