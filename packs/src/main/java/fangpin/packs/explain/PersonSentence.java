package fangpin.packs.explain;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PayerLayer.Base;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall.Bucket;
import fangpin.kernel.time.Period;
import java.util.ArrayList;
import java.util.List;

/** 给家属的话 What was paid, what is left to the person, and the one reason that decided; nothing that needs a table. */
final class PersonSentence {
    private final Settlement settlement;
    private final Product product;
    private final Messages messages;
    private final Quantities quantities;
    private final long paid;
    private final String payer;

    PersonSentence(Settlement settlement, Messages messages) {
        this.settlement = settlement;
        this.product = settlement.product();
        this.messages = messages;
        this.quantities = new Quantities(product, messages);
        this.paid = settlement.paid().amount();
        this.payer = messages.inside(product.ownLayer().name());
    }

    String text() {
        List<String> sentences = new ArrayList<>();
        boolean billed = !settlement.waterfall().buckets().isEmpty();
        if (billed) {
            sentences.add(bill());
            sentences.add(outsideCatalogue());
        } else if (paid > 0) {
            sentences.add(messages.text("person.claim", payer, Amounts.readable(paid), story().whole()));
        }
        if (paid == 0 && !nothingEligible()) {
            sentences.add(new ZeroWords(settlement, quantities, messages).text());
        } else if (billed) {
            sentences.add(howPaid());
        }
        sentences.add(year());
        return messages.sentences(sentences);
    }

    private StoryWords story() {
        return new StoryWords(settlement, quantities, messages);
    }

    /** A hospital's bill says only what held the payment down; a claim is told from its first amount. */
    private String howPaid() {
        return switch (product.caseKind()) {
            case CLAIM -> messages.text("person.how", story().whole());
            case BILL -> {
                List<String> holds = story().holds();
                yield holds.isEmpty()
                        ? ""
                        : messages.text("person.held", payer, String.join(messages.text("story.separator"), holds));
            }
        };
    }

    private String bill() {
        long all = 0;
        for (PayerLayer layer : product.layers()) {
            all += layer.base() == Base.ELIGIBLE ? amount(layer) : 0;
        }
        long self = settlement.bucket("self").amount();
        long own = product.ownLayer().base() == Base.ELIGIBLE ? paid : 0;
        String cost = cost(all + self);
        String left = self == 0 ? messages.text("person.self-none") : messages.text("person.self", yuan(self));
        if (nothingEligible()) {
            return messages.text("person.no-eligible", payer);
        }
        if (all == 0) {
            return messages.text("person.bill.nobody", cost);
        }
        if (own == 0) {
            return messages.text("person.bill.others", cost, yuan(all), left);
        }
        return own == all
                ? messages.text("person.bill.own", cost, payer, yuan(own), left)
                : messages.text("person.bill.all", cost, yuan(all), payer, yuan(own), left);
    }

    /** Such a bill needs no other reason for a payment of 0. */
    private boolean nothingEligible() {
        boolean any = settlement.bucket("self").amount() != 0;
        for (PayerLayer layer : product.layers()) {
            any |= layer.base() == Base.ELIGIBLE && amount(layer) != 0;
        }
        return !any
                && product.ownLayer().base() == Base.ELIGIBLE
                && !settlement.waterfall().buckets().isEmpty();
    }

    private String cost(long eligible) {
        return switch (product.caseKind()) {
            case BILL -> messages.text("person.cost.bill", yuan(eligible));
            case CLAIM -> messages.text("person.cost.claim", yuan(eligible));
        };
    }

    private String outsideCatalogue() {
        List<String> payers = new ArrayList<>();
        long all = settlement.bucket("ineligible").amount();
        for (PayerLayer layer : product.layers()) {
            long amount = layer.base() == Base.INELIGIBLE ? amount(layer) : 0;
            if (amount != 0) {
                all += amount;
                payers.add(messages.text("person.pays", messages.inside(layer.name()), yuan(amount)));
            }
        }
        if (all == 0) {
            return "";
        }
        return payers.isEmpty()
                ? messages.text("person.outside", yuan(all))
                : messages.text(
                        "person.outside-shared",
                        yuan(all),
                        messages.list(payers),
                        yuan(settlement.bucket("ineligible").amount()));
    }

    private long amount(PayerLayer layer) {
        return settlement.waterfall().buckets().stream()
                .filter(bucket -> bucket.id().equals(layer.payer()))
                .mapToLong((Bucket bucket) -> bucket.amount().amount())
                .sum();
    }

    /** What has been paid in the period, and how far it is to each limit that had a say. Nothing yet: nothing to say. */
    private String year() {
        long yearPaid = settlement.yearPaid().amount();
        if (yearPaid == 0) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        for (Limit limit : Limit.of(product, settlement.explanation())) {
            if (paid == 0 && limit.left() == 0) {
                return "";
            }
            boolean whole = limit.used() == yearPaid && overPeriod(limit) && onlyCap();
            String used = whole
                    ? messages.text("person.year", period(), payer, yuan(yearPaid))
                    : messages.text("person.part", names(limit), yuan(limit.used()));
            sentences.add(
                    limit.left() == 0
                            ? messages.text("person.at-limit", used)
                            : messages.text("person.to-limit", used, yuan(limit.left())));
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    messages.text("person.year-alone", messages.text("person.year", period(), payer, yuan(yearPaid))));
        }
        return messages.sentences(sentences);
    }

    /** Whether a limit is the whole product's: it has no other. */
    private boolean onlyCap() {
        return product.program().steps().stream()
                        .filter(step -> step.operation() instanceof Operation.Cap)
                        .count()
                == 1;
    }

    private boolean overPeriod(Limit limit) {
        return limit.accumulators().stream()
                .map(settlement.explanation().program().accumulators()::get)
                .allMatch(accumulator -> accumulator.scope().keys().isEmpty());
    }

    private String names(Limit limit) {
        return messages.list(limit.accumulators().stream()
                .map(settlement.explanation().program().accumulators()::get)
                .map(Accumulator::name)
                .map(messages::inside)
                .toList());
    }

    private String period() {
        Period period = product.period();
        boolean calendarYear =
                period.from().getDayOfYear() == 1 && period.from().plusYears(1).equals(period.until());
        String words = messages.text(calendarYear ? "period.year" : "period.other");
        return product.accountColumn()
                .map(account -> messages.text("period.account", words, messages.inside(account.label())))
                .orElse(words);
    }

    private static String yuan(long fen) {
        return Amounts.readable(fen);
    }
}
