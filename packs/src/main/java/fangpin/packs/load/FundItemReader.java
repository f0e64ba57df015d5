package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.FundLevel;
import fangpin.kernel.allocation.FundSource;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the items of one scheme: where their money comes from and how it is split. */
final class FundItemReader {
    private enum Key {
        BY_HEADCOUNT,
        GIVEN,
        MATCHING
    }

    private final Clauses clauses;
    private final MeasureReader measures;
    private final Fen quantum;
    /** What every share of an item is a multiple of, fen, by item; 0 if it could not be read. */
    private final Map<String, Long> grains = new HashMap<>();

    FundItemReader(Clauses clauses, MeasureReader measures, Fen quantum) {
        this.clauses = clauses;
        this.measures = measures;
        this.quantum = quantum;
    }

    FundItem read(Cursor item, List<FundItem> before) {
        String id = item.field("id").word();
        Text name = item.field("name").text();
        Cursor source = item.field("source");
        FundSource from = new FundSource(
                source.field("level").choice(FundLevel.values()),
                source.field("fund").text());
        source.done();
        // asked for here, so that only a method misspelt is an unknown key
        item.has("clause");
        Optional<Key> key = OneOf.choice(item, Key.values());
        FundItem.Method method = new FundItem.Given(Fen.ZERO, "");
        if (key.isPresent()) {
            Cursor body = item.field(OneOf.key(key.get()));
            method = switch (key.get()) {
                case BY_HEADCOUNT -> byHeadcount(id, body);
                case GIVEN ->
                    new FundItem.Given(
                            Values.money(body.field("amount")),
                            measures.measure(body.field("measure"), Measure.Unit.YUAN));
                case MATCHING -> matching(id, body, before);
            };
            body.done();
        }
        ClauseId clause = clauses.cited(item.field("clause"));
        item.done();
        return new FundItem(id, name, clause, from, method);
    }

    private FundItem.Method byHeadcount(String id, Cursor body) {
        Cursor field = body.field("amount");
        Fen amount = Values.money(field);
        if (quantum.amount() != 0 && amount.amount() % quantum.amount() != 0) {
            SchemeReader.outOfRange(
                    field,
                    "应为分配单位 " + quantum.readable() + " 元的整倍数",
                    "a multiple of the quantum, " + quantum.readable() + " yuan, would be accepted");
        }
        grains.put(id, quantum.amount());
        return new FundItem.ByHeadcount(amount, measures.measure(body.field("measure"), Measure.Unit.PERSONS));
    }

    private FundItem.Method matching(String id, Cursor body, List<FundItem> before) {
        Cursor field = body.field("item");
        FundItem matched = SchemeReader.item(field, before);
        Cursor ratioField = body.field("ratio");
        Ratio ratio = Values.ratio(ratioField);
        long grain = matched == null ? 0 : grains.getOrDefault(matched.id(), 1L);
        if (grain * ratio.numerator() % ratio.denominator() != 0) {
            SchemeReader.outOfRange(
                    ratioField,
                    "所配套的份额以 " + Fen.yuan(grain) + " 元为单位，按这个比例不是整分",
                    "shares of the item matched come in steps of " + Fen.yuan(grain)
                            + " yuan, and this share of them is no whole fen");
        }
        grains.put(id, grain * ratio.numerator() / ratio.denominator());
        return new FundItem.Matching(field.word(), ratio);
    }
}
