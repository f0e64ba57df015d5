package fangpin.office.register.roster;

import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.register.RosterImport;
import java.nio.file.Path;

/** An office of a test that checks a roster and accepts it, says where it is, and may be killed at any moment. */
final class StagingOffice {
    static final int ROWS = 20_000;

    private StagingOffice() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[0]);
        DataFolder folder = DataFolder.open(path);
        OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {});
        database.migrate(step -> {});
        RosterOffice office = new RosterOffice(database.address(), path.resolve("roster")).withVillages();
        RosterImport roster = office.taken("名单.csv", RosterFiles.many(ROWS));
        office.imports.beginCheck(RosterOffice.MAKER, roster.id(), roster.mapping(), RosterOffice.TODAY);
        RosterImport checked =
                RosterKilledTest.awaitRows(office, roster.id(), 2_000, () -> System.out.println("reading"));
        System.out.println("accepting");
        Object done = office.imports.accept(RosterOffice.CHECKER, checked.id(), checked.version(), false);
        System.out.println("accepted " + done.getClass().getSimpleName());
        Thread.sleep(60_000);
    }
}
