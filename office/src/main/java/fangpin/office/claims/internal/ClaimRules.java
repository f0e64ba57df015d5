package fangpin.office.claims.internal;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.access.Actor;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimDecision;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules by which a claim is paid: those of a pack in use, or of the adoption a decision was made by. */
@Component
public final class ClaimRules {
    private static final String ACCIDENT = "accident_id";
    private static final String KIND = "kind";
    private static final Set<String> COLUMNS =
            Set.of(ACCIDENT, KIND, "grade", "eligible_cost", "other_paid", "disaster_paid", "cause");

    private final Adoptions adoptions;

    ClaimRules(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /** A product as an adoption has it. */
    public record Rules(long adoptionId, PolicyPack pack, Product product) {
        /** What comes of a case on these running figures. */
        public Settlement settle(CaseInput input, List<Long> before) {
            return Settler.settle(pack, product, input, before);
        }
    }

    /** The rules in use for a product; empty when its pack is not in use, or has no such product that pays claims of ours. */
    public Optional<Rules> inUse(Actor actor, String pack, String product) {
        return adoptions
                .inUse(actor, pack)
                .flatMap(used -> used.rules()
                        .pack()
                        .product(product)
                        .filter(ClaimRules::pays)
                        .map(found ->
                                new Rules(used.adoption().id(), used.rules().pack(), found)));
    }

    /**
     * The rules of an adoption.
     *
     * @throws IllegalStateException when the pack that was adopted is no longer with the program
     */
    public Rules of(Actor actor, long adoption, String product) {
        return adoptions
                .find(actor, adoption)
                .flatMap(found -> adoptions.rules(actor, found))
                .map(loaded -> new Rules(
                        adoption, loaded.pack(), loaded.pack().product(product).orElseThrow()))
                .orElseThrow(() -> new IllegalStateException("the pack of adoption " + adoption + " is not there"));
    }

    private static boolean pays(Product product) {
        return product.caseKind() == Product.CaseKind.CLAIM
                && product.account() == null
                && product.inputs().stream()
                        .allMatch(
                                column -> column.kind() == InputColumn.Kind.COVERED || COLUMNS.contains(column.name()));
    }

    /** A claim as the rules take it. */
    public static CaseInput input(Product product, Claim claim, @Nullable Integer grade, Assessment found) {
        List<Long> values = new ArrayList<>();
        for (InputColumn column : product.inputs()) {
            if (column.inProgram()) {
                values.add(used(product, column, claim) ? value(column, claim, grade, found) : 0L);
            }
        }
        return input(
                claim.id(),
                claim.personId(),
                claim.kind(),
                claim.accident().happenedOn(),
                Long.toString(claim.accident().id()),
                values);
    }

    /** A claim as it was decided on. */
    public static CaseInput decided(Claim claim, ClaimDecision decision) {
        return input(
                claim.id(),
                claim.personId(),
                claim.kind(),
                decision.decidingOn(),
                decision.accidentKey(),
                decision.inputValues());
    }

    static CaseInput input(
            long claim, long person, Claim.Kind kind, LocalDate decidingOn, String accident, List<Long> values) {
        return new CaseInput(
                Long.toString(claim),
                Long.toString(person),
                decidingOn,
                values,
                Map.of(ACCIDENT, accident, KIND, Claim.word(kind)));
    }

    private static boolean used(Product product, InputColumn column, Claim claim) {
        InputColumn.UsedWhen when = column.usedWhen();
        return when == null
                || product.inputs().stream()
                        .filter(other -> other.name().equals(when.column())
                                && other.name().equals(KIND))
                        .anyMatch(other -> when.codes().contains(other.code(Claim.word(claim.kind()))));
    }

    private static long value(InputColumn column, Claim claim, @Nullable Integer grade, Assessment found) {
        if (column.kind() == InputColumn.Kind.COVERED) {
            return 1;
        }
        return switch (column.name()) {
            case KIND -> column.code(Claim.word(claim.kind()));
            case "cause" -> column.code(claim.accident().cause());
            case "grade" -> grade == null ? 0 : grade;
            case "eligible_cost" -> orNone(found.eligibleFen());
            case "other_paid" -> found.otherPaidFen();
            case "disaster_paid" -> orNone(found.disasterPaidFen());
            default -> throw new IllegalStateException("no such column of a claim: " + column.name());
        };
    }

    private static long orNone(@Nullable Long fen) {
        return fen == null ? 0 : fen;
    }
}
