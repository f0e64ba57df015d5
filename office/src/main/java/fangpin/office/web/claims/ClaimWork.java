package fangpin.office.web.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.claims.Claim;
import fangpin.office.claims.Claims;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of claims waits for somebody: papers to bring, a claim to decide, a proposal to approve, a family to tell, an appeal to answer. */
@Component
class ClaimWork implements WorkSource {
    private final Claims claims;

    ClaimWork(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        List<Work> work = new ArrayList<>();
        if (!desk.actor().may(Right.CLAIM_REPORT)) {
            return work;
        }
        for (Claim claim : claims.waiting(desk.actor(), most * 4)) {
            if (work.size() < most && isFor(desk.actor(), claim)) {
                work.add(new Work(
                        key(claim),
                        List.of(),
                        desk.words().of("claims.number", Long.toString(claim.id())) + " " + claim.personName(),
                        claim.stage() == Claim.Stage.REPORTED ? "WH3 §5.3" : "WH3 §5.4",
                        claim.dueOn(),
                        "/claims/" + claim.id()));
            }
        }
        return List.copyOf(work);
    }

    private static String key(Claim claim) {
        return "claims.work." + Claim.word(claim.stage());
    }

    /** Papers and bad news are for those who stand by the family too; the rest is the insurer's. */
    private boolean isFor(Actor actor, Claim claim) {
        return switch (claim.stage()) {
            case REPORTED -> true;
            case COMPLETE -> actor.may(Right.CLAIM_HANDLE);
            case PROPOSED, APPEALED ->
                actor.may(Right.CLAIM_APPROVE)
                        && claims.proposal(actor, claim.id())
                                .filter(proposal -> proposal.madeBy(actor.userId()))
                                .isEmpty();
            case APPROVED, REFUSED -> actor.may(Right.CLAIM_HANDLE) && claim.informedOn() == null;
            case WITHDRAWN -> false;
        };
    }
}
