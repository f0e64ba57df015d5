package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.ClaimSetting;
import fangpin.office.claims.ClaimSettings;
import fangpin.office.fund.Yuan;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 理赔参数: days and limits of a division. */
@Controller
public class ClaimSettingPages {
    private final ClaimSettings settings;

    ClaimSettingPages(ClaimSettings settings) {
        this.settings = settings;
    }

    /** 理赔参数页. */
    public record SettingPage(List<ClaimSettings.Held> settings, Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SYSTEM_MANAGE)
    @GetMapping("/claim-settings")
    PageView list(Desk desk) {
        return list(desk, null);
    }

    private PageView list(Desk desk, Answer.@Nullable Refused<?> refused) {
        PageView view = PageView.of(
                "claims/settings.jte",
                new Page(desk, desk.words().of("web.place.claim-settings"), List.of(), Place.CLAIM_SETTINGS),
                new SettingPage(settings.of(desk.actor()), refused));
        return refused == null ? view : view.withStatus(422);
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/claim-settings")
    View set(
            Desk desk,
            @RequestParam ClaimSetting setting,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason) {
        OptionalLong fen = Yuan.fen(value);
        boolean whole = value.matches("[0-9]{1,6}");
        Answer<Long> set = setting.isMoney()
                ? fen.isPresent() ? set(desk, setting, fen.getAsLong(), reason) : bad()
                : whole ? set(desk, setting, Long.parseLong(value), reason) : bad();
        return switch (set) {
            case Answer.Done<Long> done -> See.other("/claim-settings");
            case Answer.Refused<Long> refused -> list(desk, refused);
        };
    }

    private Answer<Long> set(Desk desk, ClaimSetting setting, long value, String reason) {
        return settings.set(desk.actor(), setting, value, reason, desk.today());
    }

    private static Answer<Long> bad() {
        return Answer.refused(ClaimRefusal.BAD_AMOUNT);
    }
}
