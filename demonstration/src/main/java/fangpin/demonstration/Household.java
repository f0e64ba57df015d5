package fangpin.demonstration;

import java.time.LocalDate;
import java.util.List;

/**
 * 户: a made-up household, its head first.
 *
 * @param address the house within the village
 * @param enteredOn when it came into the register
 * @param ground the document it was entered under
 */
record Household(
        String number,
        Place village,
        String address,
        String caseOfficer,
        String caseOfficerUnit,
        LocalDate enteredOn,
        String ground,
        List<Person> members) {
    Household {
        members = List.copyOf(members);
    }
}
