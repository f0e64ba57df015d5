package fangpin.office.web.accounts;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Sessions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 我的账号: who I am here, what I may, where I am signed in. */
@Controller
public class AccountPages {
    /** What the page shows. */
    public record Mine(List<Sessions.Open> sessions, boolean fromTwoPlaces, Times times) {
        public Mine {
            sessions = List.copyOf(sessions);
        }
    }

    private final Sessions sessions;
    private final Times times;
    private final Clock clock;

    AccountPages(Sessions sessions, Times times, Clock clock) {
        this.sessions = sessions;
        this.times = times;
        this.clock = clock;
    }

    @Needs(Right.DESK)
    @GetMapping("/account")
    View show(Desk desk) {
        List<Sessions.Open> open = sessions.own(desk.actor(), clock.instant());
        boolean twoPlaces =
                open.stream().map(Sessions.Open::fromAddress).distinct().count() > 1;
        Page page = new Page(desk, desk.words().of("access.account.title"), List.of(), Place.ACCOUNT);
        return PageView.of("accounts/account.jte", page, new Mine(open, twoPlaces, times));
    }

    @Needs(Right.DESK)
    @PostMapping("/account/end-session")
    View end(Desk desk, @RequestParam("id") String id) {
        return switch (sessions.endOwn(desk.actor(), id, clock.instant())) {
            case Answer.Done<String> done -> See.other("/account");
            case Answer.Refused<String> refused -> throw new NotFoundException();
        };
    }
}
