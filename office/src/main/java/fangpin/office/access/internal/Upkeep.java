package fangpin.office.access.internal;

import fangpin.office.access.Secrets;
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

/**
 * 日常维护: one thread that seals the audit twice a second while the office is open, and once more when it closes; now and then it
 * looks for keys that a rotation made, and drops counts of failures that are a day old.
 */
@Component
final class Upkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long SEAL_MILLIS = 500;
    private static final long TIDY_SECONDS = 20;
    private static final long CLOSE_SECONDS = 5;

    private final AuditSealer sealer;
    private final Secrets secrets;
    private final SignInAttempts attempts;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("access-upkeep").factory());
    private volatile boolean running;
    private AuditSealer.Pass last = AuditSealer.Pass.DONE;

    Upkeep(AuditSealer sealer, Secrets secrets, SignInAttempts attempts, Clock clock) {
        this.sealer = sealer;
        this.secrets = secrets;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(() -> tried(this::seal), SEAL_MILLIS, SEAL_MILLIS, TimeUnit.MILLISECONDS);
        var _ = thread.scheduleWithFixedDelay(() -> tried(this::tidy), TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException later) {
            // the database is away; the next time does what this one did not
            LOG.warn("upkeep waits for the database: {}", later.getClass().getSimpleName());
        } catch (RuntimeException broken) {
            LOG.error("upkeep failed", broken);
        }
    }

    private void seal() {
        AuditSealer.Pass pass = sealer.passAll();
        if (pass == AuditSealer.Pass.CUT && last != pass) {
            LOG.error(
                    "审计链与链头文件不符，已停止封存；请运行 ./fangpin audit verify；刚从备份恢复的，加 --accept-restored。"
                            + " The audit's chain does not reach its head: nothing more is sealed; run ./fangpin audit verify, after a restore with --accept-restored.");
        }
        last = pass;
    }

    private void tidy() {
        secrets.keys().reread();
        attempts.forget(clock.instant());
    }

    @Override
    public void stop() {
        running = false;
        thread.execute(() -> tried(this::seal));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the audit's last records are sealed at the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
