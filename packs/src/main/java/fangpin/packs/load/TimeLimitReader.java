package fangpin.packs.load;

import fangpin.kernel.provision.TimeLimit;
import fangpin.kernel.time.Span;
import fangpin.packs.load.ProvisionsReader.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads by when something must be done. */
final class TimeLimitReader {
    private final Clauses clauses;
    private final ProvisionsReader provisions;

    TimeLimitReader(Clauses clauses, ProvisionsReader provisions) {
        this.clauses = clauses;
        this.provisions = provisions;
    }

    TimeLimit limit(Cursor item) {
        Head head = Head.of(item, clauses);
        List<TimeLimit.Event> events = item.field("events").entries().stream()
                .map(entry -> new TimeLimit.Event(entry.key(), entry.value().text()))
                .toList();
        String starts = event(item.field("starts"), events);
        String stops = event(item.field("stops"), events);
        Span span = Values.span(item.field("length"));
        TimeLimit within = item.optional("within").map(this::within).orElse(null);
        return new TimeLimit(
                head.id(),
                head.name(),
                head.clause(),
                events,
                starts,
                stops,
                span,
                within,
                item.context().takeReadings());
    }

    private static String event(Cursor field, List<TimeLimit.Event> events) {
        String id = field.word();
        List<String> known = events.stream().map(TimeLimit.Event::id).toList();
        if (!known.contains(id)) {
            field.unknownWord(id, known);
        }
        return id;
    }

    /** A limit that stands before this one. */
    private @Nullable TimeLimit within(Cursor field) {
        String id = field.word();
        if (provisions.waits(id)) {
            return null;
        }
        List<TimeLimit> limits = provisions.known().stream()
                .filter(TimeLimit.class::isInstance)
                .map(TimeLimit.class::cast)
                .toList();
        return limits.stream()
                .filter(limit -> limit.id().equals(id))
                .findFirst()
                .orElseGet(() -> {
                    field.unknownWord(id, limits.stream().map(TimeLimit::id).toList());
                    return null;
                });
    }
}
