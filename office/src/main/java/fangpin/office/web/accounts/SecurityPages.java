package fangpin.office.web.accounts;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 安全设置: passwords, locks, sessions, how long the audit is kept; tokens of programs. */
@Controller
public class SecurityPages {
    private static final int NOT_ACCEPTED = 422;
    private static final int USUAL_RATE = 60;
    private static final int MOST_RATE = 6_000;

    /**
     * What the page shows.
     *
     * @param changing what was typed as the value of a setting
     * @param making what was typed into the form of a token
     * @param ticked names of the rights ticked there
     */
    public record Shown(
            Map<SecuritySetting, Integer> values,
            List<ApiTokens.Listed> tokens,
            List<Places.Choice> places,
            List<MessageSigning.Key> signing,
            Typed changing,
            Typed making,
            List<String> ticked,
            Instant now,
            Times times,
            String error) {
        public Shown {
            values = Map.copyOf(values);
            tokens = List.copyOf(tokens);
            places = List.copyOf(places);
            signing = List.copyOf(signing);
        }

        /** What stands as the value of a setting: what was typed there, else what holds. */
        public Typed typed(SecuritySetting setting) {
            return changing.in("setting").equals(setting.name())
                    ? changing
                    : Typed.of(Map.of("value", String.valueOf(values.get(setting))));
        }

        /** The settings in their order. */
        public List<SecuritySetting> settings() {
            return List.of(SecuritySetting.values());
        }

        /** The rights a program may have, in their order. */
        public List<Right> rights() {
            return Arrays.stream(Right.values())
                    .filter(ApiTokens.ALLOWED::contains)
                    .toList();
        }
    }

    private final SecuritySettings settings;
    private final ApiTokens tokens;
    private final Places places;
    private final Times times;
    private final Refusals refusals;
    private final MessageSigning signing;
    private final Clock clock;

    SecurityPages(
            SecuritySettings settings,
            ApiTokens tokens,
            Places places,
            Times times,
            Refusals refusals,
            MessageSigning signing,
            Clock clock) {
        this.signing = signing;
        this.settings = settings;
        this.tokens = tokens;
        this.places = places;
        this.times = times;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Needs(Right.SECURITY_MANAGE)
    @GetMapping("/security")
    View show(Desk desk) {
        return shown(desk, Typed.none(), begun(), List.of(), "");
    }

    private static Typed begun() {
        return Typed.of(Map.of("rate", Integer.toString(USUAL_RATE)));
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/settings")
    View set(Desk desk, @RequestParam("setting") SecuritySetting setting, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needingNumber("value", setting.least(), setting.most());
        if (typed.isWrong()) {
            return shown(desk, typed, begun(), List.of(), "").withStatus(NOT_ACCEPTED);
        }
        return switch (settings.set(desk.actor(), setting, typed.number("value"), clock.instant())) {
            case Answer.Done<Integer> done -> See.other("/security");
            case Answer.Refused<Integer> refused ->
                shown(
                                desk,
                                typed,
                                begun(),
                                List.of(),
                                desk.words().of(setting.key()) + ": " + refusals.sentence(desk.words(), refused))
                        .withStatus(NOT_ACCEPTED);
        };
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens")
    View make(
            Desk desk,
            @RequestParam(name = "rights", defaultValue = "") List<String> rights,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needingNumber("rate", 1, MOST_RATE).needingDay("until");
        if (typed.isWrong()) {
            return shown(desk, Typed.none(), typed, rights, "").withStatus(NOT_ACCEPTED);
        }
        String path = typed.in("division");
        Optional<String> place = path.isEmpty() ? Optional.empty() : places.name(desk.actor(), path);
        if (place.isEmpty()) {
            return shown(desk, Typed.none(), typed, rights, desk.words().of(AccessRefusal.OUTSIDE_DIVISION.key()))
                    .withStatus(NOT_ACCEPTED);
        }
        ApiTokens.Wanted wanted = new ApiTokens.Wanted(
                typed.in("userName"),
                typed.in("displayName"),
                new Scope(path),
                place.get(),
                chosen(rights),
                typed.number("rate"),
                typed.day("until")
                        .orElseThrow()
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant());
        return switch (tokens.make(desk.actor(), wanted, clock.instant())) {
            case Answer.Refused<String> refused ->
                shown(desk, Typed.none(), typed, rights, refusals.sentence(desk.words(), refused))
                        .withStatus(NOT_ACCEPTED);
            case Answer.Done<String>(String token) ->
                PageView.of("accounts/token.jte", page(desk, "security.token.made"), token);
        };
    }

    private static Set<Right> chosen(List<String> ticked) {
        Set<Right> chosen = EnumSet.noneOf(Right.class);
        ApiTokens.ALLOWED.stream()
                .filter(right -> ticked.contains(right.name()))
                .forEach(chosen::add);
        return chosen;
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens/{id}/revoke")
    View revoke(Desk desk, @PathVariable("id") long id) {
        return switch (tokens.revoke(desk.actor(), id, clock.instant())) {
            case Answer.Done<Long> done -> See.other("/security");
            case Answer.Refused<Long> refused -> throw new NotFoundException();
        };
    }

    private PageView shown(Desk desk, Typed changing, Typed making, List<String> ticked, String error) {
        Shown shown = new Shown(
                settings.all(),
                tokens.list(desk.actor()),
                places.below(desk.actor()),
                signing.keys(),
                changing,
                making,
                ticked,
                clock.instant(),
                times,
                error);
        return PageView.of("accounts/security.jte", page(desk, "security.title"), shown);
    }

    private static Page page(Desk desk, String title) {
        return new Page(desk, desk.words().of("access." + title), List.of(), Place.SECURITY);
    }
}
