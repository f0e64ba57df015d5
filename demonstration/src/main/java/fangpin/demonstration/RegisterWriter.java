package fangpin.demonstration;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 成批登记: puts made-up households into the register as the office itself would: sealed, with first versions, statuses and headcounts,
 * within the scope of the transaction. Rows go as arrays, for PostgreSQL takes no COPY into tables with row-level security.
 */
final class RegisterWriter {
    private static final String HOUSEHOLDS = """
            insert into register.household (number, division_id, path, case_officer, case_officer_unit, entered_by, known_from)
            select given.number, division.id, given.path, given.officer, given.unit, :enteredBy, given.day + time '09:00'
            from unnest(:numbers::text[], :paths::text[], :officers::text[], :units::text[], :days::date[])
                as given (number, path, officer, unit, day)
            join register.division on division.path = given.path
            """;
    private static final String PERSONS = """
            insert into register.person (id, household_id, path, name, id_index, id_sealed, sex, born_on, relation, schooling,
                self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on, entered_by,
                known_from)
            overriding system value
            select given.id, household.id, household.path, given.name, given.id_index, given.id_sealed, given.sex, given.born,
                given.relation, given.schooling, given.self_care, given.student, given.phone, given.address, given.card,
                given.keeper, given.ground, given.died, :enteredBy, given.day + time '09:00'
            from unnest(:ids::bigint[], :numbers::text[], :names::text[], :indexes::bytea[], :sealed::bytea[], :sexes::smallint[],
                :born::date[], :relations::text[], :schooling::text[], :care::text[], :students::text[], :phones::bytea[],
                :addresses::bytea[], :cards::bytea[], :keepers::text[], :grounds::text[], :died::date[], :days::date[])
                as given (id, number, name, id_index, id_sealed, sex, born, relation, schooling, self_care, student, phone,
                    address, card, keeper, ground, died, day)
            join register.household on household.number = given.number
            """;
    private static final String VERSIONS = """
            insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, born_on, relation,
                schooling, self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on,
                true_from, reason, entered_by, known_from)
            select id, version, path, household_id, name, id_sealed, sex, born_on, relation, schooling, self_care, student,
                phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on, known_from::date, :reason,
                entered_by, known_from
            from register.person where id = any (:ids::bigint[])
            """;
    private static final String SPELLS = """
            insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, entered_by, approved_by, known_from)
            select given.id, person.path, given.kind, given.from_day, given.to_day, given.clause, :enteredBy, :approvedBy,
                given.from_day + time '09:00'
            from unnest(:ids::bigint[], :kinds::text[], :from::date[], :to::date[], :clauses::text[])
                as given (id, kind, from_day, to_day, clause)
            join register.person on person.id = given.id
            """;
    static final String REASON = "建档";

    private final JdbcClient database;
    private final Secrets secrets;
    private final IdentityHashMap<Person, Long> ids = new IdentityHashMap<>();

    RegisterWriter(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Writes households of one province; call within a transaction of its scope. */
    void write(List<Household> households, long enteredBy, long approvedBy) {
        if (households.isEmpty()) {
            return;
        }
        households(households, enteredBy);
        List<Row> rows = new ArrayList<>();
        for (Household household : households) {
            household.members().forEach(person -> rows.add(new Row(household, person)));
        }
        Long[] taken = take(rows.size());
        persons(rows, taken, enteredBy);
        database.sql(VERSIONS).param("ids", taken).param("reason", REASON).update();
        spells(rows, taken, enteredBy, approvedBy);
        database.sql("select register.count_persons(:ids, 1)")
                .param("ids", taken)
                .query((row, number) -> number)
                .single();
    }

    /** The register's number of a person of a story. */
    long idOf(Person person) {
        return Objects.requireNonNull(ids.get(person), "not of a story");
    }

    /** Remembers these persons' numbers when they are written. */
    void remember(List<Household> stories) {
        stories.forEach(household -> household.members().forEach(person -> ids.put(person, 0L)));
    }

    private record Row(Household household, Person person) {}

    private Long[] take(int count) {
        return database.sql("select nextval('register.person_id_seq') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    private void households(List<Household> households, long enteredBy) {
        database.sql(HOUSEHOLDS)
                .param("enteredBy", enteredBy)
                .param("numbers", texts(households, Household::number))
                .param(
                        "paths",
                        texts(households, household -> household.village().path()))
                .param("officers", texts(households, Household::caseOfficer))
                .param("units", texts(households, Household::caseOfficerUnit))
                .param(
                        "days",
                        texts(households, household -> household.enteredOn().toString()))
                .update();
    }

    private void persons(List<Row> rows, Long[] taken, long enteredBy) {
        for (int i = 0; i < taken.length; i++) {
            ids.replace(rows.get(i).person(), taken[i]);
        }
        database.sql(PERSONS)
                .param("enteredBy", enteredBy)
                .param("ids", taken)
                .param("numbers", texts(rows, row -> row.household().number()))
                .param("names", texts(rows, row -> row.person().name))
                .param("indexes", bytes(rows, row -> indexed(row.person().idNumber)))
                .param("sealed", bytes(rows, row -> sealed(FieldKind.ID_NUMBER, row.person().idNumber)))
                .param(
                        "sexes",
                        rows.stream().map(row -> (short) row.person().sex).toArray(Short[]::new))
                .param("born", texts(rows, row -> row.person().born.toString()))
                .param("relations", texts(rows, row -> row.person().relation))
                .param("schooling", texts(rows, row -> row.person().schooling))
                .param("care", texts(rows, row -> row.person().selfCare))
                .param("students", texts(rows, row -> row.person().student))
                .param("phones", bytes(rows, row -> sealed(FieldKind.PHONE, row.person().phone)))
                .param(
                        "addresses",
                        bytes(
                                rows,
                                row -> sealed(FieldKind.ADDRESS, row.household().address())))
                .param("cards", bytes(rows, row -> sealed(FieldKind.BANK_CARD, row.person().bankCard)))
                .param("keepers", texts(rows, row -> row.person().handbookKeeper))
                .param("grounds", texts(rows, row -> row.household().ground()))
                .param("died", texts(rows, row -> text(row.person().diedOn)))
                .param("days", texts(rows, row -> row.household().enteredOn().toString()))
                .update();
    }

    private void spells(List<Row> rows, Long[] taken, long enteredBy, long approvedBy) {
        List<Long> persons = new ArrayList<>();
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            for (Status status : rows.get(i).person().statuses) {
                persons.add(taken[i]);
                statuses.add(status);
            }
        }
        database.sql(SPELLS)
                .param("enteredBy", enteredBy)
                .param("approvedBy", approvedBy)
                .param("ids", persons.toArray(Long[]::new))
                .param("kinds", texts(statuses, status -> status.kind().id()))
                .param("from", texts(statuses, status -> status.from().toString()))
                .param("to", texts(statuses, status -> text(status.to())))
                .param("clauses", texts(statuses, Status::clause))
                .update();
    }

    private byte @Nullable [] sealed(FieldKind kind, @Nullable String clear) {
        return clear == null ? null : secrets.seal(kind, clear);
    }

    private byte @Nullable [] indexed(@Nullable String clear) {
        return clear == null ? null : secrets.index(FieldKind.ID_NUMBER, clear);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.apply(rows.get(i));
        }
        return texts;
    }

    private static <T> byte @Nullable [][] bytes(List<T> rows, Function<T, byte @Nullable []> value) {
        byte[] @Nullable [] bytes = new byte[rows.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = value.apply(rows.get(i));
        }
        return bytes;
    }
}
