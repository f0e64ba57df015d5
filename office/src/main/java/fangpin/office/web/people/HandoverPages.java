package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.register.Handover;
import fangpin.office.register.Handovers;
import fangpin.office.register.OpenFirst;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Paged;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Households handed from one district to another. */
@Controller
public class HandoverPages {
    private static final int ROWS = 50;

    private final Handovers handovers;
    private final PersonFiles files;
    private final ScopedWork work;
    private final Divisions divisions;

    HandoverPages(Handovers handovers, PersonFiles files, ScopedWork work, Divisions divisions) {
        this.handovers = handovers;
        this.files = files;
        this.work = work;
        this.divisions = divisions;
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/handovers")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String after) {
        OpenFirst from = OpenFirst.of(after);
        return PageView.of(
                "people/handovers.jte",
                page(desk),
                Paged.of(
                        Query.of("/handovers"),
                        !from.equals(OpenFirst.START),
                        ROWS,
                        most -> handovers.list(desk.actor(), from, most),
                        one -> one.rank().written()));
    }

    /** 移交申请页. */
    public record ProposalPage(
            PersonFile file,
            List<Handovers.Destination> destinations,
            Typed typed,
            Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/handovers/new")
    PageView form(Desk desk, @RequestParam long person) {
        return form(desk, person, Typed.of(Map.of("movedOn", desk.today().toString())), null);
    }

    private PageView form(Desk desk, long person, Typed typed, Answer.@Nullable Refused<Long> refused) {
        PersonFile file = files.find(desk.actor(), person, desk.today()).orElseThrow(NotFoundException::new);
        return PageView.of(
                "people/handover-form.jte",
                page(desk).under(desk.words().of("web.place.handovers"), "/handovers"),
                new ProposalPage(file, handovers.destinations(desk.actor()), typed, refused));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/handovers")
    View propose(Desk desk, @RequestParam long person, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needing("toPath").needingDay("movedOn").needing("reason");
        if (typed.isWrong()) {
            return form(desk, person, typed, null).withStatus(422);
        }
        return switch (handovers.propose(
                desk.actor(),
                person,
                typed.in("toPath"),
                typed.day("movedOn").orElseThrow(),
                typed.in("reason"),
                desk.today())) {
            case Answer.Done<Long> done -> See.other("/handovers/" + done.value());
            case Answer.Refused<Long> refused ->
                form(desk, person, typed, refused).withStatus(422);
        };
    }

    /** 移交页. */
    public record HandoverPage(
            Handover handover, List<Divisions.Village> villages, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/handovers/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<Long> refused) {
        Handover handover = handovers.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Divisions.Village> villages =
                handover.mine() ? work.read(desk.actor(), () -> divisions.villagesOf(handover.toPath())) : List.of();
        return PageView.of(
                "people/handover.jte",
                page(desk).under(desk.words().of("web.place.handovers"), "/handovers"),
                new HandoverPage(handover, villages, refused));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/handovers/{id}/accept")
    View accept(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String village) {
        return answer(desk, id, handovers.accept(desk.actor(), id, version, village, desk.today()));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/handovers/{id}/refuse")
    View refuse(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, handovers.refuse(desk.actor(), id, version, reason, desk.today()));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/handovers/{id}/withdraw")
    View withdraw(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, handovers.withdraw(desk.actor(), id, version, reason, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long> done -> See.other("/handovers/" + id);
            case Answer.Refused<Long> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.handovers"), List.of(), Place.HANDOVERS);
    }
}
