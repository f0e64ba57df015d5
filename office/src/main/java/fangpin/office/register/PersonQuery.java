package fangpin.office.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 人员筛选: which persons, in which order, from where on.
 *
 * @param place only of this division and below: where one lives, or with a status where one held it on the day
 * @param status only who holds it on the day; null for all
 * @param minimumAge only who is so old on the day; 0 for all
 * @param after the last person of the page before; 0 for the first page. Only the person stands in an address, never a name
 */
public record PersonQuery(
        String place, @Nullable StatusKind status, int minimumAge, LocalDate day, Order order, long after, int most) {
    /** 排序 */
    public enum Order {
        PLACE,
        NAME,
        NEWEST
    }
}
