package fangpin.office.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 一页: rows of a list, and where the next page begins.
 *
 * @param next to be sent as {@code after}; null on the last page
 */
record Listing<T>(List<T> items, @Nullable String next) {
    Listing {
        items = List.copyOf(items);
    }

    /** A page of so many rows, out of one row more when there is one. */
    static <S, T> Listing<T> of(List<S> found, int limit, Function<S, T> row, Function<S, String> cursor) {
        boolean more = found.size() > limit;
        List<S> shown = more ? found.subList(0, limit) : found;
        return new Listing<>(shown.stream().map(row).toList(), more ? cursor.apply(shown.getLast()) : null);
    }

    /** A list that is one page. */
    static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null);
    }
}
