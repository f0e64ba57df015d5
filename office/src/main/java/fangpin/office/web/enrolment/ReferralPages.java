package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 须由人决定的参保: those of whom a rule says neither yes nor no, decided by two people. */
@Controller
public class ReferralPages {
    private static final int ROWS = 200;

    private final Referrals referrals;
    private final PolicyLibrary library;
    private final StaffNames staff;

    ReferralPages(Referrals referrals, PolicyLibrary library, StaffNames staff) {
        this.referrals = referrals;
        this.library = library;
        this.staff = staff;
    }

    /** 待定参保页. */
    public record ReferralsPage(
            List<Referral> rows,
            PolicyLibrary library,
            Map<Long, String> staff,
            boolean proposes,
            boolean confirms,
            long reader,
            Answer.@Nullable Refused<?> refused) {
        /** Whether the reader may answer it: somebody else's proposal. */
        public boolean mayAnswer(Referral one) {
            return confirms && one.stage() == Referral.Stage.PROPOSED && !Objects.equals(one.proposedBy(), reader);
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/referrals")
    PageView page(Desk desk) {
        return page(desk, null);
    }

    private PageView page(Desk desk, Answer.@Nullable Refused<?> refused) {
        List<Referral> rows = referrals.all(desk.actor(), ROWS);
        return PageView.of(
                "enrolment/referrals.jte",
                new Page(desk, desk.words().of("enrolment.referrals"), List.of(), Place.INSURED)
                        .under(desk.words().of("web.place.insured"), "/insured"),
                new ReferralsPage(
                        rows,
                        library,
                        staff.namesOf(rows.stream()
                                .flatMap(one -> Stream.of(one.proposedBy(), one.decidedBy()))
                                .filter(Objects::nonNull)
                                .toList()),
                        desk.actor().may(Right.ENROLMENT_WRITE),
                        desk.actor().may(Right.ENROLMENT_APPROVE),
                        desk.actor().userId(),
                        refused));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/referrals")
    View propose(
            Desk desk,
            @RequestParam long person,
            @RequestParam String pack,
            @RequestParam String product,
            @RequestParam(defaultValue = "false") boolean covered,
            @RequestParam(defaultValue = "") String reason) {
        return to(desk, referrals.propose(desk.actor(), person, pack, product, covered, reason, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/referrals/{id}/confirm")
    View confirm(Desk desk, @PathVariable long id) {
        return to(desk, referrals.confirm(desk.actor(), id, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/referrals/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return to(desk, referrals.sendBack(desk.actor(), id, reason, desk.today()));
    }

    private View to(Desk desk, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/referrals");
            case Answer.Refused<Long> refused -> page(desk, refused).withStatus(422);
        };
    }
}
