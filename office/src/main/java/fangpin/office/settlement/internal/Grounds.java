package fangpin.office.settlement.internal;

import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 依据之查找: what messages stand on, asked for many at once. */
@Component
public final class Grounds {
    private final Covers covers;
    private final Adoptions adoptions;

    Grounds(Covers covers, Adoptions adoptions) {
        this.covers = covers;
        this.adoptions = adoptions;
    }

    /** What each message stands on, or why it can't be settled, in the order given. */
    public List<Answer<Basis>> of(Actor actor, List<BillMessage> messages, LocalDate today) {
        List<Answer<BillMessage>> formed = messages.stream()
                .map(message -> MessageCheck.form(message, today))
                .toList();
        List<String> idNumbers = formed.stream()
                .flatMap(answer -> answer instanceof Answer.Done<BillMessage>(BillMessage message)
                        ? java.util.stream.Stream.of(message.idNumber())
                        : java.util.stream.Stream.empty())
                .toList();
        Map<String, Covers.Insured> insured = idNumbers.isEmpty() ? Map.of() : covers.insuredAmong(actor, idNumbers);
        Map<Long, List<Cover>> held = insured.isEmpty()
                ? Map.of()
                : covers.ofAll(
                        actor,
                        insured.values().stream().map(Covers.Insured::personId).toList());
        InUse inUse = new InUse(actor);
        return formed.stream()
                .map(answer -> answer.then(message -> basis(inUse, message, insured, held)))
                .toList();
    }

    /** The packs in use, each asked for once. */
    private final class InUse {
        private final Actor actor;
        private final Map<String, Optional<Adoptions.InUse>> known = new HashMap<>();

        InUse(Actor actor) {
            this.actor = actor;
        }

        Optional<Adoptions.InUse> of(String pack) {
            return known.computeIfAbsent(pack, id -> adoptions.inUse(actor, id));
        }
    }

    private static Answer<Basis> basis(
            InUse inUse, BillMessage message, Map<String, Covers.Insured> insured, Map<Long, List<Cover>> held) {
        Covers.Insured person = insured.get(message.idNumber());
        if (person == null) {
            return Answer.refused(SettlementRefusal.UNKNOWN_PERSON);
        }
        return covered(inUse, held.getOrDefault(person.personId(), List.of()), message)
                .then(found -> MessageCheck.values(found.product(), message)
                        .map(values -> new Basis(
                                message,
                                person,
                                found.cover(),
                                found.rules(),
                                found.product(),
                                input(found.product(), person, message, values))));
    }

    private static CaseInput input(Product product, Covers.Insured insured, BillMessage message, List<Long> values) {
        return new CaseInput(
                message.billNumber(), Long.toString(insured.personId()), day(product, message), values, Map.of());
    }

    /** A cover with the rules that settle by it. */
    private record Held(Cover cover, Adoptions.InUse rules, Product product) {}

    /** The first of a person's covers by which the bill can be settled; when there is none, the nearest reason why. */
    private static Answer<Held> covered(InUse inUse, List<Cover> covers, BillMessage message) {
        Answer<Held> hindrance = Answer.refused(SettlementRefusal.PRODUCT_NOT_HERE);
        for (Cover cover : covers) {
            Optional<Adoptions.InUse> rules = inUse.of(cover.pack());
            Optional<Product> product =
                    rules.flatMap(used -> used.rules().pack().product(cover.product()));
            if (rules.isEmpty()) {
                hindrance = Answer.refused(SettlementRefusal.PACK_NOT_IN_USE, cover.pack());
            } else if (product.isPresent() && MessageCheck.settles(product.get())) {
                LocalDate day = day(product.get(), message);
                if (cover.covers(day)) {
                    return Answer.done(new Held(cover, rules.get(), product.get()));
                }
                hindrance = Answer.refused(SettlementRefusal.NOT_COVERED, day);
            }
        }
        return hindrance;
    }

    /** The day that decides cover (R7). */
    private static LocalDate day(Product product, BillMessage message) {
        return switch (product.dateBasis()) {
            case ADMISSION -> message.admittedOn();
            case DISCHARGE, ACCIDENT -> message.dischargedOn();
        };
    }
}
