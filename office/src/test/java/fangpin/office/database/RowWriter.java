package fangpin.office.database;

import fangpin.office.database.internal.Preparation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** An office of a test that writes rows without end, and says each number once it is committed. */
final class RowWriter {
    private RowWriter() {}

    public static void main(String[] arguments) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {});
        try (Connection owner = Preparation.connect(
                        database.address().url(), database.address().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create schema if not exists sample");
            statement.execute("create table if not exists sample.row (number int primary key)");
            for (int number = 1; number < 1_000_000; number++) {
                statement.execute("insert into sample.row values (" + number + ")");
                System.out.println("committed " + number);
            }
        }
        database.close();
    }
}
