package fangpin.office.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.internal.CorridorRows;
import fangpin.office.fund.internal.OwnContracts;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 承保机构盈亏控制 (LS §6.2, SD §5): premium, what the cover bore, what running it cost, and the margin against the bounds of the pack in use.
 * Only who holds the contract's whole division, or is its insurer, sees all of its books.
 */
@Service
public final class Corridors {
    private final ScopedWork work;
    private final CorridorRows rows;
    private final OwnContracts contracts;
    private final Adoptions adoptions;

    Corridors(ScopedWork work, CorridorRows rows, OwnContracts contracts, Adoptions adoptions) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
        this.adoptions = adoptions;
    }

    /** Each product of each contract that is, or was, in force, the newest contract first. */
    public List<Corridor> all(Actor actor, LocalDate today) {
        return contracts.of(actor).stream()
                .filter(one ->
                        one.stage() == Contract.Stage.IN_FORCE && actor.scope().holds(one.path()))
                .flatMap(contract ->
                        contract.products().stream().map(line -> of(actor, contract, line.product(), today)))
                .toList();
    }

    /** One of them. */
    public Optional<Corridor> find(Actor actor, long contract, String product, LocalDate today) {
        return all(actor, today).stream()
                .filter(one -> one.contract().id() == contract && one.product().equals(product))
                .findFirst();
    }

    private Corridor of(Actor actor, Contract contract, String product, LocalDate today) {
        CorridorRows.Sums sums = work.read(actor, () -> rows.sums(contract.id(), product));
        LocalDate day =
                today.isBefore(contract.validTo()) ? today : contract.validTo().minusDays(1);
        CorridorBounds bounds = adoptions
                .inUse(actor, contract.pack())
                .map(used -> CorridorBounds.of(
                        used.rules().pack(), product, day, sums.premiumFen(), sums.benefitFen(), sums.costFen()))
                .orElseGet(CorridorBounds.None::new);
        return new Corridor(
                contract,
                product,
                sums.premiumFen(),
                sums.benefitFen(),
                sums.costFen(),
                sums.unpaidFen(),
                sums.moneyFen(),
                bounds,
                work.read(actor, () -> rows.close(contract.id(), product)));
    }
}
