package fangpin.office.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 人员查找的一页: persons, and how many of a past day the list cannot hold.
 *
 * @param next to be sent as {@code after}; null on the last page
 * @param elsewhere of a list with a status: how many had it in the place on the day and are in the headcount of that day, but live outside the
 *     client's division by now, on no page of the list. Null where no status was asked for, and on later pages
 */
record PersonsFound(
        List<PersonLine> items,
        @Nullable String next,
        @Nullable Long elsewhere) {
    PersonsFound {
        items = List.copyOf(items);
    }

    /** A page of a list, with what it does not hold. */
    static PersonsFound of(Listing<PersonLine> page, @Nullable Long elsewhere) {
        return new PersonsFound(page.items(), page.next(), elsewhere);
    }
}
