package fangpin.office.web.accounts;

import fangpin.office.access.Answer;
import fangpin.office.access.AuditDisposals;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.StaffNames;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 清理到期审计记录: asked for by one administrator, approved by another. */
@Controller
public class DisposalPages {
    private static final int NOT_ACCEPTED = 422;

    private final AuditDisposals disposals;
    private final SecuritySettings settings;
    private final StaffNames names;
    private final Times times;
    private final Refusals refusals;
    private final Clock clock;

    DisposalPages(
            AuditDisposals disposals,
            SecuritySettings settings,
            StaffNames names,
            Times times,
            Refusals refusals,
            Clock clock) {
        this.disposals = disposals;
        this.settings = settings;
        this.names = names;
        this.times = times;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param waiting what was asked for and not decided yet
     * @param reason as typed
     */
    public record Shown(
            int keepDays,
            AuditDisposals.@Nullable Beyond beyond,
            AuditDisposals.@Nullable Disposal waiting,
            List<AuditDisposals.Disposal> disposals,
            Map<Long, String> names,
            Times times,
            String reason,
            String error) {
        /** Somebody's name. */
        public String name(long account) {
            return names.getOrDefault(account, Long.toString(account));
        }
    }

    @Needs(Right.AUDIT_DISPOSE)
    @GetMapping("/audit/disposals")
    View show(Desk desk) {
        return shown(desk, "", "");
    }

    @Needs(Right.AUDIT_DISPOSE)
    @PostMapping("/audit/disposals")
    View ask(Desk desk, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, disposals.ask(desk.actor(), reason, clock.instant()), reason);
    }

    @Needs(Right.AUDIT_DISPOSE)
    @PostMapping("/audit/disposals/{id}/approve")
    View approve(Desk desk, @PathVariable long id) {
        return answer(desk, disposals.approve(desk.actor(), id, clock.instant()), "");
    }

    @Needs(Right.AUDIT_DISPOSE)
    @PostMapping("/audit/disposals/{id}/drop")
    View drop(Desk desk, @PathVariable long id) {
        return answer(desk, disposals.drop(desk.actor(), id, clock.instant()), "");
    }

    private View answer(Desk desk, Answer<Long> outcome, String reason) {
        return switch (outcome) {
            case Answer.Done<Long> done -> See.other("/audit/disposals");
            case Answer.Refused<Long> refused ->
                shown(desk, reason, refusals.sentence(desk.words(), refused)).withStatus(NOT_ACCEPTED);
        };
    }

    private static Set<Long> people(List<AuditDisposals.Disposal> all) {
        Set<Long> people = new HashSet<>();
        for (AuditDisposals.Disposal one : all) {
            people.add(one.askedBy());
            if (one.approvedBy() != null) {
                people.add(one.approvedBy());
            }
            if (one.droppedBy() != null) {
                people.add(one.droppedBy());
            }
        }
        return people;
    }

    private PageView shown(Desk desk, String reason, String error) {
        List<AuditDisposals.Disposal> all = disposals.list(desk.actor());
        Shown content = new Shown(
                settings.get(SecuritySetting.AUDIT_KEEP_DAYS),
                disposals.beyond(desk.actor()).orElse(null),
                all.stream().filter(AuditDisposals.Disposal::open).findFirst().orElse(null),
                all,
                names.namesOf(people(all)),
                times,
                reason,
                error);
        Place place = desk.actor().may(Right.AUDIT_READ) ? Place.AUDIT : Place.SECURITY;
        Page page = new Page(desk, desk.words().of("access.disposal.title"), List.of(), place)
                .under(desk.words().of(place.key()), place.address());
        return PageView.of("accounts/disposals.jte", page, content);
    }
}
