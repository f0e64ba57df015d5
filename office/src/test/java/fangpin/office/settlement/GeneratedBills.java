package fangpin.office.settlement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.batch.Main;
import fangpin.office.RunningOffice;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills as {@code fangpin generate} makes them, settled by the file verb, with their persons entered in the office. */
final class GeneratedBills {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    /** The file of bills. */
    final Path bills;

    /** What the file verb settled: bill id to paid, self-paid, ineligible, paid in the year, as files write them. */
    final Map<String, List<String>> settled = new TreeMap<>();

    /** What it rejected: row to reason and column. */
    final Map<Long, List<String>> rejected = new TreeMap<>();

    GeneratedBills(Path folder, int persons, int count, int seed, String badShare) {
        bills = folder.resolve("bills.csv");
        verb(
                "generate",
                "--bills",
                Integer.toString(count),
                "--persons",
                Integer.toString(persons),
                "--seed",
                Integer.toString(seed),
                "--dir",
                folder.toString(),
                "--bad-rows",
                badShare);
        Path out = folder.resolve("settled.csv");
        Path rejects = folder.resolve("rejects.csv");
        verb(
                "settle",
                "--pack",
                "weihai-2020",
                "--product",
                "supplementary-medical",
                "--members",
                folder.resolve("members.csv").toString(),
                "--bills",
                bills.toString(),
                "--out",
                out.toString(),
                "--rejects",
                rejects.toString());
        List<String> header = cells(lines(out).getFirst());
        List<Integer> wanted = List.of("supplementary_paid", "self_paid", "ineligible_cost", "year_paid").stream()
                .map(header::indexOf)
                .toList();
        lines(out).stream()
                .skip(1)
                .map(GeneratedBills::cells)
                .forEach(row -> settled.put(
                        row.getFirst(), wanted.stream().map(row::get).toList()));
        lines(rejects).stream()
                .skip(1)
                .map(GeneratedBills::cells)
                .forEach(row -> rejected.put(Long.parseLong(row.getFirst()), List.of(row.get(2), row.get(3))));
    }

    private static void verb(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            status = Main.run(List.of(arguments), out, out);
        }
        assertTrue(status == 0 || status == 2, () -> said.toString(StandardCharsets.UTF_8));
    }

    /** The lines of a file. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** Enters the persons with the cover that the verb gives them (R13), in one village. */
    void enter(RunningOffice office, Ward ward) {
        Secrets secrets = office.part(Secrets.class);
        List<byte[]> indexes = new ArrayList<>();
        List<byte[]> sealed = new ArrayList<>();
        List<String> from = new ArrayList<>();
        for (String line :
                lines(bills.resolveSibling("members.csv")).stream().skip(1).toList()) {
            List<String> row = cells(line);
            LocalDate begun = LocalDate.parse(row.get(2));
            indexes.add(secrets.index(FieldKind.ID_NUMBER, row.getFirst()));
            sealed.add(secrets.seal(FieldKind.ID_NUMBER, row.getFirst()));
            from.add((begun.isBefore(YEAR) ? YEAR : begun).toString());
        }
        office.part(ScopedWork.class)
                .write(
                        ward.city,
                        () -> office.part(JdbcClient.class)
                                .sql("""
                        with place as (
                            select id, path from register.division where path = :path
                        ), given as materialized (
                            select * from unnest(:indexes::bytea[], :sealed::bytea[], :begun::date[]) with ordinality
                                as given (id_index, id_sealed, begun, place)
                        ), home as (
                            insert into register.household (number, division_id, path, entered_by)
                            select 'G-' || encode(substring(id_index for 12), 'hex'), place.id, place.path, :actor from given, place
                            returning id, path, number
                        ), person as (
                            insert into register.person (household_id, path, name, sex, born_on, relation, entered_by, id_index, id_sealed)
                            select home.id, home.path, '造' || given.place, 1, '1960-01-01', '01', :actor, id_index, id_sealed
                            from given join home on home.number = 'G-' || encode(substring(id_index for 12), 'hex')
                            returning id, path, id_index
                        )
                        insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, entered_by,
                            approved_by)
                        select person.path, person.id, 'weihai-2020', 'supplementary-medical', 'policy-beneficiary', 'WH3 §2b', begun,
                            '2021-01-01', 1, 2
                        from person join given using (id_index)
                        """)
                                .param("path", "370000/371000/371082/371082990/371082990201/")
                                .param("indexes", indexes.toArray(byte[][]::new))
                                .param("sealed", sealed.toArray(byte[][]::new))
                                .param("begun", from.toArray(String[]::new))
                                .param("actor", ward.city.userId())
                                .update());
    }
}
