package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.enrolment.PremiumsDue;
import org.junit.jupiter.api.Test;

/** WH3 §4: every headcount of the premium due leads to as many persons, the unit inside a district counted once. */
class PremiumTest {
    private final DemonstrationOffice office = DemonstrationOffice.shared();

    @Test
    void everyFigureLeadsToItsPersons() {
        Actor city = DemonstrationOffice.clerkOf("370000/371000/");
        PremiumsDue.Worked worked =
                Scene.done(office.bean(PremiumsDue.class).due(city, "weihai-2020", Calendar.TODAY, Fen.ZERO));
        InsuredPeople people = office.bean(InsuredPeople.class);
        assertEquals(8, worked.due().divisions().size());
        long all = 0;
        for (PremiumDue.DivisionPremium division : worked.due().divisions()) {
            for (PremiumDue.LineDue line : division.lines()) {
                long behind = people.count(
                        city, worked.behind(division.code(), line.line().product()));
                assertEquals(line.headcount(), Long.toString(behind), division.code());
                all += behind;
            }
        }
        assertEquals(2 * 37_017, all);
    }
}
