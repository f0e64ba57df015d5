package fangpin.office.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.packs.LoadResult;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.Packs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** 政策库: the packs that came with the office, loaded once, and every clause of their documents by its id. */
@Service
public final class PolicyLibrary {
    private final List<LoadResult.Loaded> packs;
    private final Map<String, CheckReport> checks = new ConcurrentHashMap<>();

    PolicyLibrary() {
        packs = Packs.shipped().stream().map(PolicyLibrary::load).toList();
    }

    private static LoadResult.Loaded load(String name) {
        return switch (Packs.load(name)) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Refused refused ->
                throw new IllegalStateException("the pack " + name + " is broken: " + refused.problems());
        };
    }

    /** All packs, in document order. */
    public List<PolicyPack> packs() {
        return packs.stream().map(LoadResult.Loaded::pack).toList();
    }

    /** A pack by its name. */
    public Optional<PolicyPack> pack(String id) {
        return packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    /** A pack as it was loaded, with the figures its rules use. */
    public Optional<LoadResult.Loaded> loaded(String id) {
        return packs.stream().filter(one -> one.pack().id().equals(id)).findFirst();
    }

    /** What a check of the pack finds: its cases, its floors, figures no rule uses. Takes a second or two; kept once known. */
    public CheckReport checked(String id) {
        return checks.computeIfAbsent(id, PackCheck::check);
    }

    /** What a product of a pack is called; its own name where the pack is not known. */
    public Text productName(String pack, String product) {
        return pack(pack)
                .flatMap(found -> Stream.concat(
                                found.products().stream()
                                        .filter(one -> one.id().equals(product))
                                        .map(Product::name),
                                found.withheld().stream()
                                        .filter(one -> one.id().equals(product))
                                        .map(PolicyPack.WithheldProduct::name))
                        .findFirst())
                .orElse(new Text(product, product));
    }

    /** Where a clause stands. */
    public record Place(PolicyPack pack, Document document, Clause clause) {}

    /** The clause of an id, whatever document it stands in; a mark of a paragraph is taken for its whole clause. */
    public Optional<Place> clause(String id) {
        // a document's name has a letter at least before the mark of a paragraph
        if (id.strip().length() < 2 || id.startsWith(" ")) {
            return Optional.empty();
        }
        ClauseId whole = new ClauseId(id).whole();
        for (PolicyPack pack : packs()) {
            for (Document document : pack.documents()) {
                for (Clause clause : document.clauses()) {
                    if (clause.id().equals(whole)) {
                        return Optional.of(new Place(pack, document, clause));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
