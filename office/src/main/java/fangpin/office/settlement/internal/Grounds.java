package fangpin.office.settlement.internal;

import fangpin.kernel.policy.Product;
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
import org.jspecify.annotations.Nullable;
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
        Asked asked = new Asked(
                new InUse(actor), idNumbers.isEmpty() ? Map.of() : covers.insuredWithCovers(actor, idNumbers));
        Map<Long, Covers.Household> households = covers.householdsOf(actor, asked.inHouseholds());
        return formed.stream()
                .map(answer -> answer.then(message -> basis(asked, message, households)))
                .toList();
    }

    /** What is known of all persons asked about. */
    private record Asked(InUse inUse, Map<String, Covers.Covered> insured) {
        /** Those with a cover whose figures are a household's. */
        List<Long> inHouseholds() {
            return insured.values().stream()
                    .filter(one -> one.covers().stream().anyMatch(this::byHousehold))
                    .map(one -> one.insured().personId())
                    .toList();
        }

        private boolean byHousehold(Covers.Contracted one) {
            return inUse.of(one.adoption())
                    .flatMap(used -> used.rules().pack().product(one.cover().product()))
                    .filter(product -> product.account() != null)
                    .isPresent();
        }
    }

    /** The packs in use, each asked for once. */
    private final class InUse {
        private final Actor actor;
        private final Map<Long, Optional<Adoptions.InUse>> known = new HashMap<>();

        InUse(Actor actor) {
            this.actor = actor;
        }

        /** None, or one that is in use as the covers were read. */
        Optional<Adoptions.InUse> of(@Nullable Long adoption) {
            return adoption == null
                    ? Optional.empty()
                    : known.computeIfAbsent(adoption, id -> adoptions.knownInUse(actor, id));
        }
    }

    private static Answer<Basis> basis(Asked asked, BillMessage message, Map<Long, Covers.Household> households) {
        Covers.Covered known = asked.insured().get(message.idNumber());
        if (known == null) {
            return Answer.refused(SettlementRefusal.UNKNOWN_PERSON);
        }
        Covers.Insured person = known.insured();
        return covered(asked.inUse(), known.covers(), message)
                .then(found -> household(found.product(), message, households.get(person.personId()))
                        .then(household -> MessageCheck.values(found.product(), message, found.covers())
                                .map(values -> basis(found, message, person, household.orElse(null), values))));
    }

    private static Basis basis(
            Held found,
            BillMessage message,
            Covers.Insured person,
            Covers.@Nullable Household household,
            List<Long> values) {
        long account = household == null ? person.personId() : -household.id();
        Map<String, String> keys = BillKeys.of(found.product(), message.words());
        return new Basis(
                message,
                person,
                household,
                found.cover(),
                found.contract(),
                found.rules(),
                found.product(),
                keys,
                BillRules.inputOf(
                        found.product(),
                        message.billNumber(),
                        person.personId(),
                        account,
                        day(found.product(), message),
                        values,
                        keys));
    }

    /** The household whose year a bill enters, which the register knows; a message that names another one is refused. */
    private static Answer<Optional<Covers.Household>> household(
            Product product, BillMessage message, Covers.@Nullable Household known) {
        String column = product.account();
        if (column == null) {
            return Answer.done(Optional.empty());
        }
        String said = message.words().getOrDefault(column, "");
        if (known == null || (!said.isEmpty() && !said.equals(known.number()))) {
            return Answer.refused(SettlementRefusal.OTHER_HOUSEHOLD, said);
        }
        return Answer.done(Optional.of(known));
    }

    /**
     * A cover with the rules that settle by it.
     *
     * @param covers whether it covers the bill's day; one of another day of its period only counts (R15)
     */
    private record Held(Cover cover, @Nullable Long contract, Adoptions.InUse rules, Product product, boolean covers) {
        Held(Covers.Contracted one, Adoptions.InUse rules, Product product, boolean covers) {
            this(one.cover(), one.contract(), rules, product, covers);
        }
    }

    /** The first of a person's covers by which the bill can be settled, or else counted; when there is none, the nearest reason why. */
    private static Answer<Held> covered(InUse inUse, List<Covers.Contracted> covers, BillMessage message) {
        Answer<Held> hindrance = Answer.refused(SettlementRefusal.PRODUCT_NOT_HERE);
        Held counted = null;
        for (Covers.Contracted one : covers) {
            Cover cover = one.cover();
            Optional<Adoptions.InUse> rules = inUse.of(one.adoption());
            Optional<Product> product =
                    rules.flatMap(used -> used.rules().pack().product(cover.product()));
            if (rules.isEmpty()) {
                hindrance = Answer.refused(SettlementRefusal.PACK_NOT_IN_USE, cover.pack());
            } else if (product.isPresent() && MessageCheck.settles(product.get())) {
                LocalDate day = day(product.get(), message);
                if (cover.covers(day)) {
                    return Answer.done(new Held(one, rules.get(), product.get(), true));
                }
                if (counted == null
                        && product.get().counts() == Product.Counts.WHOLE_PERIOD
                        && product.get().period().contains(day)) {
                    counted = new Held(one, rules.get(), product.get(), false);
                }
                hindrance = Answer.refused(SettlementRefusal.NOT_COVERED, day);
            }
        }
        return counted == null ? hindrance : Answer.done(counted);
    }

    /** The day that decides cover (R7). */
    private static LocalDate day(Product product, BillMessage message) {
        return switch (product.dateBasis()) {
            case ADMISSION -> message.admittedOn();
            case DISCHARGE, ACCIDENT -> message.dischargedOn();
        };
    }
}
