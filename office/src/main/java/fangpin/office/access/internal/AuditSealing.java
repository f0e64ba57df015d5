package fangpin.office.access.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 封存线程: one thread that seals twice a second while the office is open, and once more when it closes. */
@Component
final class AuditSealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);
    private static final long EVERY_MILLIS = 500;
    private static final long CLOSE_SECONDS = 5;

    private final AuditSealer sealer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-sealer").factory());
    private volatile boolean running;
    private AuditSealer.Pass last = AuditSealer.Pass.DONE;

    AuditSealing(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        running = true;
        var _ = thread.scheduleWithFixedDelay(this::seal, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void seal() {
        try {
            AuditSealer.Pass pass = sealer.passAll();
            if (pass == AuditSealer.Pass.CUT && last != pass) {
                LOG.error(
                        "审计链与链头文件不符，已停止封存；请运行 ./fangpin audit verify。"
                                + " The audit's chain does not reach its head: nothing more is sealed; run ./fangpin audit verify.");
            }
            last = pass;
        } catch (DataAccessException | TransactionException later) {
            // the database is away; what is not sealed now is sealed when it is back
            LOG.warn("the audit was not sealed this time: {}", later.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.execute(this::seal);
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
