package fangpin.office.web;

import java.util.List;
import java.util.function.IntFunction;

/**
 * 前若干行: the first rows of a list that is not shown as a whole.
 *
 * @param more whether there are more than these; a page that shows them says so
 */
public record FirstRows<T>(List<T> rows, boolean more) {
    /**
     * The first rows.
     *
     * @param most how many at most
     * @param list gives as many rows as it is asked for, if there are as many
     */
    public static <T> FirstRows<T> of(int most, IntFunction<List<T>> list) {
        List<T> found = list.apply(most + 1);
        boolean more = found.size() > most;
        return new FirstRows<>(more ? List.copyOf(found.subList(0, most)) : found, more);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
