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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    /** 重点村页. */
    public record KeyVillagePage(
            List<KeyVillages.KeyVillage> villages,
            List<Divisions.Village> choices,
            Answer.@Nullable Refused<String> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/key-villages")
    PageView list(Desk desk) {
        return list(desk, null);
    }

    private PageView list(Desk desk, Answer.@Nullable Refused<String> refused) {
        List<Divisions.Village> choices = desk.actor().may(Right.REGISTER_APPROVE)
                ? work.read(
                        desk.actor(),
                        () -> divisions.villagesOf(desk.actor().scope().path()))
                : List.of();
        return PageView.of(
                "people/key-villages.jte",
                new Page(desk, desk.words().of("web.place.key-villages"), List.of(), Place.KEY_VILLAGES),
                new KeyVillagePage(villages.list(desk.actor()), choices, refused));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/key-villages")
    View name(
            Desk desk,
            @RequestParam(defaultValue = "") String village,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return answer(desk, villages.name(desk.actor(), village, from));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/key-villages/{id}/end")
    View end(
            Desk desk,
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return answer(desk, villages.end(desk.actor(), id, until));
    }

    private View answer(Desk desk, Answer<String> answer) {
        return switch (answer) {
            case Answer.Done<String> done -> See.other("/key-villages");
            case Answer.Refused<String> refused -> list(desk, refused).withStatus(422);
        };
    }
}
