package fangpin.office.enrolment.internal;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.Provision;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 合同对照单: which checklists of a pack a contract must meet; the pack's own word goes before that of the pack above. */
public final class RequiredLists {
    /** SD §6.1, LS §6.2: how the insurer is chosen; SD §6.2, WH3 §5.2: what any contract contains. */
    private static final List<String> OF_EVERY_CONTRACT =
            List.of("choice-criteria", "tender-contents", "contract-contents");
    /** SD §6.2, WH3 §5.2, LS §6.2: what a contract that pays hospital bills contains besides. */
    private static final List<String> OF_MEDICAL_CONTRACTS =
            List.of("medical-contract-contents", "risk-balance-principles");

    private RequiredLists() {}

    /** The lists for a contract over these products. */
    public static List<Checklist> of(PolicyPack pack, Collection<String> products) {
        boolean medical = products.stream()
                .flatMap(product -> pack.product(product).stream())
                .anyMatch(product -> product.caseKind() == Product.CaseKind.BILL);
        return Stream.concat(OF_EVERY_CONTRACT.stream(), medical ? OF_MEDICAL_CONTRACTS.stream() : Stream.empty())
                .flatMap(id -> find(pack, id).stream())
                .toList();
    }

    private static Optional<Checklist> find(PolicyPack pack, String id) {
        PolicyPack.Superior above = pack.superior();
        Stream<Provision> all =
                Stream.concat(pack.provisions().stream(), above == null ? Stream.empty() : above.provisions().stream());
        return all.filter(Checklist.class::isInstance)
                .map(Checklist.class::cast)
                .filter(list -> list.id().equals(id))
                .findFirst();
    }
}
