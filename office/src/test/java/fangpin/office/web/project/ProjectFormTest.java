package fangpin.office.web.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.office.access.Answer;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.web.Typed;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of a project as it was typed. */
class ProjectFormTest {
    /** A day that need not be there is not left out when it cannot be read. */
    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2020-12-31, '', true",
        "2020-01-01, 2020-12-31, 2019-12-01, true",
        "2020-01-01, 2020-12-31, 0202-12-01, false",
        "2020-01-01, 2020-12-31, 2019-11-31, false",
        "2020-01-01, +999999999-12-31, '', false",
        "'', 2020-12-31, '', false"
    })
    void days(String starts, String ends, String met, boolean taken) {
        Answer<?> plan = ProjectForm.plan(Typed.of(Map.of("startsOn", starts, "endsOn", ends, "metOn", met)));
        assertEquals(taken, plan instanceof Answer.Done<?>);
        assertEquals(!taken, plan instanceof Answer.Refused<?> refused && refused.reason() == ProjectRefusal.BAD_DATE);
    }
}
