package fangpin.office.register.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.register.Identity;
import fangpin.office.register.IdentityChange;
import fangpin.office.register.IdentityPaper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names, ID numbers, sexes and birthdays: as persons have them, and as cases say they should be. */
@Component
public final class Identities {
    private static final String CORRECTION = """
            select correction.*, member.person_id from register.identity_correction correction
            join register.determination_person member on member.determination_id = correction.determination_id
            where correction.determination_id = ?
            """;

    private final JdbcClient database;
    private final Secrets secrets;
    private final PersonRows rows;
    private final FormerNumbers former;

    Identities(JdbcClient database, Secrets secrets, PersonRows rows, FormerNumbers former) {
        this.database = database;
        this.secrets = secrets;
        this.rows = rows;
        this.former = former;
    }

    /** Who somebody is on record, and the record's version. */
    record Held(Identity identity, int version) {}

    /** What is on record, held until the transaction ends; none for records merged into others or taken back with their roster. */
    Optional<Held> hold(long person) {
        return database.sql("""
                        select name, id_sealed, sex, born_on, version from register.person
                        where id = ? and merged_into is null and not withdrawn for update
                        """)
                .param(person)
                .query((row, number) -> new Held(identity(row, ""), row.getInt("version")))
                .optional();
    }

    /** The county or zone in which somebody has this number, in one's own division or not; none while it is free. */
    Optional<String> placeOfHolder(String idNumber) {
        return database.sql("select register.place_name(register.division_holding(?))")
                .param(secrets.index(FieldKind.ID_NUMBER, idNumber))
                .query(String.class)
                .optional();
    }

    /** Since when a person's record says what it says of her: the first day of the first version of it. */
    Optional<LocalDate> since(long person) {
        return database.sql("select true_from from register.versions_of(?) order by true_from limit 1")
                .param(person)
                .query(LocalDate.class)
                .optional();
    }

    /** Writes down what a case says should stand in place of what stands. */
    void add(long determination, String path, IdentityPaper paper, Identity was, Identity right) {
        database.sql("""
                        insert into register.identity_correction (determination_id, path, paper, was_name, was_id_sealed, was_sex,
                            was_born_on, name, id_sealed, sex, born_on)
                        values (:determination, :path, :paper, :wasName, :wasSealed, :wasSex, :wasBorn, :name, :sealed, :sex, :born)
                        """)
                .param("determination", determination)
                .param("path", path)
                .param("paper", paper.id())
                .param("wasName", was.name())
                .param("wasSealed", sealed(was.idNumber()))
                .param("wasSex", was.sex())
                .param("wasBorn", was.bornOn())
                .param("name", right.name())
                .param("sealed", sealed(right.idNumber()))
                .param("sex", right.sex())
                .param("born", right.bornOn())
                .update();
    }

    /** What a case changes, as its page shows it; none for cases about something else. */
    public Optional<IdentityChange> shown(long determination) {
        return database.sql(CORRECTION)
                .param(determination)
                .query((row, number) -> new IdentityChange(
                        row.getLong("person_id"),
                        IdentityPaper.of(row.getString("paper")),
                        shown(row, "was_"),
                        shown(row, ""),
                        !Objects.equals(
                                identity(row, "was_").idNumber(),
                                identity(row, "").idNumber())))
                .optional();
    }

    private IdentityChange.Shown shown(ResultSet row, String prefix) throws SQLException {
        return new IdentityChange.Shown(
                row.getString(prefix + "name"),
                rows.maskedId(row.getBytes(prefix + "id_sealed")),
                row.getInt(prefix + "sex"),
                row.getObject(prefix + "born_on", LocalDate.class));
    }

    /** Both sides of a case: what stood when it was declared, and what is right. */
    record Sides(Identity was, Identity right) {}

    /** What a case says. */
    Sides sides(long determination) {
        return database.sql(CORRECTION)
                .param(determination)
                .query((row, number) -> new Sides(identity(row, "was_"), identity(row, "")))
                .single();
    }

    /** The number a case says is right. */
    public Optional<String> numberIn(long determination) {
        return database.sql(CORRECTION)
                .param(determination)
                .query((row, number) -> Optional.ofNullable(identity(row, "").idNumber()))
                .optional()
                .flatMap(number -> number);
    }

    /** The person is from now on who the case says she is: names, search by number and what is derived from the birthday follow. */
    void carryOut(long determination, long person) {
        Identity right = sides(determination).right();
        String number = right.idNumber();
        byte @Nullable [] index = number == null ? null : secrets.index(FieldKind.ID_NUMBER, number);
        former.keep(person, index, determination);
        database.sql("""
                        update register.person set name = :name, id_index = :index::bytea, id_sealed = :sealed::bytea, sex = :sex,
                            born_on = :born::date
                        where id = :person
                        """)
                .param("name", right.name())
                .param("index", index)
                .param("sealed", sealed(number))
                .param("sex", right.sex())
                .param("born", right.bornOn())
                .param("person", person)
                .update();
    }

    private byte @Nullable [] sealed(@Nullable String number) {
        return number == null ? null : secrets.seal(FieldKind.ID_NUMBER, number);
    }

    private Identity identity(ResultSet row, String prefix) throws SQLException {
        byte @Nullable [] sealed = row.getBytes(prefix + "id_sealed");
        return new Identity(
                row.getString(prefix + "name"),
                sealed == null ? null : secrets.open(FieldKind.ID_NUMBER, sealed),
                row.getInt(prefix + "sex"),
                row.getObject(prefix + "born_on", LocalDate.class));
    }
}
