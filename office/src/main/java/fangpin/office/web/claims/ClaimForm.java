package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.LossReport;
import fangpin.office.claims.Payee;
import fangpin.office.fund.Yuan;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** 理赔表单: what the forms of claims say, out of what was typed. */
public final class ClaimForm {
    /** Rows of heirs that the form offers. */
    public static final int HEIRS = 4;

    private ClaimForm() {}

    /** The report as typed. */
    static Answer<LossReport> report(Typed typed) {
        Optional<Claim.Kind> kind = typed.choice(Claim.Kind.class, "kind");
        Optional<Claim.Channel> channel = typed.choice(Claim.Channel.class, "channel");
        Optional<Claim.ThirdParty> thirdParty = typed.choice(Claim.ThirdParty.class, "thirdParty");
        Optional<LocalDate> happenedOn = typed.day("happenedOn");
        if (kind.isEmpty() || channel.isEmpty() || thirdParty.isEmpty()) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        if (happenedOn.isEmpty()) {
            return Answer.refused(ClaimRefusal.BAD_DATE);
        }
        return Answer.done(new LossReport(
                typed.id("person"),
                kind.get(),
                happenedOn.get(),
                typed.in("place"),
                typed.in("cause"),
                typed.in("circumstances"),
                thirdParty.get(),
                channel.get(),
                typed.in("reporter"),
                typed.in("phone"),
                typed.isSet("green"),
                typed.isSet("another"),
                kind.get() == Claim.Kind.DEATH ? typed.day("diedOn").orElse(null) : null));
    }

    /** What was found out, as typed; amounts in yuan. */
    static Answer<Assessment> assessment(Typed typed) {
        for (String field : List.of("eligible", "other", "disaster")) {
            if (!typed.in(field).isBlank() && fen(typed, field) == null) {
                return Answer.refused(ClaimRefusal.BAD_AMOUNT);
            }
        }
        Long other = fen(typed, "other");
        return Answer.done(new Assessment(fen(typed, "eligible"), other == null ? 0 : other, fen(typed, "disaster")));
    }

    /** Fen of an amount in yuan; null when nothing that is one was typed. */
    private static @Nullable Long fen(Typed typed, String field) {
        OptionalLong fen = Yuan.fen(typed.in(field));
        return fen.isPresent() ? fen.getAsLong() : null;
    }

    /** The payees typed; rows without a name are left out. */
    static List<Payee> payees(Typed typed, Claim claim) {
        List<Payee> payees = new ArrayList<>();
        for (int row = 1; row <= HEIRS; row++) {
            if (!typed.in("name" + row).isBlank()) {
                payees.add(new Payee(
                        claim.kind() == Claim.Kind.DEATH
                                ? Payee.Kind.HEIR
                                : typed.choice(Payee.Kind.class, "payee").orElse(Payee.Kind.PERSON),
                        typed.in("name" + row),
                        typed.in("relation" + row),
                        typed.isSet("weight" + row) ? typed.count("weight" + row) : 1,
                        typed.in("bank" + row),
                        typed.in("card" + row),
                        true));
            }
        }
        return List.copyOf(payees);
    }
}
