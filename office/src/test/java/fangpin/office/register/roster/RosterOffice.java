package fangpin.office.register.roster;

import com.zaxxer.hikari.HikariDataSource;
import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.access.internal.AuditWriter;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.Divisions;
import fangpin.office.register.Headcounts;
import fangpin.office.register.IdNumber;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterReceipt;
import fangpin.office.register.StatusKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An office of two counties with a few villages and nobody in it; synthetic persons only. */
final class RosterOffice implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2020, 3, 1);
    static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    static final String CITY = "370000/371000/";
    static final String COUNTY = CITY + "371082/";
    static final String OTHER_COUNTY = CITY + "371083/";
    static final String TOWN = COUNTY + "371082104/";
    static final String EAST = TOWN + "371082104201/";
    static final String WEST = TOWN + "371082104202/";
    static final String HEADER = "姓名,身份证号,户编号,与户主关系,乡镇,村,联系电话,家庭住址,银行卡号\n";

    static final Actor MAKER = actor(11, COUNTY);
    static final Actor CHECKER = actor(12, COUNTY);
    static final Actor NEIGHBOUR = actor(13, OTHER_COUNTY);

    final DatabaseAddress address;
    final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    final RosterImports imports;
    final ScopedWork work;
    final JdbcClient database;

    RosterOffice() {
        this(TestDatabase.fresh());
    }

    RosterOffice(DatabaseAddress address) {
        this(address, Path.of(folder()));
    }

    /** With keys and files in a folder of the caller's, so that an office that was killed can be opened again. */
    RosterOffice(DatabaseAddress address, Path folder) {
        this.address = address;
        org.springframework.jdbc.datasource.SimpleDriverDataSource source =
                Connections.source(address, address.office());
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "fangpin.roster.folder", folder.resolve("files").toString())));
        beans.registerBean(HikariDataSource.class, () -> Connections.pool(source));
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(beans.getBean(DataSource.class)));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(beans.getBean(DataSource.class)));
        beans.registerBean(
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(beans.getBean(DataSource.class)));
        beans.registerBean(Secrets.class, () -> Secrets.in(folder.resolve("keys"), CryptoSuite.INTERNATIONAL));
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.register(
                ScopedWork.class,
                Audit.class,
                AuditWriter.class,
                Divisions.class,
                Headcounts.class,
                RosterImports.class);
        beans.scan("fangpin.office.register.roster");
        beans.refresh();
        imports = beans.getBean(RosterImports.class);
        work = beans.getBean(ScopedWork.class);
        database = beans.getBean(JdbcClient.class);
    }

    /** The two counties, their towns and villages, two of one name in different towns. */
    RosterOffice withVillages() {
        JdbcClient owner = JdbcClient.create(Connections.source(address, address.owner()));
        String[] rows = {
            "370000/|province|山东省",
            CITY + "|city|威海市",
            COUNTY + "|county|荣成市",
            OTHER_COUNTY + "|county|乳山市",
            TOWN + "|town|成山镇",
            EAST + "|village|东山村",
            WEST + "|village|西山村",
            COUNTY + "371082105/|town|埠柳镇",
            COUNTY + "371082105/371082105201/|village|东山村",
            OTHER_COUNTY + "371083101/|town|夏村镇",
            OTHER_COUNTY + "371083101/371083101201/|village|河南村"
        };
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            String[] codes = cells[0].split("/", -1);
            owner.sql("""
                            insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                            values (?, (select id from register.division where path = ?), ?, ?, ?, '', '2000-01-01')
                            """)
                    .params(
                            cells[0],
                            cells[0].substring(0, cells[0].length() - codes[codes.length - 2].length() - 1),
                            codes[codes.length - 2],
                            cells[1],
                            cells[2])
                    .update();
        }
        return this;
    }

    private static String folder() {
        try {
            return TestDatabase.folder("roster").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Actor actor(long id, String path) {
        return new Actor(id, "经办" + id, Set.of(Role.POVERTY_OFFICE), new Scope(path), path);
    }

    /** The ID number of a synthetic person. */
    static String id(int serial) {
        return IdNumber.synthetic(
                        "3710", LocalDate.of(1950 + serial % 50, 1 + serial % 12, 1 + serial % 28), serial % 1000)
                .text();
    }

    /** A line of a roster with {@link #HEADER}. */
    static String line(String name, String id, String household, String village) {
        return name + "," + id + "," + household + ",户主,成山镇," + village + ",13800001234,成山镇某路1号,6217000000000000012\n";
    }

    RosterReceipt receive(Actor actor, String name, byte[] file) {
        try {
            return imports.receive(
                    actor,
                    new RosterImports.Upload(name, COUNTY, StatusKind.POLICY_BENEFICIARY, "WH3 §2b", FROM),
                    new ByteArrayInputStream(file),
                    TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Receives a file that can be read. */
    RosterImport taken(String name, byte[] file) {
        return switch (receive(MAKER, name, file)) {
            case RosterReceipt.Taken taken -> taken.roster();
            default -> throw new AssertionError("not taken");
        };
    }

    RosterChecked check(RosterImport roster, ColumnMapping mapping) {
        return imports.check(MAKER, roster.id(), mapping, TODAY);
    }

    /** Receives and checks a CSV file of these lines below {@link #HEADER}. */
    RosterImport checked(String... lines) {
        return checked("名单.csv", (HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
    }

    RosterImport checked(String name, byte[] file) {
        RosterImport roster = taken(name, file);
        return switch (check(roster, roster.mapping())) {
            case RosterChecked.Done done -> done.roster();
            case RosterChecked other -> throw new AssertionError(other.toString());
        };
    }

    long count(String table) {
        return work.read(
                MAKER,
                () -> database.sql("select count(*) from register." + Table.of(table))
                        .query(Long.class)
                        .single());
    }

    /** Names of tables that tests count. */
    private record Table(String name) {
        static String of(String name) {
            if (!List.of(
                            "person",
                            "person_version",
                            "household",
                            "status_spell",
                            "import_row",
                            "headcount_change",
                            "import_effect")
                    .contains(name)) {
                throw new IllegalArgumentException(name);
            }
            return name;
        }
    }

    @Override
    public void close() {
        beans.close();
    }
}
