package fangpin.packs.load;

import fangpin.kernel.benefit.Step;
import fangpin.kernel.floor.FloorAnswers;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.CountedFor;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Published;
import fangpin.kernel.policy.Published.Source;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which of a pack's own figures answer the quantities that floors speak about. */
final class PublishedReader {
    private static final int MOST_PERSONS = 999_999_999;

    private final Clauses clauses;
    private final List<Product> products;
    /** Products of the pack, those among them that wait for open terms. */
    private final List<String> known;

    PublishedReader(Clauses clauses, List<Product> products, List<String> known) {
        this.clauses = clauses;
        this.products = products;
        this.known = known;
    }

    List<Published> all(Cursor field) {
        return field.items().stream().flatMap(item -> entry(item).stream()).toList();
    }

    /** What an entry may point at, as packs write it. */
    private enum Kind {
        PRODUCT,
        STATED,
        INSURED,
        GROUPS,
        PERIOD,
        PREMIUM,
        STEP,
        QUOTIENT,
        EXAMPLE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<Kind> of(FloorQuantity quantity) {
            return switch (quantity.kind()) {
                case PRESENCE -> List.of(PRODUCT, STATED);
                case GROUPS -> List.of(INSURED, GROUPS);
                case PERIOD -> List.of(PERIOD);
                case MONEY -> FloorAnswers.workedOut(quantity) ? List.of(EXAMPLE) : List.of(PREMIUM, STEP, QUOTIENT);
                case SHARE -> FloorAnswers.workedOut(quantity) ? List.of(STEP, EXAMPLE) : List.of(STEP);
            };
        }
    }

    private Optional<Published> entry(Cursor item) {
        Context context = item.context();
        context.takeReadings();
        context.takeUnfilled();
        FloorQuantity quantity = item.field("quantity").choice(FloorQuantity.values());
        CountedFor per = FloorReader.per(item, quantity.kind());
        Set<String> readings = new LinkedHashSet<>();
        for (Cursor named : item.optional("readings").map(Cursor::items).orElse(List.of())) {
            readings.add(reading(named));
        }
        Optional<Source> source = source(item, quantity);
        item.done();
        readings.addAll(context.takeReadings());
        // what is still open is not published yet
        boolean open = !context.takeUnfilled().isEmpty();
        return source.filter(one -> !open).map(one -> new Published(quantity, per, one, List.copyOf(readings)));
    }

    private static String reading(Cursor named) {
        String word = named.word();
        List<String> readings = List.copyOf(named.context().choices.keySet());
        if (!readings.contains(word)) {
            named.unknownWord(word, readings);
        }
        return word;
    }

    // -------------------------------------------------------------------------------------------------------- sources

    private Optional<Source> source(Cursor item, FloorQuantity quantity) {
        Optional<Kind> found = Optional.empty();
        List<String> accepted = new ArrayList<>();
        for (Kind kind : Kind.of(quantity)) {
            accepted.add(kind.key());
            if (item.has(kind.key())) {
                found.ifPresent(first -> two(item, first, kind));
                found = Optional.of(kind);
            }
        }
        if (found.isEmpty() && !item.absent() && !item.hasUnknownKeys()) {
            item.context()
                    .problem(
                            item.place(),
                            Problem.Reason.MISSING_KEY,
                            "",
                            "没有写这个标准由哪里给出；可以写：" + String.join("、", accepted) + "。",
                            "The entry does not say what answers it; accepted are: " + String.join(", ", accepted)
                                    + ".");
        }
        return found.map(kind -> read(kind, item.field(kind.key()), quantity));
    }

    private static void two(Cursor item, Kind first, Kind second) {
        item.context()
                .problem(
                        item.keyPlace(second.key()),
                        Problem.Reason.OVERLAP,
                        second.key(),
                        "这里已写“" + first.key() + "”，不能再写“" + second.key() + "”；另起一条。",
                        "The entry already says \"" + first.key() + "\" and cannot also say \"" + second.key()
                                + "\"; write another entry.");
    }

    private Source read(Kind kind, Cursor body, FloorQuantity quantity) {
        return switch (kind) {
            case PRODUCT -> new Source.CoverOf(product(body));
            case INSURED -> new Source.InsuredBy(product(body));
            case PREMIUM -> new Source.PremiumOf(product(body));
            case STATED -> new Source.Stated(clauses.cited(body));
            case GROUPS ->
                closed(
                        body,
                        new Source.GroupsStated(
                                FloorReader.groups(body.field("named")), clauses.cited(body.field("clause"))));
            case PERIOD ->
                closed(body, new Source.PeriodOf(product(body.field("product")), clauses.cited(body.field("clause"))));
            case STEP -> closed(body, step(product(body.field("product")), body.field("step"), quantity));
            case QUOTIENT -> closed(body, quotient(body));
            case EXAMPLE -> closed(body, example(body));
        };
    }

    private static Source closed(Cursor body, Source source) {
        body.done();
        return source;
    }

    private Source quotient(Cursor body) {
        Fen amount = Values.money(body.field("amount"));
        int count = Values.count(body.field("count"), 1, MOST_PERSONS);
        return new Source.Quotient(amount, count, clauses.cited(body.field("clause")));
    }

    private Source example(Cursor body) {
        return new Source.Example(body.field("case").word(), clauses.cited(body.field("clause")));
    }

    private String product(Cursor cursor) {
        String word = cursor.word();
        if (!known.contains(word)) {
            cursor.unknownWord(word, known);
        }
        return word;
    }

    /** A step that holds a figure of the quantity's kind; steps of a product that is withheld cannot be looked at. */
    private Source step(String productId, Cursor cursor, FloorQuantity quantity) {
        String word = cursor.word();
        for (Product product : products) {
            List<String> fitting = product.program().steps().stream()
                    .filter(step -> FloorAnswers.fits(step, quantity.kind()))
                    .map(Step::id)
                    .toList();
            if (product.id().equals(productId) && !fitting.contains(word)) {
                cursor.unknownWord(word, fitting);
            }
        }
        return new Source.StepOf(productId, word);
    }
}
