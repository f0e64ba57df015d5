package fangpin.office.web.api;

import fangpin.office.register.PersonQuery;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 人员查找: which persons. Either one of ID number, household and name, or the filters of a list; it is sent as a body, so that nothing
 * personal stands in an address.
 *
 * @param place of this division and below; the client's own when left out
 * @param status who holds it on the day
 * @param minimumAge who is so old on the day
 * @param day of statuses and ages; today when left out
 * @param name any characters of a name that stand side by side; two or more
 * @param after what the page before gave as next
 */
record PersonSearch(
        @Nullable String place,
        @Nullable StatusKind status,
        @Nullable Integer minimumAge,
        @Nullable LocalDate day,
        PersonQuery.@Nullable Order order,
        @Nullable String idNumber,
        @Nullable String household,
        @Nullable String name,
        @Nullable String after,
        @Nullable Integer limit) {
    private static final int MOST_AGE = 150;
    private static final int LEAST_CHARACTERS = 2;

    /** What cannot be asked together, or not like this. */
    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        long looks =
                Stream.of(idNumber, household, name).filter(one -> one != null).count();
        boolean filters = place != null || status != null || minimumAge != null || order != null || after != null;
        if (looks > 1 || (looks == 1 && filters)) {
            String field = idNumber != null ? "/idNumber" : household != null ? "/household" : "/name";
            faults.add(FieldFault.of(field, FieldReason.NOT_WITH_OTHERS));
        }
        if (minimumAge != null && (minimumAge < 0 || minimumAge > MOST_AGE)) {
            faults.add(new FieldFault("/minimumAge", FieldReason.OUT_OF_BOUNDS, List.of(0, MOST_AGE)));
        }
        if (name != null && name.strip().codePointCount(0, name.strip().length()) < LEAST_CHARACTERS) {
            faults.add(FieldFault.of("/name", FieldReason.WRONG));
        }
        return faults;
    }

    PersonQuery.Order ordered() {
        return order == null ? PersonQuery.Order.PLACE : order;
    }

    /** The person the page before ended with; 0 for the first page. A mark of a list in another order is none of this one. */
    long afterPerson() {
        if (after == null) {
            return 0;
        }
        String begin = SmallWords.of(ordered()) + ".";
        if (!after.startsWith(begin)) {
            throw new RefusedException(ApiRefusal.CURSOR_WRONG);
        }
        return Limit.after(after.substring(begin.length()), 0);
    }

    String cursor(long person) {
        return SmallWords.of(ordered()) + "." + person;
    }
}
