package fangpin.office.web.law;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.policy.Holiday;
import fangpin.office.policy.Holidays;
import fangpin.office.policy.PolicyRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 节假日: the days of a year that are not as their weekday has them, and the form by which an administrator keeps a year. */
@Controller
public class HolidayPages {
    private final Holidays holidays;

    HolidayPages(Holidays holidays) {
        this.holidays = holidays;
    }

    /** 节假日页. */
    public record HolidayPage(
            int year, List<Holiday> days, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Needs(Right.SYSTEM_MANAGE)
    @GetMapping("/holidays")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String year) {
        int shown = year.matches("20[0-9]{2}")
                ? Integer.parseInt(year)
                : desk.today().getYear();
        return list(desk, shown, Map.of(), null);
    }

    private PageView list(Desk desk, int year, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "law/holidays.jte",
                new Page(desk, desk.words().of("web.place.holidays"), List.of(), Place.HOLIDAYS),
                new HolidayPage(year, holidays.of(desk.actor().scope().path(), year), typed, refused));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/holidays")
    View keep(Desk desk, @RequestParam Map<String, String> fields) {
        Optional<LocalDate> from = day(fields, "from");
        Optional<LocalDate> until = fields.getOrDefault("until", "").isBlank() ? from : day(fields, "until");
        Optional<Holiday.Kind> kind = Holiday.Kind.of(fields.getOrDefault("kind", ""));
        Answer<Integer> answer = from.isEmpty() || until.isEmpty() || kind.isEmpty()
                ? Answer.refused(PolicyRefusal.BAD_DAYS)
                : holidays.keep(
                        desk.actor(),
                        new Holidays.Told(
                                from.get(),
                                until.get(),
                                kind.get(),
                                fields.getOrDefault("name", ""),
                                fields.getOrDefault("source", "")),
                        desk.today());
        int year = from.orElse(desk.today()).getYear();
        return switch (answer) {
            case Answer.Done<Integer> done -> See.other("/holidays?year=" + year);
            case Answer.Refused<Integer> refused ->
                list(desk, year, fields, refused).withStatus(422);
        };
    }

    private static Optional<LocalDate> day(Map<String, String> fields, String name) {
        return TypedDay.of(fields.get(name));
    }
}
