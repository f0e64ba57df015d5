package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import java.util.Optional;

/**
 * 逐人计费 What products come to that charge each person by the days of his cover (reading R10): whoever knows the persons sums their
 * {@link fangpin.kernel.policy.Premium#due}. A file of headcounts knows none.
 */
@FunctionalInterface
public interface PremiumByPerson {
    /** Nobody is known by name: every premium is headcount times rate. */
    PremiumByPerson NOBODY = (division, line) -> Optional.empty();

    /**
     * The premium of a division without the units inside it; empty where headcount times rate says it.
     *
     * @param division its code
     */
    Optional<Fen> of(String division, PremiumLine line);
}
