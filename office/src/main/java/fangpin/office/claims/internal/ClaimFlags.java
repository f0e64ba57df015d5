package fangpin.office.claims.internal;

import fangpin.office.claims.Causes;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimFlag;
import fangpin.office.claims.ClaimSetting;
import fangpin.office.claims.ClaimSettings;
import fangpin.office.claims.Injury;
import fangpin.office.claims.Payee;
import fangpin.office.policy.PolicyLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What whoever decides a claim must look at. */
@Component
public final class ClaimFlags {
    private final ClaimRows rows;
    private final PolicyLibrary library;
    private final ClaimSettings settings;

    ClaimFlags(ClaimRows rows, PolicyLibrary library, ClaimSettings settings) {
        this.rows = rows;
        this.library = library;
        this.settings = settings;
    }

    /** The flags of a claim; within the reader's transaction. */
    public List<ClaimFlag> of(Claim claim, List<Injury> injuries, List<Payee> payees) {
        List<ClaimFlag> flags = new ArrayList<>();
        List<Claim> others = rows.ofPerson(claim.personId()).stream()
                .filter(other -> other.id() != claim.id()
                        && other.stage() != Claim.Stage.REFUSED
                        && other.stage() != Claim.Stage.WITHDRAWN)
                .toList();
        add(flags, ClaimFlag.THIRD_PARTY, claim.thirdParty() != Claim.ThirdParty.NONE);
        add(flags, ClaimFlag.DOUBLE_CLAIM, others.stream().anyMatch(other -> isSame(claim, other)));
        add(flags, ClaimFlag.DISASTER_FIRST, listed(claim));
        add(flags, ClaimFlag.ALREADY_DECEASED, others.stream().anyMatch(other -> isDeath(other)));
        dates(claim, injuries, flags);
        add(flags, ClaimFlag.CARD_CHECK, payees.stream().anyMatch(payee -> !payee.cardFits()));
        return List.copyOf(flags);
    }

    private void dates(Claim claim, List<Injury> injuries, List<ClaimFlag> flags) {
        LocalDate day = claim.accident().happenedOn();
        LocalDate limit = day.plusYears(settings.value(claim.path(), ClaimSetting.CLAIM_YEARS));
        LocalDate last = day.plusDays(settings.value(claim.path(), ClaimSetting.CONSEQUENCE_DAYS));
        LocalDate died = claim.diedOn();
        add(flags, ClaimFlag.LATE_REPORT, claim.reportedOn().isAfter(limit));
        add(flags, ClaimFlag.LATE_DEATH, died != null && died.isAfter(last));
        add(
                flags,
                ClaimFlag.LATE_RATING,
                claim.kind() == Claim.Kind.DISABILITY
                        && injuries.stream().anyMatch(injury -> injury.ratedOn().isAfter(last)));
    }

    private boolean listed(Claim claim) {
        return library.pack(claim.pack())
                .flatMap(pack -> pack.product(claim.product()))
                .map(product -> Causes.listed(product).contains(claim.accident().cause()))
                .orElse(false);
    }

    private static boolean isSame(Claim claim, Claim other) {
        return other.kind() == claim.kind()
                && other.pack().equals(claim.pack())
                && other.product().equals(claim.product())
                && other.accident().happenedOn().equals(claim.accident().happenedOn());
    }

    private static boolean isDeath(Claim other) {
        return other.kind() == Claim.Kind.DEATH && other.ordinal() != null;
    }

    private static void add(List<ClaimFlag> flags, ClaimFlag flag, boolean there) {
        if (there) {
            flags.add(flag);
        }
    }
}
