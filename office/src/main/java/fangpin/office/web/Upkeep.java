package fangpin.office.web;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * 定时维护: something done again and again while the office is open, on a thread of its own. Where the database is away it waits for the next
 * time; nothing that breaks ends it.
 */
public abstract class Upkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * Upkeep that is done for the first time some while after the start.
     *
     * @param name of the thread and in the log
     * @param every how long after the end of one time the next begins
     */
    protected Upkeep(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Does it once. */
    protected abstract void work();

    @Override
    public final void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::tried, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tried() {
        try {
            work();
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("{} waits for the database: {}", name, later.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            LOG.error("{} failed", name, broken);
        }
    }

    @Override
    public final void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
