package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.ScopedWork;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The county that the register is measured with: everybody asked for is in, of each day, and the headcounts are right. */
class BigRegisterTest {
    private static final int ASKED = 3_000;

    @Test
    void rostersBringEverybodyIn() throws Exception {
        Path folder = PrivateOffice.folder();
        try (PrivateOffice office = PrivateOffice.in(folder)) {
            long loaded = BigRegister.load(office.context(), ASKED, count -> {});
            assertTrue(loaded >= ASKED && loaded < ASKED + 10, () -> loaded + " persons");
            assertEquals(loaded, scoped(office.context(), () -> persons(office.context())));
            counted(office.context(), loaded);
        } finally {
            PostgresBinaries.deleteTree(folder);
        }
    }

    private static long persons(ApplicationContext office) {
        return office.getBean(JdbcClient.class).sql("""
                        select count(*) from register.person
                        join register.household on household.id = person.household_id and household.path = person.path
                        """).query(Long.class).single();
    }

    private static void counted(ApplicationContext office, long loaded) {
        long last = 0;
        for (LocalDate day : UnitMaker.LISTED) {
            long listed = of(office, StatusKind.POLICY_BENEFICIARY.id(), day);
            assertTrue(listed > last, () -> listed + " on " + day);
            last = listed;
        }
        assertEquals(loaded, last);
        long now = of(office, StatusKind.POLICY_BENEFICIARY.id(), Calendar.TODAY);
        assertTrue(now < loaded && now > loaded * 95 / 100, () -> now + " left of " + loaded);
        long city = of(office, StatusKind.CITY_STANDARD.id(), Calendar.TODAY);
        assertTrue(city > loaded / 6 && city < loaded / 4, () -> city + " city-standard of " + loaded);
        assertEquals(now - city, of(office, Headcounts.WITHOUT_CITY_STANDARD, Calendar.TODAY));
        assertEquals(
                List.of(), scoped(office, () -> office.getBean(Headcounts.class).differences()));
    }

    private static long of(ApplicationContext office, String measure, LocalDate day) {
        return scoped(
                office,
                () -> office.getBean(Headcounts.class)
                        .of(BigRegister.CLERK.scope().path(), measure, day));
    }

    private static <T> T scoped(ApplicationContext office, Supplier<T> work) {
        return office.getBean(ScopedWork.class).read(BigRegister.CLERK, work);
    }
}
