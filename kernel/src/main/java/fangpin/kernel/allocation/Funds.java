package fangpin.kernel.allocation;

import fangpin.kernel.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 资金规则 What a pack says of public money.
 *
 * @param schemes those that can be carried out
 * @param premium null if the pack says nothing of who pays a premium, or what it says is withheld
 * @param withheld rules that cannot be carried out, because an open term is not filled
 */
public record Funds(
        List<AllocationScheme> schemes, @Nullable PremiumFunding premium, List<Withheld> withheld) {
    public static final Funds NONE = new Funds(List.of(), null, List.of());

    public Funds {
        schemes = List.copyOf(schemes);
        withheld = List.copyOf(withheld);
    }

    /**
     * A scheme or premium with a hole in it.
     *
     * @param terms ids of the open terms it waits for
     */
    public record Withheld(String id, Text name, List<String> terms) {
        public Withheld {
            terms = List.copyOf(terms);
        }
    }

    public Optional<AllocationScheme> scheme(String id) {
        return schemes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Every measure that a file of headcounts may state, so that one file serves all. */
    public List<Measure> measures() {
        Set<Measure> measures = new LinkedHashSet<>();
        schemes.forEach(scheme -> measures.addAll(scheme.measures()));
        if (premium != null) {
            measures.addAll(premium.measures());
        }
        return List.copyOf(measures);
    }
}
