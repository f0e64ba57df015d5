package fangpin.office.register.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterLine;
import fangpin.office.register.RosterReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Malformed files by the seed: never an exception, never a part of an import, each rejected row with its number and reason. A sample
 * each run; the full sweep with {@code -Droster.files=10000}.
 */
class MalformedRostersTest {
    private static final int FILES = Integer.getInteger("roster.files", 30);
    private static final long SEED = Long.getLong("roster.seed", 1);
    /** Files that broke something once: 207 is a workbook that numbers a row twice. */
    private static final List<Long> ONCE_BROKE = List.of(207L);

    @Test
    void noMalformedFileBreaksAnythingOrComesInHalf() {
        int taken = 0;
        try (RosterOffice office = new RosterOffice().withVillages()) {
            List<Long> seeds = new ArrayList<>(ONCE_BROKE);
            LongStream.range(SEED, SEED + FILES).forEach(seeds::add);
            for (long seed : seeds) {
                try {
                    taken += one(office, seed);
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError("seed " + seed + " (-Droster.seed=" + seed + ")", broken);
                }
            }
            assertEquals(0, office.count("person"));
            assertEquals(0, office.count("import_row"));
        }
        assertTrue(taken > FILES / 10, "too few were read at all: " + taken);
    }

    private static int one(RosterOffice office, long seed) {
        RosterFiles.Uploaded file = RosterFiles.malformed(seed);
        RosterReceipt receipt = office.receive(RosterOffice.MAKER, file.name(), file.bytes());
        if (receipt instanceof RosterReceipt.FileRefused refused) {
            assertTrue(refused.chinese().contains(file.name()), refused.chinese());
        }
        if (!(receipt instanceof RosterReceipt.Taken roster)) {
            return 0;
        }
        long id = roster.roster().id();
        RosterChecked checked = office.check(roster.roster(), roster.roster().mapping());
        long staged = office.count("import_row");
        if (checked instanceof RosterChecked.Done done) {
            assertEquals(done.roster().counts().read(), staged);
            for (RosterLine line : office.imports.lines(RosterOffice.MAKER, id, RosterLine.Kind.REJECTED, 0, 100)) {
                assertNotNull(line.fault());
                assertTrue(line.rowNumber() > 1);
            }
        } else {
            assertEquals(0, staged);
        }
        Object _ = office.imports.cancel(RosterOffice.MAKER, id);
        return 1;
    }
}
