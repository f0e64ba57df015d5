package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.PremiumFunding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a pack says of public money: {@code schemes} and {@code premium_funding}. */
final class FundsReader {
    private final Clauses clauses;
    private final List<ProductReader.Read> products;
    private final MeasureReader measures;

    /**
     * A reader.
     *
     * @param products of the pack, whose premiums are not written again
     */
    FundsReader(Clauses clauses, List<ProductReader.Read> products) {
        this.clauses = clauses;
        this.products = products;
        this.measures = new MeasureReader(clauses);
    }

    Funds read(List<Cursor> items, Optional<Cursor> field) {
        List<AllocationScheme> read = new ArrayList<>();
        List<Funds.Withheld> withheld = new ArrayList<>();
        for (Cursor item : items) {
            AllocationScheme scheme = new SchemeReader(item, clauses, measures).read();
            read.add(scheme);
            withhold(scheme.id(), scheme.name(), item.context().takeUnfilled(), withheld);
        }
        List<AllocationScheme> schemes = read.stream()
                .filter(scheme -> terms(scheme.id(), withheld).isEmpty())
                .toList();
        if (field.isEmpty()) {
            return new Funds(schemes, null, withheld);
        }
        PremiumFundingReader reader = new PremiumFundingReader(field.get(), clauses, measures, read, products);
        PremiumFunding premium = reader.read();
        List<String> waits = new ArrayList<>(field.get().context().takeUnfilled());
        waits.addAll(reader.openPremiums());
        if (premium.scheme() != null) {
            waits.addAll(terms(premium.scheme().id(), withheld));
        }
        withhold(premium.id(), premium.name(), waits, withheld);
        return new Funds(schemes, waits.isEmpty() ? premium : null, withheld);
    }

    /** Money is never split by a rule with a hole in it. */
    private static void withhold(String id, Text name, List<String> terms, List<Funds.Withheld> withheld) {
        if (!terms.isEmpty()) {
            withheld.add(new Funds.Withheld(id, name, terms.stream().distinct().toList()));
        }
    }

    private static List<String> terms(String id, List<Funds.Withheld> withheld) {
        return withheld.stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> one.terms().stream())
                .toList();
    }
}
