package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 政策包 One jurisdiction's rules for one period, as data. A pack in use is never edited; its hash is its identity.
 *
 * @param id folder name, {@code weihai-2020}
 * @param issued when the rule became known; may lie after the first day it is in force
 * @param hash of everything the pack consists of, lower-case hex
 * @param superior the pack whose floors bind this one, if any
 * @param products those that can settle cases
 * @param withheld products and programmes that cannot, because an open term is not filled
 * @param standards floors for the packs below, and what this pack publishes to the level above
 * @param funds how public money is split, and who pays premiums
 * @param programmes those that can be worked out
 * @param provisions rules that compute no benefit, in the order of the file
 */
public record PolicyPack(
        String id,
        Text title,
        String jurisdiction,
        LocalDate issued,
        Period inForce,
        String hash,
        @Nullable Superior superior,
        List<Document> documents,
        List<Reading> readings,
        List<OpenTerm> openTerms,
        List<Product> products,
        List<WithheldProduct> withheld,
        Standards standards,
        Funds funds,
        List<Programme> programmes,
        List<Provision> provisions) {

    /** The pack of the level above, with the words of its clauses. */
    public record Superior(String id, String hash, List<Document> documents, List<Provision> provisions) {}

    /** A product or programme that refuses to compute: each term is still open, with its clause. */
    public record WithheldProduct(String id, Text name, List<OpenTerm> terms) {}

    /** A clause by its id, of this pack's documents or of the pack above. */
    public Optional<Clause> clause(ClauseId id) {
        ClauseId whole = id.whole();
        return Stream.concat(
                        documents.stream(), superior == null ? Stream.<Document>empty() : superior.documents().stream())
                .flatMap(document -> document.clauses().stream())
                .filter(clause -> clause.id().equals(whole))
                .findFirst();
    }

    public Optional<Product> product(String productId) {
        return products.stream()
                .filter(product -> product.id().equals(productId))
                .findFirst();
    }

    public Optional<Programme> programme(String programmeId) {
        return programmes.stream()
                .filter(programme -> programme.id().equals(programmeId))
                .findFirst();
    }

    /** A product or a programme by its id; no two of a pack have the same. */
    public Optional<Calculation> calculation(String id) {
        return Stream.<Calculation>concat(products.stream(), programmes.stream())
                .filter(calculation -> calculation.id().equals(id))
                .findFirst();
    }

    /** The provisions of one kind, in the order of the file. */
    public <P extends Provision> List<P> provisions(Class<P> kind) {
        return provisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
