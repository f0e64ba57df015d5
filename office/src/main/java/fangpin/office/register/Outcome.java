package fangpin.office.register;

import java.util.List;

/** 办理结果: done, with what came of it, or refused for one named reason. */
public sealed interface Outcome<T> {
    /** 已办 */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * 未办: nothing was changed.
     *
     * @param arguments for the places of the reason's words
     */
    record Refused<T>(Refusal reason, List<Object> arguments) implements Outcome<T> {}

    /** Done. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused. */
    static <T> Outcome<T> refused(Refusal reason, Object... arguments) {
        return new Refused<>(reason, List.of(arguments));
    }
}
