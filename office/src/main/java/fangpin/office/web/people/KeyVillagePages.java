package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.register.KeyVillages;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 重点村: which villages are key villages, since when. */
@Controller
public class KeyVillagePages {
    private final KeyVillages villages;
    private final Divisions divisions;
    private final ScopedWork work;

    KeyVillagePages(KeyVillages villages, Divisions divisions, ScopedWork work) {
        this.villages = villages;
        this.divisions = divisions;
        this.work = work;
    }

    /**
     * 重点村页.
     *
     * @param naming what was typed into the form that names one
     * @param ended the row in which an end was asked for; 0 for none
     * @param ending what was typed there
     */
    public record KeyVillagePage(
            List<KeyVillages.KeyVillage> villages,
            List<Divisions.Village> choices,
            Typed naming,
            long ended,
            Typed ending,
            Answer.@Nullable Refused<String> refused) {
        /** What stands in the form of a row. */
        public Typed endingOf(long id, LocalDate today) {
            return id == ended ? ending : Typed.of(Map.of("until", today.toString()));
        }
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/key-villages")
    PageView list(Desk desk) {
        return list(desk, begun(desk), 0, Typed.none(), null);
    }

    private static Typed begun(Desk desk) {
        return Typed.of(Map.of("from", desk.today().toString()));
    }

    private PageView list(Desk desk, Typed naming, long ended, Typed ending, Answer.@Nullable Refused<String> refused) {
        List<Divisions.Village> choices = desk.actor().may(Right.REGISTER_APPROVE)
                ? work.read(
                        desk.actor(),
                        () -> divisions.villagesOf(desk.actor().scope().path()))
                : List.of();
        return PageView.of(
                "people/key-villages.jte",
                new Page(desk, desk.words().of("web.place.key-villages"), List.of(), Place.KEY_VILLAGES),
                new KeyVillagePage(villages.list(desk.actor()), choices, naming, ended, ending, refused));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/key-villages")
    View name(Desk desk, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needing("village").needingDay("from");
        if (typed.isWrong()) {
            return list(desk, typed, 0, Typed.none(), null).withStatus(422);
        }
        return switch (villages.name(
                desk.actor(), typed.in("village"), typed.day("from").orElseThrow())) {
            case Answer.Done<String> done -> See.other("/key-villages");
            case Answer.Refused<String> refused ->
                list(desk, typed, 0, Typed.none(), refused).withStatus(422);
        };
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/key-villages/{id}/end")
    View end(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needingDay("until");
        if (typed.isWrong()) {
            return list(desk, begun(desk), id, typed, null).withStatus(422);
        }
        return switch (villages.end(desk.actor(), id, typed.day("until").orElseThrow())) {
            case Answer.Done<String> done -> See.other("/key-villages");
            case Answer.Refused<String> refused ->
                list(desk, begun(desk), id, typed, refused).withStatus(422);
        };
    }
}
