package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.ScopedWork;
import fangpin.office.register.PersonFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk sees the rows of his own division and below, of every table. */
class ScopeTest {
    private static final String RONGCHENG = "370000/371000/371082/";
    private final DemonstrationOffice office = DemonstrationOffice.shared();

    private List<String> counties(String table, String scope) {
        return office.bean(ScopedWork.class)
                .read(
                        DemonstrationOffice.clerkOf(scope),
                        () -> office.bean(JdbcClient.class)
                                .sql("select distinct split_part(path, '/', 3) from " + table + " order by 1")
                                .query(String.class)
                                .list());
    }

    @Test
    void aClerkOfRongchengSeesOnlyRongcheng() {
        for (String table : List.of(
                "register.person",
                "register.person_version",
                "register.household",
                "register.status_spell",
                "register.determination",
                "register.headcount_change",
                "register.review_item")) {
            assertEquals(List.of("371082"), counties(table, RONGCHENG), table);
        }
    }

    @Test
    void theCitySeesItsSevenDistricts() {
        assertEquals(
                List.of("371002", "371003", "371071", "371072", "371073", "371082", "371083"),
                counties("register.person", "370000/371000/"));
    }

    @Test
    void anotherCitysPersonIsNotThere() {
        long person = office.bean(ScopedWork.class)
                .read(
                        DemonstrationOffice.clerkOf("330000/"),
                        () -> office.bean(JdbcClient.class)
                                .sql("select min(id) from register.person")
                                .query(Long.class)
                                .single());
        PersonFiles files = office.bean(PersonFiles.class);
        assertTrue(files.find(DemonstrationOffice.clerkOf("330000/"), person, Calendar.TODAY)
                .isPresent());
        assertTrue(files.find(DemonstrationOffice.clerkOf(RONGCHENG), person, Calendar.TODAY)
                .isEmpty());
    }
}
