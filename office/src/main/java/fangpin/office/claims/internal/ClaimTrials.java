package fangpin.office.claims.internal;

import fangpin.kernel.settlement.CaseInput;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Causes;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.ClaimSetting;
import fangpin.office.claims.ClaimSettings;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.claims.DisabilityStandard;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a claim is worth now; locks the person's period until the transaction ends. */
@Component
public final class ClaimTrials {
    private final ClaimRules rules;
    private final ClaimAccount accounts;
    private final DecisionRows decisions;
    private final FindingRows files;
    private final ClaimSettings settings;

    ClaimTrials(
            ClaimRules rules,
            ClaimAccount accounts,
            DecisionRows decisions,
            FindingRows files,
            ClaimSettings settings) {
        this.rules = rules;
        this.accounts = accounts;
        this.decisions = decisions;
        this.files = files;
        this.settings = settings;
    }

    /** What was worked out, by which rules, from what. */
    public record Worked(
            ClaimRules.Rules rules,
            CaseInput input,
            @Nullable Integer grade,
            ClaimAccount.Outcome outcome) {
        /** As pages show it. */
        public ClaimTrial trial() {
            return new ClaimTrial(rules.pack(), outcome.own(), grade, outcome.owedFen());
        }
    }

    /** The claim with what was found out, in its place of the person's period. */
    public Answer<Worked> work(Actor actor, Claim claim, Assessment found) {
        Optional<ClaimRules.Rules> used = rules.inUse(actor, claim.pack(), claim.product());
        if (used.isEmpty()) {
            return Answer.refused(ClaimRefusal.PACK_NOT_IN_USE, claim.pack());
        }
        return checked(claim, used.get(), found).then(grade -> {
            List<ClaimAccount.Entry> account = decisions.account(claim);
            if (claim.kind() == Claim.Kind.DEATH && otherDeath(claim, account)) {
                return Answer.refused(ClaimRefusal.ALREADY_DECEASED);
            }
            Integer rated = grade.isPresent() ? grade.getAsInt() : null;
            CaseInput input = ClaimRules.input(used.get().product(), claim, rated, found);
            ClaimAccount.Outcome outcome = accounts.decide(actor, claim, used.get(), input, account);
            return outcome.owedFen() < 0
                    ? Answer.refused(ClaimRefusal.WOULD_TAKE_BACK)
                    : Answer.done(new Worked(used.get(), input, rated, outcome));
        });
    }

    private static boolean otherDeath(Claim claim, List<ClaimAccount.Entry> account) {
        return account.stream().anyMatch(entry -> entry.kind() == Claim.Kind.DEATH && entry.claimId() != claim.id());
    }

    /** The grade that goes in, if what the rules need is there. */
    private Answer<OptionalInt> checked(Claim claim, ClaimRules.Rules used, Assessment found) {
        Long disaster = found.disasterPaidFen();
        if (Causes.listed(used.product()).contains(claim.accident().cause()) && disaster == null) {
            return Answer.refused(ClaimRefusal.DISASTER_FIRST);
        }
        long others = found.otherPaidFen();
        if (others < 0 || (disaster != null && disaster < 0)) {
            return Answer.refused(ClaimRefusal.BAD_AMOUNT);
        }
        return switch (claim.kind()) {
            case MEDICAL -> medical(found, others + (disaster == null ? 0 : disaster));
            case DISABILITY -> {
                OptionalInt grade = DisabilityStandard.combined(
                        files.injuries(claim.accident().id()));
                yield grade.isEmpty() ? Answer.refused(ClaimRefusal.GRADE_MISSING) : Answer.done(grade);
            }
            case DEATH -> {
                long days = settings.value(claim.path(), ClaimSetting.CONSEQUENCE_DAYS);
                LocalDate last = claim.accident().happenedOn().plusDays(days);
                LocalDate died = claim.diedOn();
                yield died != null && died.isAfter(last)
                        ? Answer.refused(ClaimRefusal.DEATH_TOO_LATE, days)
                        : Answer.done(OptionalInt.empty());
            }
        };
    }

    private static Answer<OptionalInt> medical(Assessment found, long others) {
        Long eligible = found.eligibleFen();
        if (eligible == null) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        return eligible < 0 || others > eligible
                ? Answer.refused(ClaimRefusal.AMOUNTS_INCONSISTENT)
                : Answer.done(OptionalInt.empty());
    }
}
