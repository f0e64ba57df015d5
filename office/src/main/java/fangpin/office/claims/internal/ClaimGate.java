package fangpin.office.claims.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Right;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimRefusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what with a claim, and when. */
@Component
public final class ClaimGate {
    private final ClaimRows rows;

    ClaimGate(ClaimRows rows) {
        this.rows = rows;
    }

    /** A claim at one of these stages, held until the transaction ends, for somebody who has the right. */
    public Answer<Claim> hold(Actor actor, Right right, long id, Claim.Stage... at) {
        if (!actor.may(right)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        Optional<Claim> found = rows.hold(id);
        if (found.isEmpty()) {
            return Answer.refused(ClaimRefusal.NOT_FOUND);
        }
        return List.of(at).contains(found.get().stage())
                ? Answer.done(found.get())
                : Answer.refused(ClaimRefusal.NOT_NOW);
    }

    /** The same, if it is still the version that the page was made from. */
    public Answer<Claim> hold(Actor actor, Right right, long id, int version, Claim.Stage... at) {
        if (!actor.may(right)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        Optional<Claim> found = rows.hold(id);
        if (found.isPresent() && found.get().version() != version) {
            return Answer.refused(ClaimRefusal.CHANGED_MEANWHILE);
        }
        return hold(actor, right, id, at);
    }
}
