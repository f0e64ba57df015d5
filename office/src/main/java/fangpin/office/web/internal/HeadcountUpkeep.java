package fangpin.office.web.internal;

import fangpin.office.register.Headcounts;
import fangpin.office.web.OfficeDay;
import fangpin.office.web.Upkeep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 人数留存之维护: keeps the headcounts of the days asked for most, from the start on, each quarter of an hour. */
@Component
final class HeadcountUpkeep extends Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(HeadcountUpkeep.class);

    private final Headcounts headcounts;
    private final OfficeDay day;

    HeadcountUpkeep(Headcounts headcounts, OfficeDay day) {
        super("headcount-upkeep", Duration.ofSeconds(5), Duration.ofMinutes(15));
        this.headcounts = headcounts;
        this.day = day;
    }

    @Override
    protected void work() {
        if (!headcounts.keep(day.today())) {
            LOG.debug("persons are being changed; their headcounts are summed up the next time");
        }
    }
}
