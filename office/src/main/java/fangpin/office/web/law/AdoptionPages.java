package fangpin.office.web.law;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.packs.LoadResult;
import fangpin.packs.diff.DiffReport;
import fangpin.packs.diff.PackDiff;
import fangpin.packs.floors.FloorText;
import fangpin.packs.load.FillFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 启用: a pack is taken into use, with its readings chosen and its open terms closed, by two persons. */
@Controller
public class AdoptionPages {
    /** The name of a reading's choice in the form begins so. */
    private static final String READING = "reading-";

    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final StaffNames staff;
    /** Working a pack's cases again takes seconds; an adoption never changes. */
    private final Map<Long, DiffReport> compared = new ConcurrentHashMap<>();

    AdoptionPages(Adoptions adoptions, PolicyLibrary library, StaffNames staff) {
        this.adoptions = adoptions;
        this.library = library;
        this.staff = staff;
    }

    /**
     * 提出启用页: the form as it was filled in, but for the file, which is chosen again.
     *
     * @param chosen the choice of each reading
     * @param samples offered in a demonstration only
     */
    public record ProposalPage(
            PolicyPack pack,
            Map<String, String> chosen,
            List<FillFile> samples,
            String sample,
            String reason,
            Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.POLICY_PROPOSE)
    @GetMapping("/policies/{pack}/adoptions/new")
    PageView form(Desk desk, @PathVariable String pack) {
        Map<String, String> chosen = adoptions
                .inUse(desk.actor(), pack)
                .map(current -> current.adoption().readings())
                .orElse(Map.of());
        return form(desk, pack, chosen, "", "", null);
    }

    private PageView form(
            Desk desk,
            String id,
            Map<String, String> readings,
            String sample,
            String reason,
            Answer.@Nullable Refused<Long> refused) {
        PolicyPack pack = library.pack(id).orElseThrow(NotFoundException::new);
        Map<String, String> chosen = new LinkedHashMap<>();
        pack.readings()
                .forEach(reading -> chosen.put(reading.id(), readings.getOrDefault(reading.id(), reading.chosen())));
        List<FillFile> samples = desk.staged() ? adoptions.samples(id) : List.of();
        return PageView.of(
                "law/adoption-form.jte",
                page(desk, "policy.adoption.propose", pack),
                new ProposalPage(pack, chosen, samples, sample, reason, refused));
    }

    @Needs(Right.POLICY_PROPOSE)
    @PostMapping("/policies/{pack}/adoptions")
    View propose(
            Desk desk,
            @PathVariable String pack,
            @RequestParam Map<String, String> fields,
            @RequestParam @Nullable MultipartFile fill)
            throws IOException {
        Map<String, String> readings = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(READING)) {
                readings.put(name.substring(READING.length()), value);
            }
        });
        String sample = fields.getOrDefault("sample", "");
        String reason = fields.getOrDefault("reason", "");
        Adoptions.Proposal wanted = new Adoptions.Proposal(pack, readings, fill(desk, pack, fill, sample), reason);
        return switch (adoptions.propose(desk.actor(), wanted, desk.today())) {
            case Answer.Done<Long> done -> See.other("/policies/adoptions/" + done.value());
            case Answer.Refused<Long> refused ->
                form(desk, pack, readings, sample, reason, refused).withStatus(422);
        };
    }

    private Adoptions.@Nullable Fill fill(Desk desk, String pack, @Nullable MultipartFile file, String sample)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return new Adoptions.Fill(name, new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        return desk.staged() ? adoptions.sample(pack, sample).orElse(null) : null;
    }

    /**
     * 启用页: what was proposed, and what it changes.
     *
     * @param rules null when the pack is no longer what was proposed
     * @param changes what the pack's cases give otherwise than in the pack as it is printed; null when nothing can change
     * @param floors findings against the levels above
     * @param mine whether the reader's division decides about it
     */
    public record AdoptionPage(
            Adoption adoption,
            PolicyPack printed,
            @Nullable PolicyPack rules,
            @Nullable DiffReport changes,
            List<String> floors,
            Map<Long, String> staff,
            boolean mine,
            Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.POLICY_READ)
    @GetMapping("/policies/adoptions/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<Long> refused) {
        Adoption adoption = adoptions.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        LoadResult.Loaded printed = library.loaded(adoption.pack()).orElseThrow(NotFoundException::new);
        LoadResult.Loaded rules = adoptions.rules(desk.actor(), adoption).orElse(null);
        boolean open = adoption.stage() == Adoption.Stage.PROPOSED;
        List<String> floors =
                open ? FloorText.lines(library.checked(adoption.pack()).floors(), tongue(desk)) : List.of();
        return PageView.of(
                "law/adoption.jte",
                page(desk, "policy.adoption.title", printed.pack()),
                new AdoptionPage(
                        adoption,
                        printed.pack(),
                        rules == null ? null : rules.pack(),
                        rules == null ? null : changes(printed, rules, adoption),
                        floors,
                        staff.namesOf(Stream.of(adoption.proposedBy(), adoption.answeredBy())
                                .filter(Objects::nonNull)
                                .toList()),
                        adoptions.decides(desk.actor(), adoption.pack()),
                        refused));
    }

    private @Nullable DiffReport changes(LoadResult.Loaded printed, LoadResult.Loaded rules, Adoption adoption) {
        return adoption.readings().isEmpty() && adoption.fillName() == null
                ? null
                : compared.computeIfAbsent(adoption.id(), id -> PackDiff.diff(printed, rules));
    }

    @Needs(Right.POLICY_APPROVE)
    @PostMapping("/policies/adoptions/{id}/approve")
    View approve(Desk desk, @PathVariable long id, @RequestParam int version) {
        return answer(desk, id, adoptions.approve(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.POLICY_APPROVE)
    @PostMapping("/policies/adoptions/{id}/send-back")
    View sendBack(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, adoptions.sendBack(desk.actor(), id, version, reason, desk.today()));
    }

    @Needs(Right.POLICY_PROPOSE)
    @PostMapping("/policies/adoptions/{id}/withdraw")
    View withdraw(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, adoptions.withdraw(desk.actor(), id, version, reason, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/policies/adoptions/" + id);
            case Answer.Refused<Long> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    static Text.Language tongue(Desk desk) {
        return desk.language() == Language.CHINESE ? Text.Language.ZH : Text.Language.EN;
    }

    private static Page page(Desk desk, String title, PolicyPack pack) {
        return new Page(desk, desk.words().of(title), List.of(), Place.POLICIES)
                .under(desk.words().of("web.place.policies"), "/policies")
                .under(pack.title().in(tongue(desk)), "/policies/" + pack.id() + ".html");
    }
}
