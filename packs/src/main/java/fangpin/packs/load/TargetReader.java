package fangpin.packs.load;

import fangpin.kernel.provision.Target;
import fangpin.packs.load.ProvisionsReader.Head;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what is to be reached, by when. */
final class TargetReader {
    private static final int MOST = 999_999_999;

    private final Clauses clauses;

    TargetReader(Clauses clauses) {
        this.clauses = clauses;
    }

    Target target(Cursor item) {
        Head head = Head.of(item, clauses);
        LocalDate by = item.optional("by").map(Values::date).orElse(null);
        Target.Years years = item.optional("years").map(Values::years).orElse(null);
        return new Target(head.id(), head.name(), head.clause(), by, years, measure(item));
    }

    /** What decides it: a number with its unit, a rise, or, if nothing is said, words that a person judges. */
    private static Target.Measure measure(Cursor item) {
        Optional<Cursor> least = item.optional("at_least");
        Optional<Cursor> rising = item.optional("rising");
        if (least.isPresent()) {
            if (rising.isPresent()) {
                rising.get().wrongType("at_least 或 rising，只写一个", "either at_least or rising, not both");
            }
            return new Target.AtLeast(
                    Values.count(least.get(), 0, MOST), item.field("unit").text());
        }
        return rising.<Target.Measure>map(field -> new Target.Rising(field.text()))
                .orElseGet(Target.InWords::new);
    }
}
