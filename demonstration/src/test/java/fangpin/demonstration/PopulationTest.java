package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.register.BankCard;
import fangpin.office.register.IdNumber;
import fangpin.office.register.PersonName;
import fangpin.office.register.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The made-up people: always the same, and nobody. */
class PopulationTest {
    private static final Population PEOPLE = Population.make();

    private static Stream<Person> everybody(Population population) {
        return population.households().stream().flatMap(household -> household.members().stream());
    }

    private static List<String> told(Population population) {
        return population.households().stream()
                .map(household -> household.number()
                        + household.village()
                        + household.address()
                        + household.caseOfficer()
                        + household.enteredOn()
                        + household.members().stream()
                                .map(person -> person.name
                                        + person.born
                                        + person.sex
                                        + person.relation
                                        + person.idNumber
                                        + person.phone
                                        + person.bankCard
                                        + person.schooling
                                        + person.selfCare
                                        + person.student
                                        + person.handbookKeeper
                                        + person.diedOn
                                        + person.statuses)
                                .toList())
                .toList();
    }

    @Test
    void madeTwiceIsTheSame() {
        assertEquals(told(PEOPLE), told(Population.make()));
    }

    @Test
    void noIdNumberCanBeAnybodys() {
        Set<String> seen = new HashSet<>();
        everybody(PEOPLE).filter(person -> person.idNumber != null).forEach(person -> {
            String text = String.valueOf(person.idNumber);
            IdNumber number = assertInstanceOf(
                            IdNumber.Reading.Valid.class, IdNumber.read(text, Calendar.TODAY), person.name)
                    .number();
            assertTrue(number.isSynthetic(), "not of the range of made-up people");
            assertEquals(person.born, number.bornOn());
            assertEquals(person.sex, number.sex());
            assertTrue(seen.add(text), "two persons with one number");
        });
        assertTrue(seen.size() > 40_000, () -> "only " + seen.size());
    }

    @Test
    void phonesAndCardsPassTheirChecksAndAreNobodys() {
        everybody(PEOPLE).forEach(person -> {
            if (person.phone != null) {
                assertTrue(PhoneNumber.isOne(person.phone) && person.phone.startsWith("154"), person.phone);
            }
            if (person.bankCard != null) {
                assertTrue(BankCard.isOne(person.bankCard) && person.bankCard.startsWith("900000"), person.bankCard);
                assertTrue(new BankCard(person.bankCard).fitsCheckDigit(), person.bankCard);
            }
        });
    }

    @Test
    void everyNameIsOneARosterWouldTake() {
        everybody(PEOPLE)
                .forEach(person ->
                        assertInstanceOf(PersonName.Reading.Valid.class, PersonName.read(person.name), person.name));
        assertTrue(everybody(PEOPLE).anyMatch(person -> person.name.codePoints().anyMatch(c -> c > 0xFFFF)));
        assertTrue(everybody(PEOPLE).anyMatch(person -> person.name.contains("·")));
    }

    @Test
    void householdsHaveDifferentNumbersAndOneHead() {
        Set<String> numbers = new HashSet<>();
        for (Household household : PEOPLE.households()) {
            assertTrue(numbers.add(household.number()), household.number());
            assertEquals(
                    1,
                    household.members().stream()
                            .filter(person -> person.relation.equals("02"))
                            .count(),
                    household.number());
        }
    }

    @Test
    void lichengInsuresAsManyAsItsDocumentSays() {
        assertEquals(
                2381,
                PEOPLE.households().stream()
                        .filter(household -> household.village().path().startsWith("370000/370100/"))
                        .flatMap(household -> household.members().stream())
                        .filter(person ->
                                person.holds(fangpin.office.register.StatusKind.POLICY_BENEFICIARY, Calendar.REFERENCE))
                        .count());
    }
}
