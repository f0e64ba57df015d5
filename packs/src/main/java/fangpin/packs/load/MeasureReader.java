package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The measures that a pack's fund rules need: each declared once, in a scheme or beside the premium, and known from there on. */
final class MeasureReader {
    private static final int OLDEST = 150;

    private final Clauses clauses;
    private final Names names = new Names();
    private final List<Measure> known = new ArrayList<>();

    MeasureReader(Clauses clauses) {
        this.clauses = clauses;
    }

    /** Reads {@code measures}, and gives back all that are known now. */
    List<Measure> read(Optional<Cursor> list) {
        for (Cursor item : list.map(Cursor::items).orElse(List.of())) {
            Cursor id = item.field("id");
            names.take(id);
            Text name = item.field("name").text();
            Measure.Unit unit = item.field("unit").choice(Measure.Unit.values());
            LocalDate asOf = item.optional("as_of").map(Values::date).orElse(null);
            int fromAge = item.optional("from_age")
                    .map(age -> Values.count(age, 0, OLDEST))
                    .orElse(0);
            ClauseId clause = clauses.cited(item.field("clause"));
            item.done();
            known.add(new Measure(id.word(), name, unit, clause, asOf, fromAge));
        }
        return List.copyOf(known);
    }

    /** A measure that is known and counts what it should. */
    String measure(Cursor cursor, Measure.Unit unit) {
        String word = cursor.word();
        Optional<Measure> found =
                known.stream().filter(one -> one.id().equals(word)).findFirst();
        if (found.isEmpty()) {
            cursor.unknownWord(word, known.stream().map(Measure::id).toList());
        } else if (found.get().unit() != unit) {
            switch (unit) {
                case PERSONS -> cursor.wrongType("以人计的指标（unit: persons）", "a measure in persons (unit: persons)");
                case YUAN -> cursor.wrongType("以元计的指标（unit: yuan）", "a measure in yuan (unit: yuan)");
            }
        }
        return word;
    }
}
