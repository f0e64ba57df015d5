package fangpin.office.enrolment;

import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.policy.Adoptions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The products of a contract as the pack in use defines them. */
@Component
final class ContractProducts {
    private final Adoptions adoptions;

    ContractProducts(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /** Those that the pack has; none while it is not in use. */
    List<Product> of(Actor actor, Contract contract) {
        Optional<Adoptions.InUse> used = adoptions.inUse(actor, contract.pack());
        return contract.products().stream()
                .flatMap(line -> used.flatMap(one -> one.rules().pack().product(line.product())).stream())
                .toList();
    }
}
