package fangpin.office.web.supervision;

import fangpin.office.supervision.FindingRuns;
import fangpin.office.web.OfficeDay;
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

/** 夜间监管: one thread that wakes at three each night while the office is open and has all rules run, as of the office's day. */
@Component
class FundNight implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FundNight.class);
    private static final LocalTime HOUR = LocalTime.of(3, 0);

    private final FindingRuns runs;
    private final OfficeDay day;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("supervision-night").daemon().factory());
    private volatile boolean running;

    FundNight(FindingRuns runs, OfficeDay day, Clock clock) {
        this.runs = runs;
        this.day = day;
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
            runs.runAll(day.today()).forEach(run -> LOG.info("rules run: {}", run));
        } catch (RuntimeException broken) {
            LOG.error("the nightly run of the rules broke", broken);
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
