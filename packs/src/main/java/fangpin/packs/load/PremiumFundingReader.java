package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.HeadcountBase;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a premium comes to and who pays it. */
final class PremiumFundingReader {
    private final Cursor cursor;
    private final Clauses clauses;
    private final MeasureReader measures;
    private final List<AllocationScheme> schemes;
    private final List<ProductReader.Read> products;
    private final List<String> openPremiums = new ArrayList<>();

    PremiumFundingReader(
            Cursor cursor,
            Clauses clauses,
            MeasureReader measures,
            List<AllocationScheme> schemes,
            List<ProductReader.Read> products) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.measures = measures;
        this.schemes = schemes;
        this.products = products;
    }

    PremiumFunding read() {
        cursor.context().takeReadings();
        String id = cursor.field("id").word();
        Text name = cursor.field("name").text();
        ClauseId clause = clauses.cited(cursor.field("clause"));
        AllocationScheme scheme = cursor.optional("scheme").map(this::scheme).orElse(null);
        List<Measure> known = measures.read(cursor.optional("measures"));
        List<PremiumLine> lines = lines();
        PremiumFunding.CarryOver carryOver =
                cursor.optional("carry_over").map(this::carryOver).orElse(null);
        PayersReader payers = new PayersReader(clauses, measures, scheme);
        PremiumFunding funding = new PremiumFunding(
                id,
                name,
                clause,
                scheme,
                known,
                lines,
                carryOver,
                payers.read(cursor.field("payers")),
                cursor.context().takeReadings());
        cursor.done();
        return funding;
    }

    private @Nullable AllocationScheme scheme(Cursor field) {
        AllocationScheme found = schemes.stream()
                .filter(one -> one.id().equals(field.word()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            field.unknownWord(
                    field.word(), schemes.stream().map(AllocationScheme::id).toList());
        }
        return found;
    }

    private PremiumFunding.CarryOver carryOver(Cursor field) {
        Period period = Values.period(field);
        PremiumFunding.CarryOver carryOver = new PremiumFunding.CarryOver(period, clauses.cited(field.field("clause")));
        field.done();
        return carryOver;
    }

    // ---------------------------------------------------------------------------------------------------------- lines

    private List<PremiumLine> lines() {
        List<PremiumLine> lines = new ArrayList<>();
        Names names = new Names();
        Cursor list = cursor.field("premiums");
        for (Cursor item : list.items()) {
            Cursor product = item.field("product");
            names.take(product);
            lines.add(line(item, product));
            item.done();
        }
        if (lines.isEmpty() && !list.absent()) {
            list.wrongType("至少一个险种的保费", "the premium of at least one product");
        }
        return List.copyOf(lines);
    }

    private PremiumLine line(Cursor item, Cursor product) {
        Optional<ProductReader.Read> ofPack =
                products.stream().filter(one -> one.id().equals(product.word())).findFirst();
        HeadcountBase base = base(item.field("base"));
        if (ofPack.isPresent()) {
            return ofProduct(item, ofPack.get(), base);
        }
        if (!item.has("rate") && !item.has("name") && !item.has("clause")) {
            product.unknownWord(
                    product.word(),
                    products.stream().map(ProductReader.Read::id).toList());
            return unread(product.word(), base);
        }
        Text name = item.field("name").text();
        item.has("clause");
        // a rate misspelt is an unknown key, which is said once
        Fen rate = item.has("rate") || !item.hasUnknownKeys() ? Values.money(item.field("rate")) : Fen.ZERO;
        return line(item, product.word(), name, rate, clauses.cited(item.field("clause")), base);
    }

    /** The rate is the product's own; a clause that repeats it may stand beside it and must agree. */
    private PremiumLine ofProduct(Cursor item, ProductReader.Read product, HeadcountBase base) {
        PremiumLine line = lineOfProduct(item, product, base);
        Premium premium = product.premium();
        boolean byDays = premium != null && premium.addedInYear() == Premium.AddedInYear.BY_DAYS;
        return new PremiumLine(line.product(), line.name(), line.rate(), line.clause(), line.base(), byDays);
    }

    private PremiumLine lineOfProduct(Cursor item, ProductReader.Read product, HeadcountBase base) {
        Premium premium = product.premium();
        if (item.has("rate")) {
            Cursor field = item.field("rate");
            Fen rate = Values.money(field);
            ClauseId clause = clauses.cited(item.field("clause"));
            if (premium != null && !premium.amount().equals(rate) && !field.absent()) {
                SchemeReader.outOfRange(
                        field,
                        "险种“" + product.id() + "”的保费是 " + premium.amount().readable() + " 元（" + premium.clause()
                                + "），两处必须一致",
                        "the product \"" + product.id() + "\" has a premium of "
                                + premium.amount().readable() + " yuan (" + premium.clause()
                                + "), and both must agree");
            }
            return line(item, product.id(), product.name(), rate, clause, base);
        }
        if (premium == null) {
            openPremiums.addAll(product.unfilled());
            return unread(product.id(), base);
        }
        return line(item, product.id(), product.name(), premium.amount(), premium.clause(), base);
    }

    /** What stands for a line that cannot be worked out: it is said, or its open term withholds the premium. */
    private static PremiumLine unread(String product, HeadcountBase base) {
        return new PremiumLine(product, new Text("", ""), Fen.ZERO, new ClauseId("?"), base);
    }

    /** Open terms that stand in the place of a product's premium. */
    List<String> openPremiums() {
        return List.copyOf(openPremiums);
    }

    private static PremiumLine line(
            Cursor item, String product, Text name, Fen rate, ClauseId clause, HeadcountBase base) {
        if (PremiumLine.wholeFen(rate, base)) {
            return new PremiumLine(product, name, rate, clause, base);
        }
        SchemeReader.outOfRange(
                item.field("base").field("share"),
                "每人 " + rate.readable() + " 元按这个比例不是整分",
                "this share of " + rate.readable() + " yuan a person is no whole fen");
        return new PremiumLine(product, name, Fen.ZERO, clause, base);
    }

    private HeadcountBase base(Cursor field) {
        HeadcountBase base = new HeadcountBase(
                measures.measure(field.field("measure"), Measure.Unit.PERSONS),
                field.optional("share").map(Values::ratio).orElse(Ratio.WHOLE),
                clauses.cited(field.field("clause")));
        field.done();
        return base;
    }
}
