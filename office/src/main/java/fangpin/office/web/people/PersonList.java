package fangpin.office.web.people;

import fangpin.office.register.Division;
import fangpin.office.register.People;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Query;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 人员列表页: what the page of a list of persons shows.
 *
 * @param typed the day as it was typed
 * @param chain from the reader's division down to the place looked at
 * @param below the divisions one can go into
 * @param villages names of the places on the page, by path
 * @param elsewhere how many of the total another division has by now, and are not listed
 * @param next the person the next page begins after; null on the last
 */
public record PersonList(
        Query query,
        Typed typed,
        LocalDate day,
        List<Division> chain,
        List<Division> below,
        List<StatusKind> kinds,
        List<PersonSummary> persons,
        Map<String, String> villages,
        long total,
        long elsewhere,
        @Nullable Long next) {
    /** Whether the total is the very number, and not a bound below it. */
    public boolean counted() {
        return total != People.MOST_COUNTED;
    }
}
