package fangpin.office.register.roster;

import fangpin.office.TestDatabase;
import fangpin.office.access.Answer;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.EmbeddedPostgres;
import fangpin.office.database.Migrations;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.register.RosterImport;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.postgresql.PGConnection;

/**
 * Speed of the roster import, on a server that waits for the disk: a bare COPY of a file's columns, then receipt, check and staging of
 * the same file, its acceptance, and a workbook end to end. {@code ./fangpin bench roster [ROWS] [ROWS OF THE WORKBOOK]}.
 */
public final class RosterBench {
    private RosterBench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int sheetRows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path path = TestDatabase.folder("roster-bench");
        DataFolder folder = DataFolder.open(path);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, Map.of(), step -> {})) {
            DatabaseAddress address = OfficeDatabase.prepare(server, folder);
            Migrations.run(address);
            try (RosterOffice office = new RosterOffice(address).withVillages()) {
                run(office, address, path, rows, sheetRows);
            }
        }
        System.exit(0);
    }

    private static void run(RosterOffice office, DatabaseAddress address, Path path, int rows, int sheetRows)
            throws Exception {
        Path file = path.resolve("roster.csv");
        write(file, 0, rows);
        // what a bare COPY takes, once before and once after, since the machine may be busy with other things
        double[] before = bareCopy(address, file);
        double cpu = cpu();
        long start = System.nanoTime();
        RosterImport roster = staged(office, "roster.csv", file);
        double staged = seconds(start);
        double stagedCpu = cpu() - cpu;
        if (Boolean.getBoolean("roster.detail")) {
            ProcessHandle.current()
                    .descendants()
                    .forEach(p -> System.out.println(
                            p.pid() + " " + p.info().totalCpuDuration().orElse(null) + " "
                                    + p.info().commandLine().orElse("").replaceAll(" .*", "")));
            System.out.println("jvm " + ProcessHandle.current().info().totalCpuDuration());
        }
        double[] after = bareCopy(address, file);
        double bare = (before[0] + after[0]) / 2;
        double bareCpu = (before[1] + after[1]) / 2;
        System.out.printf("rows %d, file %d MB%n", rows, Files.size(file) >> 20);
        System.out.printf(
                "bare COPY          %6.1f s (%.1f and %.1f), CPU %.1f s%n", bare, before[0], after[0], bareCpu);
        System.out.printf(
                "receive and stage  %6.1f s = %.2f of the speed of the bare COPY; CPU %.1f s; new %d rejected %d%n",
                staged,
                bare / staged,
                stagedCpu,
                roster.counts().added(),
                roster.counts().rejected());
        cpu = cpu();
        start = System.nanoTime();
        Answer<RosterImport> accepted =
                office.imports.accept(RosterOffice.CHECKER, roster.id(), roster.version(), false);
        double accepting = seconds(start);
        System.out.printf(
                "accept             %6.1f s = %.0f persons a second; CPU %.1f s; %s%n",
                accepting,
                roster.counts().added() / accepting,
                cpu() - cpu,
                accepted.getClass().getSimpleName());
        start = System.nanoTime();
        RosterImport again = staged(office, "roster.csv", file);
        System.out.printf(
                "the same again     %6.1f s; same %d%n",
                seconds(start), again.counts().same());
        Path book = path.resolve("roster.xlsx");
        writeBook(book, 2_000_000, sheetRows);
        start = System.nanoTime();
        RosterImport fromBook = staged(office, "roster.xlsx", book);
        Object _ = office.imports.accept(RosterOffice.CHECKER, fromBook.id(), fromBook.version(), false);
        System.out.printf("xlsx of %d rows, received to accepted  %.1f s%n", sheetRows, seconds(start));
        System.out.printf("most heap used     %d MB%n", Runtime.getRuntime().totalMemory() >> 20);
    }

    /** CPU seconds of this program and of the database below it: what a time of the clock is worth on a busy machine. */
    private static double cpu() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .mapToDouble(process -> process.info()
                                .totalCpuDuration()
                                .orElse(java.time.Duration.ZERO)
                                .toMillis()
                        / 1e3)
                .sum();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static RosterImport staged(RosterOffice office, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var receipt = office.imports.receive(
                    RosterOffice.MAKER,
                    new fangpin.office.register.RosterImports.Upload(
                            name,
                            RosterOffice.COUNTY,
                            fangpin.office.register.StatusKind.POLICY_BENEFICIARY,
                            "WH3 §2b",
                            RosterOffice.FROM),
                    in,
                    RosterOffice.TODAY);
            if (!(receipt instanceof fangpin.office.register.RosterReceipt.Taken taken)) {
                throw new IllegalStateException(receipt.toString());
            }
            if (!(office.check(taken.roster(), taken.roster().mapping())
                    instanceof fangpin.office.register.RosterChecked.Done done)) {
                throw new IllegalStateException("not checked");
            }
            return done.roster();
        }
    }

    private static double[] bareCopy(DatabaseAddress address, Path file) throws SQLException, IOException {
        try (Connection connection =
                        Connections.source(address, address.owner()).getConnection();
                Statement statement = connection.createStatement();
                BufferedReader in = Files.newBufferedReader(file)) {
            statement.execute("drop table if exists register.bare");
            statement.execute(
                    "create table register.bare (a text, b text, c text, d text, e text, f text, g text, h text, i text)");
            double cpu = cpu();
            long start = System.nanoTime();
            long _ = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy register.bare from stdin (format csv, header)", in);
            double[] taken = {seconds(start), cpu() - cpu};
            statement.execute("drop table register.bare");
            return taken;
        }
    }

    /** The ID number of one of very many synthetic persons. */
    private static String id(int serial) {
        LocalDate born = LocalDate.of(1925, 1, 1).plusDays(serial / 900 % 34_000);
        return fangpin.office.register.IdNumber.synthetic("3710", born, serial % 900)
                .text();
    }

    private static String[] cells(int i) {
        return new String[] {
            "王李张刘陈杨黄赵吴周".charAt(i % 10) + "" + (char) ('一' + i % 5000) + (char) ('一' + i / 7 % 5000),
            id(i),
            "H" + i / 3,
            i % 3 == 0 ? "户主" : i % 3 == 1 ? "配偶" : "子",
            "成山镇",
            i / 3 % 2 == 0 ? "东山村" : "西山村",
            "138" + (10_000_000 + i % 80_000_000),
            "山东省荣成市成山镇某某路" + i % 900 + "号",
            "621700000000" + (1_000_000 + i % 8_000_000)
        };
    }

    private static void write(Path file, int from, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(RosterOffice.HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = from; i < from + rows; i++) {
                out.write((String.join(",", cells(i)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void writeBook(Path file, int from, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            String[] header = RosterOffice.HEADER.strip().split(",", -1);
            for (int row = 0; row <= rows; row++) {
                String[] cells = row == 0 ? header : cells(from + row);
                for (int column = 0; column < cells.length; column++) {
                    sheet.inlineString(row, column, cells[column]);
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
