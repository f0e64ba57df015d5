package fangpin.office.fund.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Insurers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 本方合同: an insurer's login works under the contracts of its insurer alone, whatever its division holds. */
@Component
public final class OwnContracts {
    private final Contracts contracts;
    private final Insurers insurers;

    OwnContracts(Contracts contracts, Insurers insurers) {
        this.contracts = contracts;
        this.insurers = insurers;
    }

    /** Those an actor has to do with. */
    public List<Contract> of(Actor actor) {
        List<Contract> all = contracts.all(actor);
        if (!actor.roles().contains(Role.INSURER)) {
            return all;
        }
        Set<Long> own = insurers.own(actor);
        return all.stream().filter(one -> own.contains(one.insurer().id())).toList();
    }

    /** One of those. */
    public Optional<Contract> find(Actor actor, long contract) {
        return of(actor).stream().filter(one -> one.id() == contract).findFirst();
    }

    /** Their numbers, for a query. */
    public Long[] ids(Actor actor) {
        return of(actor).stream().map(Contract::id).toArray(Long[]::new);
    }
}
