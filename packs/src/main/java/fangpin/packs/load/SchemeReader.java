package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.FundLevel;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.Tilt;
import fangpin.kernel.money.Fen;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one allocation scheme. */
final class SchemeReader {
    private final Cursor cursor;
    private final Clauses clauses;
    private final MeasureReader measures;

    SchemeReader(Cursor cursor, Clauses clauses, MeasureReader measures) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.measures = measures;
    }

    AllocationScheme read() {
        cursor.context().takeReadings();
        String id = cursor.field("id").word();
        Text name = cursor.field("name").text();
        ClauseId clause = clauses.cited(cursor.field("clause"));
        Fen quantum = quantum(cursor.field("quantum"));
        List<Division> divisions = divisions();
        List<Measure> known = measures.read(cursor.optional("measures"));
        List<FundItem> items = items(quantum);
        Tilt tilt = cursor.optional("tilt").map(field -> tilt(field, divisions)).orElse(null);
        cursor.done();
        return new AllocationScheme(
                id,
                name,
                clause,
                quantum,
                divisions,
                known,
                items,
                tilt,
                cursor.context().takeReadings());
    }

    /** The quantum; 0 if it could not be read, which has been said. */
    private Fen quantum(Cursor field) {
        Cursor amount = field.field("amount");
        int before = cursor.context().problems.size();
        Fen quantum = Values.money(amount);
        boolean read = cursor.context().problems.size() == before && !amount.absent();
        clauses.cited(field.field("clause"));
        field.done();
        if (read && quantum.amount() == 0) {
            outOfRange(amount, "分配单位要大于 0", "the quantum must be above 0");
        }
        return quantum;
    }

    private List<Division> divisions() {
        List<Division> divisions = new ArrayList<>();
        Names names = new Names();
        for (Cursor item : cursor.field("divisions").items()) {
            Cursor code = item.field("code");
            names.take(code);
            Text name = item.field("name").text();
            String parent = item.optional("parent")
                    .map(field -> listed(field, divisions))
                    .orElse(null);
            item.done();
            divisions.add(new Division(code.word(), name, parent));
        }
        return List.copyOf(divisions);
    }

    /** The code of a division that stands before. */
    private static String listed(Cursor field, List<Division> divisions) {
        String code = field.word();
        List<String> codes = divisions.stream().map(Division::code).toList();
        if (!codes.contains(code)) {
            field.unknownWord(code, codes);
        }
        return code;
    }

    private List<FundItem> items(Fen quantum) {
        List<FundItem> items = new ArrayList<>();
        Names names = new Names();
        FundItemReader reader = new FundItemReader(clauses, measures, quantum);
        for (Cursor item : cursor.field("items").items()) {
            Cursor id = item.field("id");
            names.take(id);
            items.add(reader.read(item, items));
        }
        return List.copyOf(items);
    }

    private Tilt tilt(Cursor field, List<Division> divisions) {
        Tilt tilt = new Tilt(
                field.field("divisions").items().stream()
                        .map(item -> listed(item, divisions))
                        .toList(),
                field.field("levels").items().stream()
                        .map(item -> item.choice(FundLevel.values()))
                        .toList(),
                Values.ratio(field.field("about")),
                clauses.cited(field.field("clause")));
        field.done();
        return tilt;
    }

    /** Says that a value was read but cannot be used here. */
    static void outOfRange(Cursor cursor, String zh, String en) {
        String read = cursor.read();
        cursor.context()
                .problem(
                        cursor.place(),
                        Problem.Reason.OUT_OF_RANGE,
                        read,
                        "读到“" + read + "”；" + zh + "。",
                        "Read \"" + read + "\"; " + en + ".");
    }

    /** An item by its id among those read so far, or null, which has been said. */
    static @Nullable FundItem item(Cursor field, List<FundItem> items) {
        String id = field.word();
        FundItem found =
                items.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (found == null) {
            field.unknownWord(id, items.stream().map(FundItem::id).toList());
        }
        return found;
    }
}
