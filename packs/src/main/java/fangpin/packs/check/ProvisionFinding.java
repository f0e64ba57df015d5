package fangpin.packs.check;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Product;
import fangpin.kernel.provision.Contradiction;
import fangpin.kernel.provision.FirstPayer;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.PayerOrder;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Tie;
import fangpin.packs.words.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a person should know, with the clauses that show it. A finding does not fail a pack. */
public sealed interface ProvisionFinding {
    /** Clauses that do not agree, as the pack states it. */
    record Disagreement(Contradiction contradiction) implements ProvisionFinding {}

    /** Money that moved between lines, which only the figures say. */
    record WorkedOut(Reallocation reallocation) implements ProvisionFinding {}

    /**
     * What one side of a tie has more than the other.
     *
     * @param name of what it is
     * @param differences by column, those that are not 0
     */
    record Remainder(Tie tie, Text name, List<ColumnAmount> differences) implements ProvisionFinding {}

    /**
     * An amount and the column it stands in.
     *
     * @param column null if there is only one
     */
    record ColumnAmount(@Nullable Text column, Quantity amount) {}

    /**
     * Payers of a product in another order than a clause names them.
     *
     * @param pack that the clause belongs to: this one, or the one above
     * @param layers the product's payers that the clause names too, in the product's order
     */
    record OrderDiffers(Product product, List<String> layers, String pack, PayerOrder order)
            implements ProvisionFinding {}

    /** Causes for which another pays first, which a product's column of causes does not know. */
    record CausesMissing(Product product, String pack, FirstPayer first, List<ListedItem> causes)
            implements ProvisionFinding {}
}
