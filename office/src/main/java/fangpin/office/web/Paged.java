package fangpin.office.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * 一页: the rows of a list that stand on one page, and the ways to the others. The template {@code layout/pager} shows the ways.
 *
 * @param first address of the first page; empty on the first page itself
 * @param next address of the page that follows; empty on the last
 */
public record Paged<T>(List<T> rows, String first, String next) {
    public Paged {
        rows = List.copyOf(rows);
    }

    /**
     * The page that begins after a row.
     *
     * @param list the list's address with the choices made in it
     * @param begun whether rows stand before this page
     * @param most how many rows a page has at most
     * @param rows gives as many rows as it is asked for, if there are as many
     * @param key of a row, by which the address of the next page says after which row it begins
     */
    public static <T> Paged<T> of(
            Query list, boolean begun, int most, IntFunction<List<T>> rows, Function<T, String> key) {
        FirstRows<T> found = FirstRows.of(most, rows);
        return new Paged<>(
                found.rows(),
                begun ? list.address() : "",
                found.more()
                        ? list.with("after", key.apply(found.rows().getLast())).address()
                        : "");
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
