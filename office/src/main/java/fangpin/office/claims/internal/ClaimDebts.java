package fangpin.office.claims.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.claims.Claim;
import fangpin.office.fund.Benefit;
import fangpin.office.fund.Benefits;
import fangpin.office.fund.Creditor;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** 应付个人: what a decision gives is owed to the claim's payees from then on. */
@Component
public final class ClaimDebts {
    private final Benefits benefits;

    ClaimDebts(Benefits benefits) {
        this.benefits = benefits;
    }

    /** Posts what is owed more, in the transaction of the decision. */
    public void owe(Actor actor, Claim claim, String clause, long fen, LocalDate today) {
        Benefit benefit =
                new Benefit(claim.coverId(), claim.personId(), claim.path(), claim.pack(), claim.product(), clause);
        Creditor creditor = new Creditor.OfClaim(claim.subject(), claim.path());
        benefits.owe(actor, creditor, benefit, new Fen(fen), claim.subject(), today);
    }
}
