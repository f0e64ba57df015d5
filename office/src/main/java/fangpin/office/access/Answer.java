package fangpin.office.access;

import java.util.List;
import java.util.function.Function;

/** 办理结果: done, with what came of it, or refused for one named reason. */
public sealed interface Answer<T> {
    /** 已办 */
    record Done<T>(T value) implements Answer<T> {}

    /**
     * 未办: nothing was changed, but what counts failures.
     *
     * @param arguments for the places of the reason's words
     */
    record Refused<T>(RefusalReason reason, List<Object> arguments) implements Answer<T> {}

    /** What comes of it next: asked only when this was done; a refusal stays the refusal it is. */
    default <U> Answer<U> then(Function<? super T, Answer<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(RefusalReason reason, List<Object> arguments) -> new Refused<>(reason, arguments);
        };
    }

    /** The same answer with something made of its value. */
    default <U> Answer<U> map(Function<? super T, U> made) {
        return then(value -> done(made.apply(value)));
    }

    /** Done. */
    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused. */
    static <T> Answer<T> refused(RefusalReason reason, Object... arguments) {
        return new Refused<>(reason, List.of(arguments));
    }
}
