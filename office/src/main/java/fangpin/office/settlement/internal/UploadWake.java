package fangpin.office.settlement.internal;

import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Upload;
import fangpin.office.settlement.Uploads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 续办: uploads that stood still when the office was killed go on when it starts, in the name of who sent them; where his account was stopped
 * or may no longer settle, somebody else takes them up on the page.
 */
@Component
public class UploadWake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UploadWake.class);
    private static final RowMapper<String> PATH = (row, number) -> row.getString("path");

    private final JdbcClient database;
    private final Uploads uploads;
    private final Accounts accounts;
    private final Clock clock;
    private volatile boolean running;

    UploadWake(JdbcClient database, Uploads uploads, Accounts accounts, Clock clock) {
        this.database = database;
        this.uploads = uploads;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        try {
            int resumed = resume(LocalDate.now(clock));
            if (resumed > 0) {
                LOG.info("{} uploads of bills go on", resumed);
            }
        } catch (RuntimeException broken) {
            // the office opens all the same; what stands still is on the work list
            LOG.error("uploads that stood still could not be taken up", broken);
        }
    }

    /** Takes up what stands still; how many uploads that are. */
    public int resume(LocalDate today) {
        int resumed = 0;
        for (String path : hospitals()) {
            Actor start = new Actor(0, "start", Set.of(), new Scope(path), "");
            for (Upload upload : uploads.stopped(start)) {
                Optional<Actor> sender = sender(upload.hospital(), upload.enteredBy());
                sender.ifPresent(actor -> uploads.begin(actor, upload.id(), today));
                resumed += sender.isPresent() ? 1 : 0;
            }
        }
        return resumed;
    }

    private List<String> hospitals() {
        return database.sql("select path from settlement.hospital order by path")
                .query(PATH)
                .list();
    }

    private Optional<Actor> sender(Hospital hospital, long account) {
        // accounts are found by who holds their division
        Actor above = new Actor(0, "start", Set.of(), new Scope(province(hospital.path())), "");
        return accounts.find(above, account)
                .filter(one -> one.disabledAt() == null)
                .map(Account::actor)
                .filter(actor ->
                        actor.may(Right.SETTLEMENT_WRITE) && actor.scope().holds(hospital.path()));
    }

    private static String province(String path) {
        return path.substring(0, path.indexOf('/') + 1);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
