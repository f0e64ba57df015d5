package fangpin.office.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 人员筛选: which persons, in which order, from where on.
 *
 * @param place only of this division and below
 * @param status only who holds it on the day; null for all
 * @param minimumAge only who is so old on the day; 0 for all
 * @param after the key of the last row of the page before; null for the first page
 */
public record PersonQuery(
        String place,
        @Nullable StatusKind status,
        int minimumAge,
        LocalDate day,
        Order order,
        @Nullable Key after,
        int most) {
    /** 排序 */
    public enum Order {
        PLACE,
        NAME,
        NEWEST
    }

    /** Where a page ended: the value sorted by, and the person. */
    public record Key(String value, long id) {}
}
