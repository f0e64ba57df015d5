package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one programme of a pack. */
final class ProgrammeReader {
    private final Cursor cursor;
    private final Context context;
    private final Clauses clauses;
    private final Quantities quantities = new Quantities();

    ProgrammeReader(Cursor cursor, Clauses clauses) {
        this.cursor = cursor;
        this.context = cursor.context();
        this.clauses = clauses;
    }

    /** What one entry gives: a programme, or the open terms that withhold it. */
    record Read(String id, Text name, @Nullable Programme programme, List<String> unfilled) {}

    /**
     * Reads it.
     *
     * @param inForce of the pack, which holds where the programme names no period
     */
    Read read(Period inForce, List<Reading> readings) {
        context.takeReadings();
        context.takeUnfilled();
        String id = cursor.field("id").word();
        Text name = cursor.field("name").text();
        ClauseId clause = clauses.cited(cursor.field("clause"));
        Programme.Kind kind = cursor.field("kind").choice(Programme.Kind.values());
        Optional<Cursor> ownPeriod = cursor.optional("period");
        Period period = ownPeriod.map(this::period).orElse(inForce);
        List<Programme.Group> eligible = groups(cursor.field("eligible"));
        Rounding rounding = cursor.optional("rounding")
                .map(field -> field.choice(Rounding.values()))
                .orElse(null);
        List<InputColumn> inputs = InputReader.inputs(cursor.field("inputs"), quantities, InputReader.OF_PROGRAMMES);
        context.figuresUnder(clause);
        Set<String> readingIds = new LinkedHashSet<>(context.takeReadings());
        StepsReader stepsReader = new StepsReader(context, clauses, quantities, rounding, this::noLayers);
        List<Step> steps = stepsReader.read(cursor.field("steps"));
        List<Programme.Result> results = results(cursor.field("results"));
        cursor.done();
        readingIds.addAll(stepsReader.readingIds());
        List<String> unfilled = context.takeUnfilled();
        if (!unfilled.isEmpty() || !context.problems.isEmpty()) {
            return new Read(id, name, null, unfilled);
        }
        Program program = new Program(inputs.stream().map(InputColumn::name).toList(), List.of(), steps);
        List<Reading> used = readings.stream()
                .filter(reading -> readingIds.contains(reading.id()))
                .toList();
        Programme programme = new Programme(
                id, name, clause, kind, period, ownPeriod.isPresent(), eligible, inputs, program, results, used);
        return new Read(id, name, programme, List.of());
    }

    private Period period(Cursor field) {
        Period read = Values.openPeriod(field);
        ClauseId clause = clauses.cited(field.field("clause"));
        context.figuresUnder(clause);
        field.done();
        return read;
    }

    private List<Programme.Group> groups(Cursor list) {
        List<Programme.Group> groups = new ArrayList<>();
        for (Cursor item : list.items()) {
            groups.add(new Programme.Group(item.field("name").text(), clauses.cited(item.field("clause"))));
            item.done();
        }
        if (groups.isEmpty() && !list.absent()) {
            list.wrongType("至少一类对象", "at least one group");
        }
        return groups;
    }

    /** A programme pays no bill, so there is no order of payers. */
    private List<Integer> noLayers(Cursor payer) {
        payer.unknownWord(payer.word(), List.of());
        return List.of();
    }

    private List<Programme.Result> results(Cursor list) {
        List<Programme.Result> results = new ArrayList<>();
        Quantities names = new Quantities();
        for (Cursor item : list.items()) {
            String id = item.field("id").word();
            names.add(id, item);
            results.add(new Programme.Result(
                    id,
                    item.field("name").text(),
                    item.field("funder").text(),
                    quantities.register(item.field("takes"))));
            item.done();
        }
        if (results.isEmpty() && !list.absent()) {
            list.wrongType("至少一个结果", "at least one result");
        }
        return results;
    }
}
