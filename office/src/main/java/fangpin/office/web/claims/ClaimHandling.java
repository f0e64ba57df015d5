package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.Appeals;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimApprovals;
import fangpin.office.claims.ClaimFindings;
import fangpin.office.claims.ClaimPapers;
import fangpin.office.claims.ClaimProposals;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.claims.Claims;
import fangpin.office.claims.Injury;
import fangpin.office.claims.PaperKind;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What the insurer's staff does with a claim: papers asked for, findings, proposal, approval, review. */
@Controller
public class ClaimHandling {
    private final ClaimPages pages;
    private final Claims claims;
    private final ClaimPapers papers;
    private final ClaimFindings findings;
    private final ClaimProposals proposals;
    private final ClaimApprovals approvals;
    private final Appeals appeals;

    ClaimHandling(
            ClaimPages pages,
            Claims claims,
            ClaimPapers papers,
            ClaimFindings findings,
            ClaimProposals proposals,
            ClaimApprovals approvals,
            Appeals appeals) {
        this.pages = pages;
        this.claims = claims;
        this.papers = papers;
        this.findings = findings;
        this.proposals = proposals;
        this.approvals = approvals;
        this.appeals = appeals;
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/without")
    View without(Desk desk, @PathVariable long id, @RequestParam PaperKind paper, @RequestParam String reason) {
        return answer(desk, id, typed(), papers.doWithout(desk.actor(), id, paper, reason, desk.today()));
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/more")
    View more(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<PaperKind> paper,
            @RequestParam String reason) {
        return answer(desk, id, typed(), papers.askMore(desk.actor(), id, paper, reason, desk.today()));
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/investigations")
    View investigate(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<LocalDate> day = typed.day("doneOn");
        Answer<Long> made = day.isEmpty()
                ? Answer.refused(ClaimRefusal.BAD_DATE)
                : findings.investigate(desk.actor(), id, day.get(), typed.in("where"), typed.in("found"), desk.today());
        return answer(desk, id, typed, made);
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/injuries")
    View rate(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<Injury.BodySystem> system = typed.choice(Injury.BodySystem.class, "system");
        Optional<LocalDate> day = typed.day("ratedOn");
        if (system.isEmpty() || day.isEmpty()) {
            return answer(desk, id, typed, Answer.refused(ClaimRefusal.BAD_DATE));
        }
        int grade = (int) Math.min(Integer.MAX_VALUE, typed.id("grade"));
        Answer<Long> rated = findings.rate(
                desk.actor(), id, system.get(), typed.in("part"), grade, day.get(), typed.in("ratedBy"), desk.today());
        return answer(desk, id, typed, rated);
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/injuries/{injury}/remove")
    View unrate(Desk desk, @PathVariable long id, @PathVariable long injury) {
        return answer(desk, id, typed(), findings.unrate(desk.actor(), id, injury));
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/payees")
    View pay(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Claim claim = claims.find(desk.actor(), id)
                .orElseThrow(NotFoundException::new)
                .claim();
        return answer(desk, id, typed, findings.pay(desk.actor(), id, ClaimForm.payees(typed, claim)));
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/trial")
    View trial(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<ClaimTrial> tried = ClaimForm.assessment(typed).then(found -> proposals.trial(desk.actor(), id, found));
        return switch (tried) {
            case Answer.Done<ClaimTrial>(ClaimTrial trial) -> pages.one(desk, id, typed, trial, null);
            case Answer.Refused<ClaimTrial> refused -> answer(desk, id, typed, refused);
        };
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/proposal")
    View propose(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> proposed = ClaimForm.assessment(typed)
                .then(found ->
                        proposals.propose(desk.actor(), id, typed.version(), found, typed.in("note"), desk.today()));
        return answer(desk, id, typed, proposed);
    }

    @Needs(Right.CLAIM_HANDLE)
    @PostMapping("/claims/{id}/refusal")
    View refuse(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> proposed = proposals.proposeRefusal(
                desk.actor(), id, typed.version(), typed.in("clause"), typed.in("reason"), desk.today());
        return answer(desk, id, typed, proposed);
    }

    @Needs(Right.CLAIM_APPROVE)
    @PostMapping("/claims/{id}/approve")
    View approve(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> approved =
                approvals.approve(desk.actor(), id, typed.version(), typed.id("seen"), typed.in("note"), desk.today());
        return answer(desk, id, typed, approved);
    }

    @Needs(Right.CLAIM_APPROVE)
    @PostMapping("/claims/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> sent = approvals.sendBack(desk.actor(), id, typed.version(), typed.in("reason"), desk.today());
        return answer(desk, id, typed, sent);
    }

    @Needs(Right.CLAIM_APPROVE)
    @PostMapping("/claims/{id}/review")
    View review(
            Desk desk,
            @PathVariable long id,
            @RequestParam boolean reopened,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> answered =
                appeals.review(desk.actor(), id, typed.version(), reopened, typed.in("answer"), desk.today());
        return answer(desk, id, typed, answered);
    }

    private static Typed typed() {
        return Typed.none();
    }

    private View answer(Desk desk, long id, Typed typed, Answer<?> outcome) {
        return switch (outcome) {
            case Answer.Done<?> done -> See.other("/claims/" + id);
            case Answer.Refused<?> refused
            when refused.reason() == ClaimRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> pages.one(desk, id, typed, null, refused);
        };
    }
}
