package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.money.Fen;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the payers of a premium in their order; the last, and only the last, pays the rest. */
final class PayersReader {
    /** What stands for a payer that could not be read, which has been said. */
    private static final PremiumPayer.Money UNREAD = new PremiumPayer.Stated("");

    private enum Key {
        ITEM,
        MEASURE,
        PAYS
    }

    private final Clauses clauses;
    private final MeasureReader measures;
    private final @Nullable AllocationScheme scheme;

    PayersReader(Clauses clauses, MeasureReader measures, @Nullable AllocationScheme scheme) {
        this.clauses = clauses;
        this.measures = measures;
        this.scheme = scheme;
    }

    private enum Pays {
        REST
    }

    List<PremiumPayer> read(Cursor list) {
        List<PremiumPayer> payers = new ArrayList<>();
        Names names = new Names();
        List<Cursor> items = list.items();
        for (Cursor item : items) {
            Cursor id = item.field("payer");
            names.take(id);
            payers.add(payer(item));
            item.done();
        }
        for (int index = 0; index < payers.size(); index++) {
            boolean rest = payers.get(index).money() instanceof PremiumPayer.Rest;
            boolean last = index == payers.size() - 1;
            if (rest && !last) {
                notLast(items.get(index), payers.get(index).id());
            }
            if (last && !rest && list.context().problems().isEmpty()) {
                noRest(items.get(index), payers.get(index).id());
            }
        }
        if (payers.isEmpty() && !list.absent()) {
            list.wrongType("至少一个出资方", "at least one payer");
        }
        return List.copyOf(payers);
    }

    private PremiumPayer payer(Cursor item) {
        String id = item.field("payer").word();
        Text name = item.field("name").text();
        item.has("clause");
        Optional<Key> key = OneOf.choice(item, Key.values());
        PremiumPayer.Money money = UNREAD;
        if (key.isPresent()) {
            Cursor body = item.field(OneOf.key(key.get()));
            money = switch (key.get()) {
                case ITEM -> allocated(item, body);
                case MEASURE -> new PremiumPayer.Stated(measures.measure(body, Measure.Unit.YUAN));
                case PAYS -> {
                    body.choice(Pays.values());
                    yield new PremiumPayer.Rest();
                }
            };
        }
        ClauseId clause = clauses.cited(item.field("clause"));
        return new PremiumPayer(id, name, clause, money);
    }

    private PremiumPayer.Money allocated(Cursor payer, Cursor body) {
        AllocationScheme drawnOn = scheme;
        if (drawnOn == null) {
            if (body.context().problems().isEmpty()) {
                body.wrongType(
                        "先在 premium_funding 下写明 scheme，再写其中的项目",
                        "an item of the scheme that premium_funding names under scheme");
            }
            payer.has("amount");
            return UNREAD;
        }
        FundItem item = SchemeReader.item(body, drawnOn.items());
        payer.optional("amount").ifPresent(amount -> sameAmount(amount, item));
        return item == null ? UNREAD : new PremiumPayer.Allocated(drawnOn, item);
    }

    /** Two clauses that state one amount must agree. */
    private static void sameAmount(Cursor field, @Nullable FundItem item) {
        Fen stated = Values.money(field);
        if (item == null) {
            return;
        }
        Optional<Fen> set = switch (item.method()) {
            case FundItem.ByHeadcount byHeadcount -> Optional.of(byHeadcount.amount());
            case FundItem.Given given -> Optional.of(given.amount());
            case FundItem.Matching _ -> Optional.empty();
        };
        if (set.isPresent() && !set.get().equals(stated)) {
            SchemeReader.outOfRange(
                    field,
                    item.clause() + " 的项目“" + item.id() + "”是 " + set.get().readable() + " 元，两处必须一致",
                    "the item \"" + item.id() + "\" of " + item.clause() + " has "
                            + set.get().readable() + " yuan, and both must agree");
        }
    }

    private static void notLast(Cursor item, String payer) {
        item.context()
                .problem(
                        item.place(),
                        Problem.Reason.OVERLAP,
                        payer,
                        "出资方“" + payer + "”负担其余，后面的出资方就没有可付的；负担其余的要放在最后。",
                        "The payer \"" + payer
                                + "\" pays the rest, which leaves nothing to those after it; it must stand last.");
    }

    private static void noRest(Cursor item, String payer) {
        item.context()
                .problem(
                        item.place(),
                        Problem.Reason.GAP,
                        payer,
                        "最后的出资方“" + payer + "”不负担其余，保费可能没有人付；最后一个要写 pays: rest。",
                        "The last payer \"" + payer
                                + "\" does not pay the rest, so some of the premium may be nobody's; write pays: rest.");
    }
}
