package fangpin.office.settlement.internal;

import fangpin.office.settlement.YearChecks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** 夜间复算之运行: one thread that wakes at two each night while the office is open. */
@Component
class YearNight implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(YearNight.class);
    private static final LocalTime HOUR = LocalTime.of(2, 0);

    private final YearChecks checks;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("settlement-night").daemon().factory());
    private volatile boolean running;

    YearNight(YearChecks checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        wait(ZonedDateTime.now(clock));
    }

    private void wait(ZonedDateTime now) {
        ZonedDateTime next = now.with(HOUR);
        if (!next.isAfter(now)) {
            next = next.plusDays(1);
        }
        var _ = thread.schedule(this::work, Duration.between(now, next).toSeconds(), TimeUnit.SECONDS);
    }

    private void work() {
        try {
            checks.run();
        } catch (RuntimeException broken) {
            LOG.error("the nightly recomputation of year accounts broke", broken);
        }
        if (running) {
            wait(ZonedDateTime.now(clock));
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
