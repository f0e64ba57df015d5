package fangpin.office.web.api;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.BillOffer;
import fangpin.office.settlement.Settlements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * 受理窗口: bills of programs that arrive while others are being settled are settled together, next, in one transaction of their county's desk,
 * which is what makes many at once cheap. Each still has its own key, answer, audit and refusal; if such a transaction breaks, each goes alone, so
 * that nobody pays for another's bill.
 */
@Component
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    // one works in the database while another works here
    private static final int SETS_AT_A_TIME = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST_TOGETHER = 50;

    private final ScopedWork work;
    private final Settlements settlements;
    private final KeyRows keys;
    private final Once once;
    private final Gathering<Asked, Optional<Outcome>> gathering =
            new Gathering<>("intake", SETS_AT_A_TIME, MOST_TOGETHER, this::settled);

    Intake(ScopedWork work, Settlements settlements, KeyRows keys, Once once) {
        this.work = work;
        this.settlements = settlements;
        this.keys = keys;
        this.once = once;
    }

    /** A bill that waits; equal to itself alone. */
    private static final class Asked {
        private final ApiCall call;
        private final KeyedRequest keyed;
        private final BillOffer offer;

        Asked(ApiCall call, KeyedRequest keyed, BillOffer offer) {
            this.call = call;
            this.keyed = keyed;
            this.offer = offer;
        }

        /** Whether both may be in one transaction: of one county and day, and neither the same request nor the same message. */
        boolean goesWith(Asked other) {
            return offer.hospital().countyPath().equals(other.offer.hospital().countyPath())
                    && call.today().equals(other.call.today())
                    && !keyed.hasKeyOf(other.keyed)
                    && !offer.messageNumber().equals(other.offer.messageNumber());
        }
    }

    /** Settles a bill, once, however often it is sent under its key. */
    ResponseEntity<Receipt> settle(ApiCall call, IdempotencyKey key, BillSent said) {
        return together(call, key, said)
                .map(Outcome::response)
                .orElseGet(() -> once.run(
                        call,
                        key,
                        said,
                        () -> settlements
                                .accept(call.actor(), said.hospital(), said.message(), call.today())
                                .map(Intake::receipt)));
    }

    /** What comes of it together with others; empty where it has to go alone. */
    private Optional<Outcome> together(ApiCall call, IdempotencyKey key, BillSent said) {
        if (!(settlements.offer(call.actor(), said.hospital(), said.message())
                instanceof Answer.Done<BillOffer>(BillOffer offer))) {
            return Optional.empty();
        }
        try {
            return gathering.ask(new Asked(call, once.keyed(call, key, said), offer));
        } catch (CompletionException | RejectedExecutionException broken) {
            return Optional.empty();
        }
    }

    private static Receipt receipt(long bill) {
        return Receipt.of(SettlementRoutes.LIST, bill);
    }

    /** What comes of each, in the order asked; empty for those that have to go alone. */
    private List<Optional<Outcome>> settled(List<Asked> asked) {
        Map<Asked, Optional<Outcome>> outcomes = new HashMap<>();
        List<Asked> left = asked;
        while (!left.isEmpty()) {
            List<Asked> set = new ArrayList<>();
            List<Asked> later = new ArrayList<>();
            for (Asked one : left) {
                (set.stream().allMatch(one::goesWith) ? set : later).add(one);
            }
            outcomes.putAll(settledTogether(set));
            left = later;
        }
        return asked.stream().map(outcomes::get).toList();
    }

    private Map<Asked, Optional<Outcome>> settledTogether(List<Asked> set) {
        Actor desk = new Actor(
                0, "intake", Set.of(), new Scope(set.getFirst().offer.hospital().countyPath()), "");
        try {
            return work.write(desk, () -> settled(desk, set));
        } catch (RuntimeException broken) {
            // who asks is told when it goes alone; what broke may name persons
            LOG.warn("{} bills go alone: {}", set.size(), broken.getClass().getName());
            Map<Asked, Optional<Outcome>> alone = new HashMap<>();
            set.forEach(one -> alone.put(one, Optional.empty()));
            return alone;
        }
    }

    private Map<Asked, Optional<Outcome>> settled(Actor desk, List<Asked> set) {
        List<KeyRows.Taken> taken = keys.take(set.stream().map(one -> one.keyed).toList());
        Map<Asked, Optional<Outcome>> outcomes = new HashMap<>();
        List<Asked> fresh = new ArrayList<>();
        for (int at = 0; at < set.size(); at++) {
            Optional<Outcome> before = taken.get(at).outcome();
            if (before.isPresent()) {
                outcomes.put(set.get(at), before);
            } else {
                fresh.add(set.get(at));
            }
        }
        if (!fresh.isEmpty()) {
            outcomes.putAll(made(desk, fresh));
        }
        return outcomes;
    }

    private Map<Asked, Optional<Outcome>> made(Actor desk, List<Asked> fresh) {
        List<Answer<Long>> answers = settlements.acceptTogether(
                desk,
                fresh.stream().map(one -> one.offer).toList(),
                fresh.getFirst().call.today());
        Map<Asked, Optional<Outcome>> outcomes = new HashMap<>();
        List<KeyRows.Fresh> done = new ArrayList<>();
        for (int at = 0; at < fresh.size(); at++) {
            Asked one = fresh.get(at);
            outcomes.put(
                    one,
                    Optional.of(
                            switch (answers.get(at)) {
                                case Answer.Done<Long>(Long bill) -> {
                                    done.add(new KeyRows.Fresh(one.keyed, one.call, receipt(bill)));
                                    yield new Outcome.Settled(receipt(bill), false);
                                }
                                case Answer.Refused<Long> refused ->
                                    new Outcome.Refused(new RefusedException(refused, List.of()));
                            }));
        }
        if (!done.isEmpty()) {
            keys.keep(done);
        }
        return outcomes;
    }

    /** Settles what waits, and no more. */
    @Override
    public void close() {
        gathering.close();
    }
}
