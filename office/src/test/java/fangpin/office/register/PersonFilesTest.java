package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final JdbcClient database = office.part(JdbcClient.class);
    private final Actor clerk = place.clerkOf("nb-page-reader", Neighbourhood.EAST);

    /** The statuses of a million persons were read for each page, twice. */
    @Test
    void aPersonsPageReadsNoTableAsAWhole() {
        long head = place.household(Neighbourhood.UPPER_VILLAGE, 3, true).getFirst();
        List<String> read = office.part(ScopedWork.class).read(clerk, () -> {
            // small as the tables of this test are, what has an index is now read by it
            database.sql("set local enable_seqscan = off").update();
            // plans that other tests have made on this connection were made for tables that were smaller still
            database.sql("discard plans").update();
            List<String> before = readAsAWhole();
            assertTrue(office.part(PersonFiles.class).find(clerk, head, TODAY).isPresent());
            String village = Neighbourhood.UPPER_VILLAGE;
            assertEquals(
                    1, office.part(Divisions.class).namesOf(List.of(village)).size());
            return readAsAWhole().stream()
                    .filter(table -> !before.contains(table))
                    .toList();
        });
        assertEquals(List.of(), read);
    }

    /** Tables with the number of times this transaction has read them as a whole. */
    private List<String> readAsAWhole() {
        return database.sql("""
                        select schemaname || '.' || relname || ' ' || seq_scan from pg_stat_xact_user_tables where seq_scan > 0
                        """).query(String.class).list();
    }
}
