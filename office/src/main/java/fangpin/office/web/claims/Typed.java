package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.LossReport;
import fangpin.office.claims.Payee;
import fangpin.office.fund.Yuan;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** 所填: the fields of a form of claims as they were typed. */
public record Typed(Map<String, String> fields) {
    /** Rows of heirs that the form offers. */
    public static final int HEIRS = 4;

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** What was typed into a field. */
    public String in(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The day typed; empty when it is none. */
    Optional<LocalDate> day(String field) {
        return TypedDay.of(in(field));
    }

    long number(String field) {
        return in(field).matches("[0-9]{1,18}") ? Long.parseLong(in(field)) : 0;
    }

    int version() {
        return (int) Math.min(Integer.MAX_VALUE, number("version"));
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> type, String field) {
        String word = in(field).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The report as typed. */
    Answer<LossReport> report() {
        Optional<Claim.Kind> kind = choice(Claim.Kind.class, "kind");
        Optional<Claim.Channel> channel = choice(Claim.Channel.class, "channel");
        Optional<Claim.ThirdParty> thirdParty = choice(Claim.ThirdParty.class, "thirdParty");
        Optional<LocalDate> happenedOn = day("happenedOn");
        if (kind.isEmpty() || channel.isEmpty() || thirdParty.isEmpty()) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        if (happenedOn.isEmpty()) {
            return Answer.refused(ClaimRefusal.BAD_DATE);
        }
        return Answer.done(new LossReport(
                number("person"),
                kind.get(),
                happenedOn.get(),
                in("place"),
                in("cause"),
                in("circumstances"),
                thirdParty.get(),
                channel.get(),
                in("reporter"),
                in("phone"),
                !in("green").isEmpty(),
                !in("another").isEmpty(),
                kind.get() == Claim.Kind.DEATH ? day("diedOn").orElse(null) : null));
    }

    /** What was found out, as typed; amounts in yuan. */
    Answer<Assessment> assessment() {
        for (String field : List.of("eligible", "other", "disaster")) {
            if (!in(field).isBlank() && fen(field) == null) {
                return Answer.refused(ClaimRefusal.BAD_AMOUNT);
            }
        }
        Long other = fen("other");
        return Answer.done(new Assessment(fen("eligible"), other == null ? 0 : other, fen("disaster")));
    }

    /** Fen of an amount in yuan; null when nothing that is one was typed. */
    private @Nullable Long fen(String field) {
        OptionalLong fen = Yuan.fen(in(field).strip());
        return fen.isPresent() ? fen.getAsLong() : null;
    }

    /** The payees typed; rows without a name are left out. */
    List<Payee> payees(Claim claim) {
        List<Payee> payees = new ArrayList<>();
        for (int row = 1; row <= HEIRS; row++) {
            if (!in("name" + row).isBlank()) {
                payees.add(new Payee(
                        claim.kind() == Claim.Kind.DEATH
                                ? Payee.Kind.HEIR
                                : choice(Payee.Kind.class, "payee").orElse(Payee.Kind.PERSON),
                        in("name" + row),
                        in("relation" + row),
                        in("weight" + row).isBlank() ? 1 : (int) Math.min(Integer.MAX_VALUE, number("weight" + row)),
                        in("bank" + row),
                        in("card" + row),
                        true));
            }
        }
        return List.copyOf(payees);
    }

    /** Never with what was typed. */
    @Override
    public String toString() {
        return "Typed " + fields.keySet();
    }
}
