package fangpin.packs.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Events of a document that ends at the first level that is too deep: who composes calls himself at every level. */
final class ShallowEvents implements Parser {
    private final Parser events;
    private final int most;
    private int depth;

    /** The events of {@code events}, of up to {@code most} levels. */
    ShallowEvents(Parser events, int most) {
        this.events = events;
        this.most = most;
    }

    /** A level that is one too many. */
    static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Optional<Mark> mark;

        private TooDeepException(Optional<Mark> mark) {
            this.mark = mark;
        }

        /** Where it begins. */
        Optional<Mark> mark() {
            return mark;
        }
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (depth > most) {
            throw new TooDeepException(event.getStartMark());
        }
        return event;
    }
}
