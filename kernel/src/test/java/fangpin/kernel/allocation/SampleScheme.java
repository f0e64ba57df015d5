package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Measure.Unit;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A county with a town that has a park in it, and two more towns; items are dealt out in yuan. */
final class SampleScheme {
    static final ClauseId CLAUSE = new ClauseId("SA §1");
    static final Division TOWN = division("10", null);
    static final Division PARK = division("10-park", "10");
    static final Division HILL = division("20", null);
    static final Division LAKE = division("15", null);

    static final FundItem FIELD =
            item("field", FundLevel.PROVINCE, new FundItem.ByHeadcount(Fen.ofYuan(10), "persons"));
    static final FundItem BLOCK = item("block", FundLevel.CITY, new FundItem.Given(new Fen(300), "block-amount"));
    static final FundItem MATCH =
            item("match", FundLevel.DISTRICT, new FundItem.Matching("field", Ratio.ofPpm(500_000)));

    static final AllocationScheme SCHEME = new AllocationScheme(
            "sample",
            text("scheme"),
            CLAUSE,
            Fen.ofYuan(1),
            List.of(TOWN, PARK, HILL, LAKE),
            List.of(measure("persons", Unit.PERSONS), measure("block-amount", Unit.YUAN)),
            List.of(FIELD, BLOCK, MATCH),
            new Tilt(List.of("10"), List.of(FundLevel.PROVINCE, FundLevel.CITY), Ratio.ofPpm(500_000), CLAUSE),
            List.of());

    private SampleScheme() {}

    static Text text(String word) {
        return new Text("中" + word, word);
    }

    static Division division(String code, @Nullable String parent) {
        return new Division(code, text("d" + code), parent);
    }

    static Measure measure(String id, Unit unit) {
        return new Measure(id, text(id), unit, CLAUSE, null, 0);
    }

    static FundItem item(String id, FundLevel level, FundItem.Method method) {
        return new FundItem(id, text(id), CLAUSE, new FundSource(level, text("fund")), method);
    }

    /** Headcounts from words such as {@code 10:persons:5}. */
    static Headcounts headcounts(List<Division> divisions, List<Measure> measures, String words) {
        HeadcountRows rows = new HeadcountRows(divisions, measures);
        Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> {
            String[] cells = word.split(":", -1);
            rows.add(cells[0], cells[1], cells[2]).ifPresent(refusal -> {
                throw new AssertionError(refusal.message().en());
            });
        });
        return rows.headcounts();
    }

    static Headcounts headcounts(String words) {
        return headcounts(SCHEME.divisions(), SCHEME.measures(), words);
    }
}
