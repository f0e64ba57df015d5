package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.CountedFor;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Floor.Demand;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.packs.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the floors that a pack sets for those below it. */
final class FloorReader {
    private final Clauses clauses;
    private final Map<String, Floor> floors = new LinkedHashMap<>();
    /** Waivers with the place of each floor they name, looked up once all floors are read. */
    private final Map<String, List<Cursor>> shifts = new LinkedHashMap<>();

    private FloorReader(Clauses clauses) {
        this.clauses = clauses;
    }

    static List<Floor> floors(Cursor field, Clauses clauses) {
        FloorReader reader = new FloorReader(clauses);
        field.items().forEach(reader::floor);
        reader.shifts.forEach(reader::check);
        return List.copyOf(reader.floors.values());
    }

    /** How a floor compares, as packs write it. */
    private enum Relation {
        AT_LEAST,
        AT_MOST,
        ABOUT,
        NONE_OF,
        INCLUDES,
        EXISTS;

        static Relation[] of(FloorQuantity.Kind kind) {
            return switch (kind) {
                case MONEY, SHARE -> new Relation[] {AT_LEAST, AT_MOST, ABOUT, NONE_OF};
                case GROUPS, PERIOD -> new Relation[] {INCLUDES};
                case PRESENCE -> new Relation[] {EXISTS};
            };
        }
    }

    private void floor(Cursor item) {
        Context context = item.context();
        context.takeReadings();
        context.takeUnfilled();
        Cursor name = item.field("id");
        String id = name.word();
        FloorQuantity quantity = item.field("quantity").choice(FloorQuantity.values());
        Relation relation = item.field("relation").choice(Relation.of(quantity.kind()));
        Demand demand = demand(relation, item, quantity.kind());
        CountedFor per = per(item, quantity.kind());
        Floor.Scope scope = item.optional("holds_for")
                .map(field -> field.choice(Floor.Scope.values()))
                .orElse(Floor.Scope.EVERY);
        List<ClauseId> cited = cited(item.field("clauses"));
        Floor.Hardness hardness = hardness(item.field("hardness"), relation);
        Floor.Waiver waiver =
                item.optional("waiver").map(field -> waiver(id, field)).orElse(null);
        item.done();
        context.takeUnfilled().forEach(term -> open(item, term));
        Floor floor = new Floor(id, quantity, demand, scope, per, cited, hardness, waiver, context.takeReadings());
        if (!id.isEmpty() && floors.putIfAbsent(id, floor) != null) {
            name.context()
                    .problem(
                            name.place(),
                            Problem.Reason.DUPLICATE_KEY,
                            id,
                            "底线“" + id + "”写了两次；每条底线一个名称。",
                            "The floor \"" + id + "\" stands twice; each floor has a name of its own.");
        }
    }

    /** The clause of the figure first; a floor without a clause binds nobody. */
    private List<ClauseId> cited(Cursor field) {
        List<ClauseId> cited = field.items().stream().map(clauses::cited).toList();
        if (cited.isEmpty() && !field.absent()) {
            field.wrongType("至少一条条款", "at least one clause");
        }
        return cited;
    }

    /** A floor that is not known yet would let every pack pass. */
    private static void open(Cursor item, String term) {
        item.context()
                .problem(
                        item.place(),
                        Problem.Reason.MISSING_FILL,
                        term,
                        "底线不能用未定事项“" + term + "”；写明数值，或等定下来再写这一条。",
                        "A floor may not stand on the open term \"" + term
                                + "\"; state the value, or leave the floor out until it is set.");
    }

    private static Demand demand(Relation relation, Cursor item, FloorQuantity.Kind kind) {
        return switch (relation) {
            case AT_LEAST -> new Demand.AtLeast(amount(item.field("value"), kind));
            case AT_MOST -> new Demand.AtMost(amount(item.field("value"), kind));
            case ABOUT -> new Demand.About(amount(item.field("value"), kind));
            case NONE_OF ->
                new Demand.NoneOf(item.field("value").items().stream()
                        .map(value -> amount(value, kind))
                        .toList());
            case INCLUDES ->
                kind == FloorQuantity.Kind.PERIOD ? spans(item.field("value")) : includes(item.field("value"));
            case EXISTS -> new Demand.Exists();
        };
    }

    private static Fraction amount(Cursor value, FloorQuantity.Kind kind) {
        return kind == FloorQuantity.Kind.SHARE ? Fraction.of(Values.ratio(value)) : Fraction.of(Values.money(value));
    }

    private static Demand spans(Cursor value) {
        Demand spans = new Demand.Spans(Values.period(value));
        value.done();
        return spans;
    }

    private static Demand includes(Cursor value) {
        return new Demand.Includes(groups(value));
    }

    /** {@code {policy-beneficiary: {zh: ..., en: ...}}}: the word of members files, and its name. */
    static List<Floor.Group> groups(Cursor value) {
        return value.entries().stream()
                .map(entry -> new Floor.Group(entry.key(), entry.value().text()))
                .toList();
    }

    /** What the value is counted for; asked for wherever there is something to count. */
    static @Nullable CountedFor per(Cursor item, FloorQuantity.Kind kind) {
        return switch (kind) {
            case MONEY, SHARE -> item.field("per").choice(CountedFor.values());
            case GROUPS, PERIOD, PRESENCE -> null;
        };
    }

    /** "About" states no tolerance, so nothing can be said to breach it. */
    private static Floor.Hardness hardness(Cursor field, Relation relation) {
        return field.choice(
                relation == Relation.ABOUT ? new Floor.Hardness[] {Floor.Hardness.SOFT} : Floor.Hardness.values());
    }

    // ------------------------------------------------------------------------------------------------------- waivers

    private Floor.Waiver waiver(String floor, Cursor field) {
        List<Cursor> between = field.field("shift_between").items();
        ClauseId clause = clauses.cited(field.field("clause"));
        field.done();
        shifts.put(floor, between);
        return new Floor.Waiver(between.stream().map(Cursor::word).toList(), clause);
    }

    private void check(String owner, List<Cursor> between) {
        List<String> summable = floors.values().stream()
                .filter(floor -> floor.demand() instanceof Demand.AtLeast)
                .filter(floor -> floor.quantity().kind() == FloorQuantity.Kind.MONEY)
                .filter(floor -> Optional.ofNullable(floors.get(owner))
                        .filter(own -> own.per() == floor.per())
                        .isPresent())
                .map(Floor::id)
                .toList();
        for (Cursor cursor : between) {
            if (!summable.contains(cursor.word())) {
                cursor.unknownWord(cursor.word(), summable);
            }
        }
    }
}
