package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Scope;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one product of a pack. */
final class ProductReader {
    private final Cursor cursor;
    private final Context context;
    private final Clauses clauses;
    private final Quantities quantities = new Quantities();
    private List<Step> steps = List.of();
    private final Set<String> readingIds = new LinkedHashSet<>();
    private final Names payers = new Names();

    ProductReader(Cursor cursor, Clauses clauses) {
        this.cursor = cursor;
        this.context = cursor.context();
        this.clauses = clauses;
    }

    /**
     * What one product entry gives: a product, or the open terms that withhold it.
     *
     * @param premium null if an open term stands in its place; a product may wait for other terms and its premium be known
     */
    record Read(
            String id,
            Text name,
            @Nullable Premium premium,
            @Nullable Product product,
            List<String> unfilled) {}

    /**
     * Reads it.
     *
     * @param around open terms met outside of products, such as in who is insured: they withhold every product
     */
    Read read(List<CoverRule> cover, List<Reading> readings, List<String> around) {
        context.takeReadings();
        context.takeUnfilled();
        String id = cursor.field("id").word();
        Text name = cursor.field("name").text();
        ClauseId clause = clauses.cited(cursor.field("clause"));
        Product.CaseKind caseKind = cursor.field("settles").choice(Product.CaseKind.values());
        Period period = period(cursor.field("period"));
        Product.DateBasis dateBasis = cursor.field("cover_date").choice(dates(caseKind));
        Product.Counts counts = cursor.field("counts").choice(Product.Counts.values());
        Rounding rounding = cursor.field("rounding").choice(Rounding.values());
        Cursor premiumField = cursor.field("premium");
        Premium premium = premium(premiumField, rounding);
        Premium known = premiumField.field("amount").absent() ? null : premium;
        List<InputColumn> inputs = InputReader.inputs(cursor.field("inputs"), quantities, InputReader.OF_PRODUCTS);
        String account = cursor.optional("account")
                .map(field -> AccountReader.account(field, inputs))
                .orElse(null);
        List<Pending> pending = accumulatorNames(inputs);
        readingIds.addAll(context.takeReadings());
        List<Cursor> layers = cursor.field("layers").items();
        readingIds.addAll(context.takeReadings());
        StepsReader stepsReader =
                new StepsReader(context, clauses, quantities, rounding, payer -> layersBefore(layers, payer));
        steps = stepsReader.read(cursor.field("steps"));
        readingIds.addAll(stepsReader.readingIds());
        List<Accumulator> accumulators = pending.stream().map(this::accumulator).toList();
        List<PayerLayer> payerLayers = layers.stream().map(this::layer).toList();
        String ownPayer = cursor.field("own_payer").word();
        if (payerLayers.stream().noneMatch(layer -> layer.payer().equals(ownPayer))) {
            cursor.field("own_payer")
                    .unknownWord(
                            ownPayer,
                            payerLayers.stream().map(PayerLayer::payer).toList());
        }
        int yearPaid = quantities.register(cursor.field("year_paid"));
        cursor.done();
        readingIds.addAll(context.takeReadings());
        cover.forEach(rule -> readingIds.addAll(rule.readings()));
        List<String> unfilled =
                Stream.concat(around.stream(), context.takeUnfilled().stream()).toList();
        if (!unfilled.isEmpty() || !context.problems.isEmpty()) {
            return new Read(id, name, known, null, unfilled);
        }
        Program program = new Program(
                inputs.stream()
                        .filter(InputColumn::inProgram)
                        .map(InputColumn::name)
                        .toList(),
                accumulators,
                steps);
        List<Reading> used = readings.stream()
                .filter(reading -> readingIds.contains(reading.id()))
                .toList();
        return new Read(
                id,
                name,
                known,
                new Product(
                        id,
                        name,
                        clause,
                        caseKind,
                        period,
                        dateBasis,
                        counts,
                        premium,
                        cover,
                        inputs,
                        account,
                        program,
                        payerLayers,
                        ownPayer,
                        yearPaid,
                        used),
                List.of());
    }

