package fangpin.office.access;

import java.util.List;

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

    /** Done. */
    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused. */
    static <T> Answer<T> refused(RefusalReason reason, Object... arguments) {
        return new Refused<>(reason, List.of(arguments));
    }
}
