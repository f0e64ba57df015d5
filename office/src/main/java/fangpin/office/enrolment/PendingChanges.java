package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.internal.ContractRows;
import fangpin.office.enrolment.internal.PendingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * 批改提醒 (WH3 §3.2 ②): instant-help persons join from their inclusion on, the dead, the moved and those who no longer have a status leave.
 * What the register says by now is held against what is in force, by the very rule that draws up lists, so that a reminder never stands where
 * a list would be empty.
 */
@Service
public final class PendingChanges {
    private final ScopedWork work;
    private final PendingRows rows;
    private final ContractRows contracts;
    private final ContractProducts products;

    PendingChanges(ScopedWork work, PendingRows rows, ContractRows contracts, ContractProducts products) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
        this.products = products;
    }

    /** Counts every place that has a list in force under a contract that still runs. */
    public void countAll(LocalDate today, Instant now) {
        rows.listedPlaces(today).forEach(place -> count(night(place.path()), place, today, now));
    }

    /** Counts the places of one's own division that have lists of a contract. */
    public void count(Actor actor, long contract, LocalDate today, Instant now) {
        work.read(actor, () -> rows.listedPlaces(today)).stream()
                .filter(place -> place.contract() == contract)
                .forEach(place -> count(actor, place, today, now));
    }

    private static Actor night(String place) {
        return new Actor(0, "night", Set.of(), new Scope(place), "");
    }

    private void count(Actor actor, PendingRows.Place place, LocalDate today, Instant now) {
        work.write(actor, () -> {
            Optional<Contract> contract = contracts.find(place.contract());
            contract.map(one -> products.of(actor, one))
                    .filter(used -> !used.isEmpty())
                    .ifPresent(used -> rows.count(contract.get(), used, place.path(), today, now));
            return true;
        });
    }

    /** Where a list of changes is due and none is under way. */
    public List<PendingChange> waiting(Actor actor) {
        return work.read(actor, rows::waiting);
    }
}
