package fangpin.office.web.law;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Needs;
import fangpin.office.access.OpenToAll;
import fangpin.office.access.Right;
import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.packs.LoadResult;
import fangpin.packs.check.CheckReport;
import fangpin.packs.floors.FloorText;
import fangpin.packs.show.ClauseLinks;
import fangpin.packs.show.PackHtml;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 政策库: every document with its clauses, rule and text side by side. Any figure of the desk leads here, to its sentence. */
@Controller
public class LawPages {
    private final PolicyLibrary library;
    private final Adoptions adoptions;
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    LawPages(PolicyLibrary library, Adoptions adoptions) {
        this.library = library;
        this.adoptions = adoptions;
    }

    /**
     * 政策库首页: a line a pack.
     *
     * @param inUse what of each pack is in use, by its name
     */
    public record Shelf(List<PolicyPack> packs, Map<String, Adoption> inUse) {}

    @Needs(Right.POLICY_READ)
    @GetMapping("/policies")
    PageView shelf(Desk desk) {
        Map<String, Adoption> inUse = new HashMap<>();
        library.packs()
                .forEach(pack -> adoptions
                        .inUse(desk.actor(), pack.id())
                        .ifPresent(found -> inUse.put(pack.id(), found.adoption())));
        return PageView.of("law/shelf.jte", page(desk), new Shelf(library.packs(), inUse));
    }

    /**
     * 政策包页: the pack's page as it prints elsewhere too, read as it is in use.
     *
     * @param inUse null when nothing was approved yet
     * @param mine whether the reader's division decides about the pack
     */
    public record PackPage(
            PolicyPack pack, @Nullable Adoption inUse, List<Adoption> history, boolean mine, String html) {}

    @Needs(Right.POLICY_READ)
    @GetMapping("/policies/{id}.html")
    PageView pack(Desk desk, @PathVariable String id) {
        LoadResult.Loaded printed = library.loaded(id).orElseThrow(NotFoundException::new);
        Adoptions.InUse inUse = adoptions.inUse(desk.actor(), id).orElse(null);
        LoadResult.Loaded loaded = inUse == null ? printed : inUse.rules();
        Adoption adoption = inUse == null ? null : inUse.adoption();
        Text.Language language = AdoptionPages.tongue(desk);
        String version = id + language + (adoption == null ? "" : adoption.id());
        String html = rendered.computeIfAbsent(version, key -> PackHtml.renderInside(loaded, language));
        Page page = new Page(desk, loaded.pack().title().in(language), List.of(), Place.POLICIES)
                .under(desk.words().of("web.place.policies"), "/policies");
        return PageView.of(
                "law/pack.jte",
                page,
                new PackPage(
                        loaded.pack(),
                        adoption,
                        adoptions.of(desk.actor(), id),
                        adoptions.decides(desk.actor(), id),
                        html));
    }

    /** 核对页: whether the pack is in order, and what a person should look at. */
    public record CheckPage(PolicyPack pack, CheckReport report, List<String> floors) {}

    @Needs(Right.POLICY_READ)
    @GetMapping("/policies/{id}/check")
    PageView check(Desk desk, @PathVariable String id) {
        PolicyPack pack = library.pack(id).orElseThrow(NotFoundException::new);
        CheckReport report = library.checked(id);
        Text.Language language = AdoptionPages.tongue(desk);
        Page page = new Page(desk, desk.words().of("web.law.check"), List.of(), Place.POLICIES)
                .under(desk.words().of("web.place.policies"), "/policies")
                .under(pack.title().in(language), "/policies/" + id + ".html");
        return PageView.of(
                "law/check.jte", page, new CheckPage(pack, report, FloorText.lines(report.floors(), language)));
    }

    @Needs(Right.POLICY_READ)
    @GetMapping("/policies/clause")
    View clause(@RequestParam String id) {
        PolicyLibrary.Place place = library.clause(id).orElseThrow(NotFoundException::new);
        return See.other("/policies/" + place.pack().id() + ".html#"
                + ClauseLinks.anchor(place.clause().id()));
    }

    /** The look of a pack's own page, kept to the part of ours that it stands in. */
    @OpenToAll
    @GetMapping("/style/pack.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(".pack {\n" + PackHtml.style() + "}\n");
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.policies"), List.of(), Place.POLICIES);
    }
}
