package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Handbooks;
import fangpin.office.papers.PdfHandbooks;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 投保手册: by village, to print in one file, and who was given theirs. */
@Controller
public class HandbookPages {
    private final Handbooks handbooks;
    private final PolicyLibrary library;
    private final Adoptions adoptions;
    private final Divisions divisions;
    private final ScopedWork work;
    private final Clock clock;

    HandbookPages(
            Handbooks handbooks,
            PolicyLibrary library,
            Adoptions adoptions,
            Divisions divisions,
            ScopedWork work,
            Clock clock) {
        this.handbooks = handbooks;
        this.library = library;
        this.adoptions = adoptions;
        this.divisions = divisions;
        this.work = work;
        this.clock = clock;
    }

    /** 投保手册首页. */
    public record VillagesPage(
            List<PolicyPack> packs,
            @Nullable PolicyPack pack,
            Query query,
            List<Division> places,
            List<Handbooks.Village> villages) {
        /** Sums of the villages shown. */
        public long covered() {
            return villages.stream().mapToLong(Handbooks.Village::covered).sum();
        }

        /** How many have theirs. */
        public long delivered() {
            return villages.stream().mapToLong(Handbooks.Village::delivered).sum();
        }
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/handbooks")
    PageView villages(
            Desk desk, @RequestParam(defaultValue = "") String pack, @RequestParam(defaultValue = "") String place) {
        List<PolicyPack> packs = packs(desk);
        PolicyPack shown = packs.stream()
                .filter(one -> one.id().equals(pack) || pack.isEmpty())
                .findFirst()
                .orElse(null);
        String scope = desk.actor().scope().path();
        String within = place.startsWith(scope) ? place : scope;
        List<Division> places = work.read(desk.actor(), () -> divisions.below(within));
        boolean deep = within.split("/", -1).length > 3;
        return PageView.of(
                "enrolment/handbooks.jte",
                page(desk),
                new VillagesPage(
                        packs,
                        shown,
                        Query.of("/handbooks")
                                .with("pack", shown == null ? "" : shown.id())
                                .with("place", place),
                        places,
                        shown == null || !deep
                                ? List.of()
                                : handbooks.villages(desk.actor(), shown.id(), within, desk.today())));
    }

    private List<PolicyPack> packs(Desk desk) {
        return library.packs().stream()
                .flatMap(one -> adoptions.inUse(desk.actor(), one.id()).stream())
                .map(used -> used.rules().pack())
                .filter(one -> !one.products().isEmpty())
                .toList();
    }

    /**
     * 一个村的投保手册页.
     *
     * @param typed what was typed into the form of a delivery
     * @param ticked the persons ticked in it
     */
    public record VillagePage(
            PolicyPack pack,
            Division village,
            List<Handbooks.Holder> holders,
            Typed typed,
            List<Long> ticked,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/handbooks/village")
    PageView village(
            Desk desk, @RequestParam(defaultValue = "") String pack, @RequestParam(defaultValue = "") String path) {
        return village(desk, pack, path, begun(desk), List.of(), null);
    }

    private static Typed begun(Desk desk) {
        return Typed.of(Map.of("on", desk.today().toString()));
    }

    private PageView village(
            Desk desk, String pack, String path, Typed typed, List<Long> ticked, Answer.@Nullable Refused<?> refused) {
        PolicyPack shown = pack(desk, pack);
        Division village = work.read(desk.actor(), () -> divisions.find(path)).orElseThrow(NotFoundException::new);
        return PageView.of(
                "enrolment/handbook-village.jte",
                page(desk)
                        .under(
                                desk.words().of("web.place.handbooks"),
                                Query.of("/handbooks").with("pack", pack).address()),
                new VillagePage(
                        shown,
                        village,
                        handbooks.holders(desk.actor(), shown.id(), path, desk.today()),
                        typed,
                        ticked,
                        refused));
    }

    private PolicyPack pack(Desk desk, String id) {
        return packs(desk).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/handbooks/print")
    Object print(
            Desk desk, @RequestParam(defaultValue = "") String pack, @RequestParam(defaultValue = "") String path) {
        PolicyPack shown = pack(desk, pack);
        return switch (handbooks.print(desk.actor(), shown.id(), path, desk.today(), clock.instant())) {
            case Answer.Refused<List<Handbooks.Booklet>> refused ->
                village(desk, pack, path, begun(desk), List.of(), refused).withStatus(422);
            case Answer.Done<List<Handbooks.Booklet>>(List<Handbooks.Booklet> booklets) -> {
                HandbookText text = new HandbookText(page(desk), shown, library);
                String name = work.read(desk.actor(), () -> divisions.find(path))
                        .map(Division::nameChinese)
                        .orElse("");
                yield SavedFile.pdf(
                        name + " " + desk.words().of("web.place.handbooks"),
                        PdfHandbooks.of(booklets.stream().map(text::of).toList()));
            }
        };
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/handbooks/deliver")
    View deliver(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") List<Long> person,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needingDay("on");
        if (typed.isWrong()) {
            return village(desk, pack, path, typed, person, null).withStatus(422);
        }
        String receiver = typed.in("receiver").isEmpty() ? "self" : typed.in("receiver");
        Answer<Integer> answer = receiver.equals("self") || receiver.equals("keeper")
                ? handbooks.deliver(
                        desk.actor(),
                        pack(desk, pack).id(),
                        person,
                        new Handbooks.Delivery(
                                receiver,
                                receiver.equals("self") ? "" : typed.in("keeper"),
                                typed.in("briefed").equals("true"),
                                typed.day("on").orElseThrow()),
                        desk.today())
                : Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        return switch (answer) {
            case Answer.Done<Integer> done ->
                See.other(Query.of("/handbooks/village")
                        .with("pack", pack)
                        .with("path", path)
                        .address());
            case Answer.Refused<Integer> refused ->
                village(desk, pack, path, typed, person, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.handbooks"), List.of(), Place.HANDBOOKS);
    }
}
