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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 安全设置: passwords, locks, sessions, how long the audit is kept; tokens of programs. */
@Controller
public class SecurityPages {
    private static final int NOT_ACCEPTED = 422;
    private static final int USUAL_RATE = 60;

    /** What the page shows. */
    public record Shown(
            Map<SecuritySetting, Integer> values,
            List<ApiTokens.Listed> tokens,
            List<Places.Choice> places,
            List<MessageSigning.Key> signing,
            TokenForm form,
            Instant now,
            Times times,
            String error) {
        public Shown {
            values = Map.copyOf(values);
            tokens = List.copyOf(tokens);
            places = List.copyOf(places);
            signing = List.copyOf(signing);
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

    /** The form of a token, as typed. */
    public record TokenForm(
            @Nullable String userName,
            @Nullable String displayName,
            @Nullable String division,
            @Nullable List<String> rights,
            @Nullable Integer rate,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {
        static TokenForm empty() {
            return new TokenForm(null, null, null, null, USUAL_RATE, null);
        }

        Set<Right> chosen() {
            Set<Right> chosen = EnumSet.noneOf(Right.class);
            if (rights != null) {
                ApiTokens.ALLOWED.stream()
                        .filter(right -> rights.contains(right.name()))
                        .forEach(chosen::add);
            }
            return chosen;
        }

        /** A text of the form, empty when nothing was typed. */
        public static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
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
        return shown(desk, TokenForm.empty(), "");
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/settings")
    View set(Desk desk, @RequestParam("setting") SecuritySetting setting, @RequestParam("value") int value) {
        return switch (settings.set(desk.actor(), setting, value, clock.instant())) {
            case Answer.Done<Integer> done -> See.other("/security");
            case Answer.Refused<Integer> refused ->
                shown(
                                desk,
                                TokenForm.empty(),
                                desk.words().of(setting.key()) + ": " + refusals.sentence(desk.words(), refused))
                        .withStatus(NOT_ACCEPTED);
        };
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens")
    View make(Desk desk, @ModelAttribute TokenForm form) {
        String path = TokenForm.text(form.division());
        Optional<String> place = path.isEmpty() ? Optional.empty() : places.name(desk.actor(), path);
        if (place.isEmpty()) {
            return shown(desk, form, desk.words().of(AccessRefusal.OUTSIDE_DIVISION.key()))
                    .withStatus(NOT_ACCEPTED);
        }
        Instant until = form.until() == null
                ? Instant.EPOCH
                : form.until().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        ApiTokens.Wanted wanted = new ApiTokens.Wanted(
                TokenForm.text(form.userName()).strip(),
                TokenForm.text(form.displayName()),
                new Scope(path),
                place.get(),
                form.chosen(),
                form.rate() == null ? USUAL_RATE : form.rate(),
                until);
        return switch (tokens.make(desk.actor(), wanted, clock.instant())) {
            case Answer.Refused<String> refused ->
                shown(desk, form, refusals.sentence(desk.words(), refused)).withStatus(NOT_ACCEPTED);
            case Answer.Done<String>(String token) ->
                PageView.of("accounts/token.jte", page(desk, "security.token.made"), token);
        };
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens/{id}/revoke")
    View revoke(Desk desk, @PathVariable("id") long id) {
        return switch (tokens.revoke(desk.actor(), id, clock.instant())) {
            case Answer.Done<Long> done -> See.other("/security");
            case Answer.Refused<Long> refused -> throw new NotFoundException();
        };
    }

    private PageView shown(Desk desk, TokenForm form, String error) {
        Shown shown = new Shown(
                settings.all(),
                tokens.list(desk.actor()),
                places.below(desk.actor()),
                signing.keys(),
                form,
                clock.instant(),
                times,
                error);
        return PageView.of("accounts/security.jte", page(desk, "security.title"), shown);
    }

    private static Page page(Desk desk, String title) {
        return new Page(desk, desk.words().of("access." + title), List.of(), Place.SECURITY);
    }
}
