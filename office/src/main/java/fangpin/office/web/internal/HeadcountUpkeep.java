package fangpin.office.web.internal;

import fangpin.office.register.Headcounts;
import fangpin.office.web.OfficeDay;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 人数留存之维护: keeps the headcounts of the days asked for most, from the start on, each quarter of an hour. */
@Component
final class HeadcountUpkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HeadcountUpkeep.class);
    private static final long FIRST_SECONDS = 5;
    private static final long EVERY_SECONDS = 900;

    private final Headcounts headcounts;
    private final OfficeDay day;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("headcount-upkeep").daemon().factory());
    private volatile boolean running;

    HeadcountUpkeep(Headcounts headcounts, OfficeDay day) {
        this.headcounts = headcounts;
        this.day = day;
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::keep, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void keep() {
        try {
            if (!headcounts.keep(day.today())) {
                LOG.debug("persons are being changed; their headcounts are summed up the next time");
            }
        } catch (DataAccessException | TransactionException later) {
            LOG.warn(
                    "upkeep of headcounts waits for the database: {}",
                    later.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            LOG.error("upkeep of headcounts failed", broken);
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
