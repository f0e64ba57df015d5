package fangpin.demonstration;

import fangpin.office.access.Role;
import java.util.List;

/**
 * 演示人员: who can sign in to look at the demonstration.
 *
 * @param place the division whose rows the account sees
 */
record Staff(String login, Role role, Place place, String name) {
    /** One or two for each role and level. */
    static List<Staff> all(Country country) {
        return Words.table("staff.csv").stream()
                .map(row -> new Staff(row.get(0), Role.valueOf(row.get(1)), country.get(row.get(2)), row.get(3)))
                .toList();
    }
}
