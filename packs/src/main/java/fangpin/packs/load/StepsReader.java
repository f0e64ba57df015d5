package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a product or programme, each with its clause and the readings it met. Mutable while it reads. */
final class StepsReader {
    private final Context context;
    private final Clauses clauses;
    private final Quantities quantities;
    private final StepReader operations;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> readingIds = new LinkedHashSet<>();

    /**
     * Prepares reading.
     *
     * @param quantities what a step may use; each step is added once it is read
     * @param rounding of steps that name none of their own; null if each must
     * @param layersBefore registers of the layers before a payer
     */
    StepsReader(
            Context context,
            Clauses clauses,
            Quantities quantities,
            @Nullable Rounding rounding,
            Function<Cursor, List<Integer>> layersBefore) {
        this.context = context;
        this.clauses = clauses;
        this.quantities = quantities;
        this.operations = new StepReader(quantities, rounding, layersBefore);
    }

    /** Reads a list of steps and of groups of steps. */
    List<Step> read(Cursor list) {
        steps(list, null);
        return List.copyOf(steps);
    }

    /** Every reading that the steps met, and those met before them. */
    Set<String> readingIds() {
        readingIds.addAll(context.takeReadings());
        return readingIds;
    }

    private void steps(Cursor list, @Nullable Guard when) {
        for (Cursor item : list.items()) {
            Optional<Cursor> own = item.optional("when");
            if (own.isPresent() && when != null) {
                own.get()
                        .wrongType(
                                "不再写 when：这一组步骤已经有 when，里面不能再写",
                                "no when of its own: the group it stands in has one already");
            }
            Guard guard = own.isPresent() ? StepReader.guard(own.get(), quantities) : when;
            if (item.has("steps")) {
                steps(item.field("steps"), guard);
                item.done();
            } else {
                step(item, guard);
            }
        }
    }

    private void step(Cursor item, @Nullable Guard guard) {
        readingIds.addAll(context.takeReadings());
        String id = item.field("id").word();
        Text name = item.field("name").text();
        ClauseId clause = clauses.cited(item.field("clause"));
        var operation = operations.operation(item);
        context.figuresUnder(clause);
        item.done();
        List<String> readings = context.takeReadings();
        readingIds.addAll(readings);
        steps.add(new Step(id, name, clause, readings, guard, operation));
        quantities.add(id, item);
    }
}
