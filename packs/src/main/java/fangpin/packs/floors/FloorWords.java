package fangpin.packs.floors;

import fangpin.kernel.Text.Language;
import fangpin.kernel.floor.FloorAnswer;
import fangpin.kernel.floor.Verdict;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.CountedFor;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Floor.Demand;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.kernel.policy.Published;
import fangpin.kernel.policy.Published.Source;
import fangpin.kernel.time.Period;
import fangpin.packs.words.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Floors, what is published for them, and their values, in the words of one language. */
public final class FloorWords {
    /** Percentages are written to six decimals. */
    private static final long PERCENT_MILLIONTHS = 100_000_000;

    private static final int SHOWN_ONE_BY_ONE = 3;

    private final Wording wording;

    public FloorWords(Language language) {
        this.wording = Wording.of(FloorWords.class, "floors", language);
    }

    Wording wording() {
        return wording;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String quantity(FloorQuantity quantity) {
        return wording.text("quantity." + key(quantity));
    }

    String verdict(Verdict verdict) {
        return wording.text("verdict." + key(verdict));
    }

    /** A floor as a rule: {@code accident premium: at least 10.00 yuan a person and year}. */
    public String floor(Floor floor) {
        Floor.Waiver waiver = floor.waiver();
        return wording.text("floor", quantity(floor.quantity()), asked(floor))
                + wording.text("hardness." + key(floor.hardness()))
                + (waiver == null ? "" : wording.text("floor.waiver", waiver.clause()));
    }

    /** What a floor asks for: {@code at least 10.00 yuan a person and year}. */
    String asked(Floor floor) {
        FloorQuantity.Kind kind = floor.quantity().kind();
        String asked = switch (floor.demand()) {
            case Demand.AtLeast at -> wording.text("asked.at-least", value(kind, at.least()), per(floor.per()));
            case Demand.AtMost at -> wording.text("asked.at-most", value(kind, at.most()), per(floor.per()));
            case Demand.About about -> wording.text("asked.about", value(kind, about.aim()), per(floor.per()));
            case Demand.NoneOf none ->
                wording.text(
                        "asked.none-of",
                        wording.list(none.excluded().stream()
                                .map(one -> value(kind, one))
                                .toList()),
                        per(floor.per()));
            case Demand.Includes includes -> wording.text("asked.includes", groups(includes.groups()));
            case Demand.Spans spans -> wording.text("asked.spans", days(spans.period()));
            case Demand.Exists _ -> wording.text("asked.exists");
        };
        return floor.scope() == Floor.Scope.HIGHEST ? wording.text("asked.highest", asked) : asked;
    }

    /** An entry of what is published: the quantity and where its answer stands. */
    public String published(Published published) {
        return wording.text("published", quantity(published.quantity()), source(published.source()))
                + Optional.ofNullable(published.per())
                        .map(per -> wording.text("published.per", per(per)))
                        .orElse("");
    }

    private String source(Source source) {
        return switch (source) {
            case Source.PremiumOf of -> wording.text("source.premium", of.product());
            case Source.StepOf of -> wording.text("source.step", of.product(), of.step());
            case Source.InsuredBy of -> wording.text("source.insured", of.product());
            case Source.PeriodOf of -> wording.text("source.period", of.product(), of.clause());
            case Source.CoverOf of -> wording.text("source.product", of.product());
            case Source.Stated of -> wording.text("source.stated", of.clause());
            case Source.GroupsStated of -> wording.text("source.groups", groups(of.groups()), of.clause());
            case Source.Quotient of -> wording.text("source.quotient", quotient(of), of.clause());
            case Source.Example of -> wording.text("source.example", of.caseId(), of.clause());
        };
    }

    String quotient(Source.Quotient of) {
        return wording.text("quotient", money(Fraction.of(of.amount())), Long.toString(of.count()));
    }

    // --------------------------------------------------------------------------------------------------------- values

    /** What an answer says, without where it says it. */
    String given(FloorAnswer answer) {
        Published published = answer.published();
        return switch (answer.content()) {
            case FloorAnswer.Content.Amounts amounts ->
                wording.text(
                                "given." + key(amounts.bound()),
                                amounts(published, amounts.parts()),
                                perOf(amounts, published))
                        .strip();
            case FloorAnswer.Content.Groups groups -> groups(groups.groups());
            case FloorAnswer.Content.Days days -> days(days.period());
            case FloorAnswer.Content.Present _ -> wording.text("given.present");
            case FloorAnswer.Content.Several _ -> wording.text("given.several");
            case FloorAnswer.Content.Nothing _ -> wording.text("given.nothing");
        };
    }

    /** Of several bills each is named, which says enough. */
    private String perOf(FloorAnswer.Content.Amounts amounts, Published published) {
        return amounts.parts().size() > 1 && published.per() == CountedFor.BILL ? "" : per(published.per());
    }

    /** Few values one by one; of many, which stand in the order of grades, the first and the last. */
    private String amounts(Published published, List<FloorAnswer.Part> parts) {
        if (parts.size() == 1) {
            return value(published.quantity().kind(), parts.getFirst().amount());
        }
        return parts.size() <= SHOWN_ONE_BY_ONE
                ? parts(published, parts)
                : wording.text("parts.from-to", part(published, parts.getFirst()), part(published, parts.getLast()));
    }

    /** Each value with what it belongs to. */
    String parts(Published published, List<FloorAnswer.Part> parts) {
        return wording.list(parts.stream().map(part -> part(published, part)).toList());
    }

    private String part(Published published, FloorAnswer.Part part) {
        return wording.text(
                label(published), part.label(), value(published.quantity().kind(), part.amount()));
    }

    private static String label(Published published) {
        return switch (published.source()) {
            case Source.Example _ ->
                published.quantity() == FloorQuantity.MEDICAL_SELF_PAYMENT ? "part.bill" : "part.person";
            case Source.StepOf _,
                    Source.PremiumOf _,
                    Source.InsuredBy _,
                    Source.PeriodOf _,
                    Source.CoverOf _,
                    Source.Stated _,
                    Source.GroupsStated _,
                    Source.Quotient _ -> "part.grade";
        };
    }

    String value(FloorQuantity.Kind kind, Fraction value) {
        return kind == FloorQuantity.Kind.SHARE ? share(value) : money(value);
    }

    String money(Fraction fen) {
        return wording.text("money", new Fen(fen.nearest(1)).readable());
    }

    private static String share(Fraction share) {
        return BigDecimal.valueOf(share.nearest(PERCENT_MILLIONTHS), 6)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    private String per(@Nullable CountedFor per) {
        return per == null ? "" : wording.text("per." + key(per));
    }

    String groups(List<Floor.Group> groups) {
        return wording.list(
                groups.stream().map(group -> wording.text(group.name())).toList());
    }

    private String days(Period period) {
        return wording.text("days", period.from(), period.lastDay());
    }
}
