package fangpin.office.web.claims;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimDecision;
import fangpin.office.claims.Claims;
import fangpin.office.claims.Payee;
import fangpin.office.claims.Proposal;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is printed for the family: which papers to bring, and what was decided, why, and what can be said against it. */
@Controller
public class ClaimNotices {
    private final Claims claims;
    private final PolicyLibrary library;
    private final Laws laws;

    ClaimNotices(Claims claims, PolicyLibrary library, Laws laws) {
        this.claims = claims;
        this.library = library;
        this.laws = laws;
    }

    /**
     * 通知书.
     *
     * @param result what was paid and how it came about; null for a refusal
     * @param shares of the payees
     * @param refusal the proposal not to pay that was agreed to; null where something is paid
     */
    public record Notice(
            Claims.Story story,
            fangpin.kernel.Text product,
            @Nullable ClaimResult result,
            List<Share> shares,
            @Nullable Proposal refusal,
            List<Law> laws) {}

    /** A payee and his part. */
    public record Share(Payee payee, long fen) {}

    /** 一次性告知单: the papers of a claim. */
    public record PaperList(Claims.Story story, fangpin.kernel.Text product) {}

    @Needs(Right.CLAIM_READ)
    @GetMapping("/claims/{id}/papers")
    PageView papers(Desk desk, @PathVariable long id) {
        Claims.Story story = claims.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of("claims/papers.jte", page(desk, story), new PaperList(story, product(story)));
    }

    @Needs(Right.CLAIM_READ)
    @GetMapping("/claims/{id}/notice")
    PageView notice(Desk desk, @PathVariable long id) {
        Claims.Story story = claims.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Claim.Stage stage = story.claim().stage();
        if (stage != Claim.Stage.APPROVED && stage != Claim.Stage.REFUSED && stage != Claim.Stage.APPEALED) {
            throw new NotFoundException();
        }
        return PageView.of("claims/notice.jte", page(desk, story), notice(desk, story));
    }

    private Notice notice(Desk desk, Claims.Story story) {
        ClaimDecision decision = story.decision();
        Proposal last = story.proposal();
        if (decision == null || last == null) {
            return new Notice(
                    story, product(story), null, List.of(), last, last == null ? List.of() : laws.of(last.clause()));
        }
        ClaimResult result =
                ClaimResult.of(claims.explained(desk.actor(), story.claim(), decision), ClaimPages.tongue(desk), laws);
        List<Long> fen = Payee.shares(story.payees(), decision.benefitFen());
        List<Share> shares = new ArrayList<>();
        for (int payee = 0; payee < story.payees().size(); payee++) {
            shares.add(new Share(story.payees().get(payee), fen.get(payee)));
        }
        return new Notice(story, product(story), result, List.copyOf(shares), null, laws.of(last.clause()));
    }

    private fangpin.kernel.Text product(Claims.Story story) {
        return library.productName(story.claim().pack(), story.claim().product());
    }

    private static Page page(Desk desk, Claims.Story story) {
        return ClaimPages.page(desk)
                .under(desk.words().of("web.place.claims"), "/claims")
                .under(
                        desk.words()
                                .of("claims.number", Long.toString(story.claim().id())),
                        "/claims/" + story.claim().id());
    }
}
