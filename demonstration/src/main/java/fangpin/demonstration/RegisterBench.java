package fangpin.demonstration;

import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.register.Headcounts;
import fangpin.office.register.People;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.StatusKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 登记测速: how quick the register answers ten users at once when it holds a million persons: {@code ./fangpin bench register [PERSONS]
 * [FOLDER]}. Without a folder it makes one and removes it; a folder that already holds the register is measured as it is.
 */
public final class RegisterBench {
    private static final int SAMPLES = 2000;
    private final ConfigurableApplicationContext office;

    private RegisterBench(ConfigurableApplicationContext office) {
        this.office = office;
    }

    /** Loads where nothing is loaded, measures, prints a table. */
    public static void main(String[] arguments) throws RefusedException, SQLException, IOException {
        long persons = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        Path path = arguments.length > 1 ? Path.of(arguments[1]) : PrivateOffice.folder();
        try (PrivateOffice office = PrivateOffice.in(path)) {
            RegisterBench bench = new RegisterBench(office.context());
            bench.load(persons, office.address());
            boolean kept = office.context().getBean(Headcounts.class).keep(Calendar.TODAY);
            if (!kept) {
                throw new IllegalStateException("somebody else counts persons");
            }
            bench.measure();
        }
        if (arguments.length < 2) {
            PostgresBinaries.deleteTree(path);
        }
    }

    private void load(long persons, DatabaseAddress address) throws SQLException, IOException {
        long there = scoped(() -> office.getBean(JdbcClient.class)
                .sql("select count(*) from register.person")
                .query(Long.class)
                .single());
        if (there > 0) {
            System.out.println("persons there: " + there);
            return;
        }
        long begun = System.nanoTime();
        long written = BigRegister.load(
                office,
                persons,
                rows -> System.err.println("a roster of " + rows + " is in after " + seconds(begun) + " s"));
        System.out.println("loaded " + written + " persons in " + seconds(begun) + " s");
        try (Connection owner = DriverManager.getConnection(
                        address.url(), address.owner().role(), address.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum (analyze) register.person");
            statement.execute("vacuum (analyze) register.household");
            statement.execute("vacuum (analyze) register.status_spell");
            statement.execute("vacuum (analyze) register.headcount_change");
            statement.execute("vacuum (analyze) register.person_version");
        }
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    /** A person to ask for. */
    private record Sample(long id, String name, String idNumber, String path) {}

    private void measure() {
        Secrets secrets = office.getBean(Secrets.class);
        List<Sample> samples = scoped(() -> office.getBean(JdbcClient.class)
                .sql("""
                        select id, name, id_sealed, path from register.person
                        where char_length(name) = 3 order by hashint8(id), id limit :most
                        """)
                .param("most", SAMPLES)
                .query((row, number) -> new Sample(
                        row.getLong("id"),
                        row.getString("name"),
                        secrets.open(FieldKind.ID_NUMBER, row.getBytes("id_sealed")),
                        row.getString("path")))
                .list());
        People people = office.getBean(People.class);
        PersonFiles files = office.getBean(PersonFiles.class);
        Headcounts headcounts = office.getBean(Headcounts.class);
        LocalDate today = Calendar.TODAY;
        String county = BigRegister.CLERK.scope().path();
        System.out.println("| ten users at once | median ms | p95 ms | most ms |");
        ask("by ID number", samples, one -> people.withIdNumber(one.idNumber(), today));
        ask("by name, 2 characters", samples, one -> people.named(one.name().substring(0, 2), today, 50));
        ask("by name, 3 characters", samples, one -> people.named(one.name(), today, 50));
        ask("by village", samples, one -> people.list(query(one.path(), PersonQuery.Order.PLACE)));
        ask("county, first page by place", samples, one -> people.list(query(county, PersonQuery.Order.PLACE)));
        ask("county, first page by name", samples, one -> people.list(query(county, PersonQuery.Order.NAME)));
        ask(
                "village, who held a status on 2019-12-31",
                samples,
                one -> people.list(held(one.path(), PersonQuery.Order.PLACE)));
        ask("county, the same by place", samples, one -> people.list(held(county, PersonQuery.Order.PLACE)));
        ask("county, the same by name", samples, one -> people.list(held(county, PersonQuery.Order.NAME)));
        ask(
                "county, how many of them live elsewhere",
                samples,
                one -> people.elsewhere(held(county, PersonQuery.Order.PLACE)));
        ask("county, how many in all", samples, one -> people.count(query(county, PersonQuery.Order.PLACE)));
        ask("headcounts today", samples, one -> headcounts.below(county, today));
        ask("headcounts 2019-12-31", samples, one -> headcounts.below(county, Calendar.REFERENCE));
        ask(
                "headcounts of another day",
                samples,
                one -> headcounts.below(county, LocalDate.of(2015, 1, 1).plusDays(one.id() % 1900)));
        Timing.print("person page", Timing.of(SAMPLES, at -> {
            Sample one = samples.get(at % samples.size());
            if (files.find(BigRegister.CLERK, one.id(), today).isEmpty()) {
                throw new IllegalStateException("a person is gone");
            }
        }));
        System.out.printf("most heap used %d MB%n", Runtime.getRuntime().totalMemory() >> 20);
    }

    private static PersonQuery query(String place, PersonQuery.Order order) {
        return new PersonQuery(place, null, 0, Calendar.TODAY, order, 0, 50);
    }

    private static PersonQuery held(String place, PersonQuery.Order order) {
        return new PersonQuery(place, StatusKind.POLICY_BENEFICIARY, 0, Calendar.REFERENCE, order, 0, 50);
    }

    /** A question about a person, asked within the clerk's scope. */
    private interface Question {
        Object ask(Sample sample);
    }

    private void ask(String what, List<Sample> samples, Question question) {
        IntConsumer once = at -> {
            Object answer = scoped(() -> question.ask(samples.get(at % samples.size())));
            if (answer == null) {
                throw new IllegalStateException(what);
            }
        };
        Timing.print(what, Timing.of(SAMPLES, once));
    }

    private <T> T scoped(Supplier<T> work) {
        return office.getBean(ScopedWork.class).read(BigRegister.CLERK, work);
    }
}
