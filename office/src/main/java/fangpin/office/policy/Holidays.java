package fangpin.office.policy;

import fangpin.kernel.time.WorkCalendar;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.policy.internal.HolidayFile;
import fangpin.office.policy.internal.HolidayRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * 节假日安排: which days are worked, for every clock that counts working days. The State Council's arrangements of some years came with the
 * office; an administrator keeps the others, and what his division or one above entered for a day counts instead.
 */
@Service
public final class Holidays {
    private static final int LONGEST = 60;
    private static final int MOST_DAYS = 31;

    private final ScopedWork work;
    private final HolidayRows rows;
    private final Audit audit;
    private final List<Holiday> shipped = HolidayFile.read();

    Holidays(ScopedWork work, HolidayRows rows, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
    }

    /** The working days of a place, as they are known now. */
    public WorkCalendar calendar(String place) {
        return calendar(known(place));
    }

    /** The days of a year that are not as their weekday has them, the first first. */
    public List<Holiday> of(String place, int year) {
        return known(place).stream().filter(one -> one.day().getYear() == year).toList();
    }

    /** What came with the office, then what was entered from the top down: the nearest division has the last word on a day. */
    private List<Holiday> known(String place) {
        Map<LocalDate, Holiday> byDay = new TreeMap<>();
        shipped.forEach(one -> byDay.put(one.day(), one));
        rows.of(place).stream()
                .sorted(Comparator.comparingInt(one -> one.path().length()))
                .forEach(one -> byDay.put(one.day(), one));
        return List.copyOf(byDay.values());
    }

    private static WorkCalendar calendar(List<Holiday> days) {
        Set<LocalDate> rest = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (Holiday one : days) {
            switch (one.kind()) {
                case REST -> rest.add(one.day());
                case WORKED -> worked.add(one.day());
                case ORDINARY -> {}
            }
        }
        return new WorkCalendar(Set.copyOf(rest), Set.copyOf(worked));
    }

    /** Days as an administrator enters them. */
    public record Told(LocalDate from, LocalDate until, Holiday.Kind kind, String name, String source) {}

    /** Keeps what some days are, for one's division and those below. */
    public Answer<Integer> keep(Actor actor, Told told, LocalDate today) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(PolicyRefusal.NO_RIGHT);
        }
        if (told.name().isBlank()
                || told.source().isBlank()
                || told.name().length() > LONGEST
                || told.source().length() > LONGEST) {
            return Answer.refused(PolicyRefusal.REASON_MISSING);
        }
        if (told.until().isBefore(told.from())
                || told.until().isAfter(told.from().plusDays(MOST_DAYS - 1L))) {
            return Answer.refused(PolicyRefusal.BAD_DAYS);
        }
        List<Holiday> days = new ArrayList<>();
        String path = actor.scope().path();
        told.from()
                .datesUntil(told.until().plusDays(1))
                .forEach(day -> days.add(new Holiday(
                        day, told.kind(), told.name().strip(), told.source().strip(), path)));
        return work.write(actor, () -> {
            rows.replace(days, actor.userId(), today);
            audit.record(
                    actor,
                    AuditAction.SETTING_CHANGED,
                    "holiday/" + told.from(),
                    Map.of("until", told.until().toString(), "kind", told.kind().word()));
            return Answer.done(days.size());
        });
    }
}