    /** The dates that a case of this kind has. */
    private static Product.DateBasis[] dates(Product.CaseKind kind) {
        return switch (kind) {
            case BILL -> new Product.DateBasis[] {Product.DateBasis.DISCHARGE, Product.DateBasis.ADMISSION};
            case CLAIM -> new Product.DateBasis[] {Product.DateBasis.ACCIDENT};
        };
    }

    private Period period(Cursor period) {
        Period read = Values.period(period);
        clauses.cited(period.field("clause"));
        period.done();
        return read;
    }

    private Premium premium(Cursor premium, Rounding rounding) {
        Premium read = new Premium(
                Values.money(premium.field("amount")),
                clauses.cited(premium.field("clause")),
                premium.field("added_in_year").choice(Premium.AddedInYear.values()),
                rounding);
        premium.done();
        return read;
    }

    private enum Keeps {
        SUM_OF,
        HIGHEST_OF
    }

    /** An accumulator whose quantity is a step not read yet. */
    private record Pending(String id, Text name, Scope scope, Accumulator.Keeps keeps, Cursor follows) {}

    private List<Pending> accumulatorNames(List<InputColumn> inputs) {
        List<Pending> pending = new ArrayList<>();
        Optional<Cursor> list = cursor.optional("accumulators");
        for (Cursor item : list.map(Cursor::items).orElse(List.of())) {
            String id = item.field("id").word();
            Text name = item.field("name").text();
            Scope scope = new Scope(
                    item.optional("per").map(per -> scopeKeys(per, inputs)).orElse(List.of()));
            Optional<Cursor> highest = item.optional(Keeps.HIGHEST_OF.name().toLowerCase(java.util.Locale.ROOT));
            pending.add(
                    highest.isPresent()
                            ? new Pending(id, name, scope, Accumulator.Keeps.HIGHEST, highest.get())
                            : new Pending(id, name, scope, Accumulator.Keeps.SUM, item.field("sum_of")));
            item.done();
            quantities.add(id, item);
        }
        return pending;
    }

    /** Columns that cut a running figure; a misspelt one would put all cases of the person together. */
    private static List<String> scopeKeys(Cursor per, List<InputColumn> inputs) {
        List<String> keys = inputs.stream()
                .filter(column -> column.kind() == InputColumn.Kind.KEY || column.kind() == InputColumn.Kind.CODE)
                .map(InputColumn::name)
                .toList();
        List<String> read = new ArrayList<>();
        for (Cursor item : per.items()) {
            String key = item.word();
            if (!keys.contains(key)) {
                item.unknownWord(key, keys);
            }
            read.add(key);
        }
        return List.copyOf(read);
    }

    private Accumulator accumulator(Pending pending) {
        return new Accumulator(
                pending.id(), pending.name(), pending.scope(), pending.keeps(), quantities.register(pending.follows()));
    }

    /** What the layers before a payer pay, of those that pay for the same base. */
    private List<Integer> layersBefore(List<Cursor> layers, Cursor payer) {
        String wanted = payer.word();
        List<String> known =
                layers.stream().map(layer -> layer.field("payer").word()).toList();
        int position = known.indexOf(wanted);
        if (position < 0) {
            payer.unknownWord(wanted, known);
            return List.of();
        }
        PayerLayer.Base base = base(layers.get(position));
        return layers.subList(0, position).stream()
                .filter(layer -> base(layer) == base)
                .map(layer -> quantities.register(layer.field("pays")))
                .toList();
    }

    private static PayerLayer.Base base(Cursor layer) {
        return layer.optional("base")
                .map(own -> own.choice(PayerLayer.Base.values()))
                .orElse(PayerLayer.Base.ELIGIBLE);
    }

    private PayerLayer layer(Cursor layer) {
        String payer = payers.take(layer.field("payer"));
        Text name = layer.field("name").text();
        Text funder = layer.field("funder").text();
        ClauseId clause = clauses.cited(layer.field("clause"));
        PayerLayer.Base base = base(layer);
        Cursor pays = layer.field("pays");
        int register = quantities.register(pays);
        boolean computed = steps.stream().anyMatch(step -> step.id().equals(pays.word()));
        layer.done();
        return new PayerLayer(payer, name, funder, clause, base, register, computed);
    }
}
