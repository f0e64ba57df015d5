package fangpin.office.web.enrolment;

import fangpin.office.enrolment.PendingChanges;
import fangpin.office.web.OfficeDay;
import fangpin.office.web.Upkeep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** 批改提醒之维护: counts what lists lack by now, soon after the start and then each hour. */
@Component
final class PendingUpkeep extends Upkeep {
    private final PendingChanges changes;
    private final OfficeDay day;
    private final Clock clock;

    PendingUpkeep(PendingChanges changes, OfficeDay day, Clock clock) {
        super("enrolment-upkeep", Duration.ofMinutes(2), Duration.ofHours(1));
        this.changes = changes;
        this.day = day;
        this.clock = clock;
    }

    @Override
    protected void work() {
        changes.countAll(day.today(), clock.instant());
    }
}
