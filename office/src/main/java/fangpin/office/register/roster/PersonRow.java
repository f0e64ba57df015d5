package fangpin.office.register.roster;

import fangpin.office.register.IdNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 名单行: a row without fault, as far as the file alone can tell. Null where the file says nothing: what the register knows then stays.
 *
 * @param warning what is odd and yet taken; empty for nothing
 */
record PersonRow(
        int number,
        Villages.Village village,
        String household,
        String name,
        @Nullable IdNumber id,
        int sex,
        @Nullable LocalDate born,
        @Nullable String relation,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String card,
        String warning) {

    /** Never in clear. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
