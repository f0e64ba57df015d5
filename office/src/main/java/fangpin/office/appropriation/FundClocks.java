package fangpin.office.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.TimeLimit;
import fangpin.kernel.time.WorkCalendar;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.ClockRows;
import fangpin.office.appropriation.internal.DocumentRows;
import fangpin.office.policy.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 拨付时限 (WH6 §3.1, reading R16): 30 days from the higher level's allocation to disbursement, 15 of them finance's from the proposal; each
 * division's documents have clocks of their own, Nanhai's too. When a limit starts and how long it is, the pack in use says; where it counts
 * working days, the holidays of the division's place count.
 */
@Service
public final class FundClocks {
    private final ScopedWork work;
    private final DocumentRows documents;
    private final ClockRows rows;
    private final FundRules rules;
    private final Holidays holidays;

    FundClocks(ScopedWork work, DocumentRows documents, ClockRows rows, FundRules rules, Holidays holidays) {
        this.work = work;
        this.documents = documents;
        this.rows = rows;
        this.rules = rules;
        this.holidays = holidays;
    }

    /** The clocks of all documents of a year at a place and below that came from above, the most pressing first. */
    public List<FundClock> of(Actor actor, String place, int year, LocalDate today) {
        return work.read(actor, () -> {
            Map<Long, ClockRows.Events> events = rows.events(place, year);
            Map<String, WorkCalendar> calendars = new HashMap<>();
            List<FundClock> clocks = new ArrayList<>();
            for (FundDocument document : documents.list(place, year, true)) {
                ClockRows.Events happened = events.get(document.id());
                if (document.state() == FundDocument.State.CONFIRMED
                        && document.allocationId() != null
                        && happened != null) {
                    rules.pack(actor, document.pack())
                            .ifPresent(pack -> clocks.addAll(clocks(
                                    pack,
                                    document,
                                    happened,
                                    calendars.computeIfAbsent(document.path(), holidays::calendar),
                                    today)));
                }
            }
            clocks.sort(Comparator.comparing((FundClock one) -> one.deadline() == null ? LocalDate.MAX : one.deadline())
                    .thenComparingLong(one -> one.document().id()));
            return clocks;
        });
    }

    static List<FundClock> clocks(
            PolicyPack pack, FundDocument document, ClockRows.Events events, WorkCalendar calendar, LocalDate today) {
        Map<String, LocalDate> happened = new HashMap<>();
        happened.put("allocation-issued", document.issuedOn());
        put(happened, "money-received", document.receivedOn());
        put(happened, "proposal-made", events.proposedOn());
        if (events.openFen() == 0) {
            put(happened, "funds-disbursed", events.movedOn());
        }
        return FundRules.limits(pack).stream()
                .filter(limit -> limit.stops().equals("funds-disbursed"))
                .map(limit -> {
                    Optional<LocalDate> deadline = limit.deadline(happened, calendar);
                    return new FundClock(
                            document,
                            limit,
                            happened,
                            deadline.orElse(null),
                            limit.state(happened, calendar, today),
                            events.openFen(),
                            holder(events));
                })
                .toList();
    }

    private static FundClock.Holder holder(ClockRows.Events events) {
        if (events.openFen() == 0) {
            return FundClock.Holder.NOBODY;
        }
        return events.waiting() ? FundClock.Holder.FINANCE : FundClock.Holder.POVERTY_OFFICE;
    }

    private static void put(Map<String, LocalDate> happened, String event, @Nullable LocalDate day) {
        if (day != null) {
            happened.put(event, day);
        }
    }

    /** Whether a limit is nearly over: within so many days. */
    public static boolean pressing(FundClock clock, LocalDate today, int days) {
        LocalDate deadline = clock.deadline();
        return clock.state() == TimeLimit.State.RUNNING && deadline != null && !deadline.isAfter(today.plusDays(days));
    }
}
