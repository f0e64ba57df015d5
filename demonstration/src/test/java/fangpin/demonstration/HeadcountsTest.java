package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.ScopedWork;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the register of the demonstration counts is what the example of the allocation says. */
class HeadcountsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 12, 31);
    private static final String CITY = "370000/371000/";
    private static final String NANHAI = CITY + "371003/371003-nanhai/";
    private final DemonstrationOffice office = DemonstrationOffice.shared();

    /** A figure of a unit is its own, without the unit inside it. */
    private long counted(String unit, String measure, LocalDate day) {
        return office.bean(ScopedWork.class).read(DemonstrationOffice.clerkOf(CITY), () -> {
            Headcounts headcounts = office.bean(Headcounts.class);
            long inNanhai = headcounts.of(NANHAI, measure, day);
            return switch (unit) {
                case "371003-nanhai" -> inNanhai;
                case "371003" -> headcounts.of(CITY + "371003/", measure, day) - inNanhai;
                default -> headcounts.of(CITY + unit + "/", measure, day);
            };
        });
    }

    private static List<String[]> example() throws IOException {
        Path file = Path.of("..", "examples", "allocation", "headcounts-weihai-2020.csv");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void everyUnitAndMeasureIsAsTheExampleSays() throws IOException {
        int compared = 0;
        for (String[] row : example()) {
            String measure = switch (row[1]) {
                case "insured" -> StatusKind.POLICY_BENEFICIARY.id();
                case "insured-without-city-standard" -> Headcounts.WITHOUT_CITY_STANDARD;
                case "non-key-village-persons" -> Headcounts.NON_KEY_VILLAGE;
                case "aged-60-plus" -> Headcounts.AGED_60;
                default -> "";
            };
            if (!measure.isEmpty()) {
                assertEquals(Long.parseLong(row[2]), counted(row[0], measure, DAY), row[0] + " " + row[1]);
                compared++;
            }
        }
        assertEquals(32, compared);
    }

    @Test
    void studentsOfTheSpringTermAreAsManyAsTheRainDewMoneyIsFor() throws IOException {
        for (String[] row : example()) {
            if (row[1].equals("rain-dew-amount")) {
                long yuan = Long.parseLong(row[2].substring(0, row[2].indexOf('.')));
                assertEquals(
                        yuan / 1500,
                        counted(row[0], StatusKind.VOCATIONAL_STUDENT.id(), LocalDate.of(2020, 3, 1)),
                        row[0]);
            }
        }
    }

    @Test
    void thirtySevenThousandAreInsuredOnTheReferenceDay() {
        office.bean(ScopedWork.class).read(DemonstrationOffice.clerkOf(CITY), () -> {
            assertEquals(37_017, office.bean(Headcounts.class).of(CITY, Headcounts.HELPED, DAY));
            return DAY;
        });
    }

    @Test
    void keptNumbersAreWhatTheStatusesSay() {
        for (String province : List.of("370000/", "330000/", "320000/")) {
            office.bean(ScopedWork.class).read(DemonstrationOffice.clerkOf(province), () -> {
                assertEquals(List.of(), office.bean(Headcounts.class).differences());
                return DAY;
            });
        }
    }

    @Test
    void someCameAndSomeLeftInSpring() {
        office.bean(ScopedWork.class).read(DemonstrationOffice.clerkOf(CITY), () -> {
            var moved = office.bean(Headcounts.class)
                    .movements(CITY, Headcounts.HELPED, LocalDate.of(2020, 4, 1), LocalDate.of(2020, 5, 10));
            assertTrue(moved.stream().mapToLong(Headcounts.Movement::joined).sum() > 10, moved::toString);
            assertTrue(moved.stream().mapToLong(Headcounts.Movement::gone).sum() > 10, moved::toString);
            return DAY;
        });
    }
}
