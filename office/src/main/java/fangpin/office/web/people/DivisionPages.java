package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.DivisionKeeping;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The divisions of the office: looked through, and added to. */
@Controller
public class DivisionPages {
    private final ScopedWork work;
    private final Divisions divisions;
    private final DivisionKeeping keeping;

    DivisionPages(ScopedWork work, Divisions divisions, DivisionKeeping keeping) {
        this.work = work;
        this.divisions = divisions;
        this.keeping = keeping;
    }

    /**
     * 区划页.
     *
     * @param chain down to the place looked at; empty in an office without divisions
     */
    public record DivisionPage(List<Division> chain, List<Division> below, Answer.@Nullable Refused<String> refused) {}

    @Needs(Right.SYSTEM_MANAGE)
    @GetMapping("/divisions")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String place) {
        return list(desk, place, null);
    }

    private PageView list(Desk desk, String place, Answer.@Nullable Refused<String> refused) {
        String path = place.isEmpty() ? desk.actor().scope().path() : place;
        DivisionPage content = work.read(
                desk.actor(),
                () -> new DivisionPage(
                        divisions.chain(path).stream()
                                .filter(one -> desk.actor().scope().holds(one.path()))
                                .toList(),
                        divisions.below(path),
                        refused));
        Page page = new Page(desk, desk.words().of("web.place.divisions"), List.of(), Place.DIVISIONS);
        return PageView.of("people/divisions.jte", page, content);
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/own")
    View found(Desk desk) {
        return answer(desk, desk.actor().scope().path(), keeping.found(desk.actor()));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions")
    View add(
            Desk desk,
            @RequestParam String place,
            @RequestParam String code,
            @RequestParam Division.Kind kind,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return answer(
                desk,
                place,
                keeping.add(desk.actor(), new DivisionKeeping.Wanted(place, code.strip(), kind, name, english, from)));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/rename")
    View rename(
            Desk desk,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return answer(desk, place, keeping.rename(desk.actor(), place, name, english, from));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/close")
    View close(
            Desk desk,
            @RequestParam String place,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return switch (keeping.close(desk.actor(), place, from)) {
            case Answer.Done<String> done ->
                See.other(Query.of("/divisions")
                        .with("place", place.substring(0, place.lastIndexOf('/', place.length() - 2) + 1))
                        .address());
            case Answer.Refused<String> refused -> list(desk, place, refused).withStatus(422);
        };
    }

    private View answer(Desk desk, String place, Answer<String> outcome) {
        return switch (outcome) {
            case Answer.Done<String> done ->
                See.other(Query.of("/divisions").with("place", place).address());
            case Answer.Refused<String> refused -> list(desk, place, refused).withStatus(422);
        };
    }
}
