package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 参保查询: who is insured, and which cover a person has. Asked by whole ID number or by the person's record, never by name. */
@Service
public final class Covers {
    private static final RowMapper<Cover> COVER = (row, number) -> new Cover(
            row.getLong("id"),
            row.getLong("person_id"),
            row.getString("pack"),
            row.getString("product"),
            row.getString("category"),
            row.getString("clause"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("policy_number"));

    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;

    Covers(ScopedWork work, JdbcClient database, Secrets secrets) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * An insured person, as a settlement desk sees him.
     *
     * @param path village, whose division answers for him
     * @param sex 1 male, 2 female
     */
    public record Insured(
            long personId,
            String path,
            String name,
            int sex,
            @Nullable LocalDate bornOn) {}

    /** The insured person with this ID number, wherever he lives; a lower-case x is taken for a capital one. */
    public Optional<Insured> insuredWith(Actor actor, String idNumber) {
        byte[] index = index(idNumber);
        return work.read(
                actor,
                () -> database.sql("select * from enrolment.insured_with(?)")
                        .param(index)
                        .query((row, number) -> insured(row))
                        .optional());
    }

    /** The insured persons among many ID numbers, by the number as it was given. */
    public Map<String, Insured> insuredAmong(Actor actor, Collection<String> idNumbers) {
        Map<ByteBuffer, List<String>> given = idNumbers.stream()
                .distinct()
                .collect(Collectors.groupingBy(idNumber -> ByteBuffer.wrap(index(idNumber))));
        byte[][] indexes = given.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        Map<String, Insured> found = new HashMap<>();
        work.read(
                actor,
                () -> database.sql("select * from enrolment.insured_among(?)")
                        .param(indexes)
                        .query((row, number) -> {
                            Insured insured = insured(row);
                            given.getOrDefault(ByteBuffer.wrap(row.getBytes("id_index")), List.of())
                                    .forEach(idNumber -> found.put(idNumber, insured));
                            return insured;
                        })
                        .list());
        return found;
    }

    private byte[] index(String idNumber) {
        return secrets.index(FieldKind.ID_NUMBER, idNumber.strip().toUpperCase(Locale.ROOT));
    }

    private static Insured insured(ResultSet row) throws SQLException {
        return new Insured(
                row.getLong("person_id"),
                row.getString("path"),
                row.getString("name"),
                row.getInt("sex"),
                row.getObject("born_on", LocalDate.class));
    }

    /**
     * A household, as a settlement desk sees it.
     *
     * @param number by which the register knows it
     */
    public record Household(long id, String number) {}

    /** The households of insured persons. */
    public Map<Long, Household> householdsOf(Actor actor, Collection<Long> persons) {
        Map<Long, Household> found = new HashMap<>();
        if (persons.isEmpty()) {
            return found;
        }
        Long[] ids = persons.stream().distinct().toArray(Long[]::new);
        work.read(
                actor,
                () -> database.sql("select * from enrolment.households_of(?)")
                        .param(ids)
                        .query((row, number) -> found.put(
                                row.getLong("person_id"),
                                new Household(row.getLong("household_id"), row.getString("number"))))
                        .list());
        return found;
    }

    /** What covers a person, by pack and product. */
    public List<Cover> of(Actor actor, long person) {
        return ofAll(actor, List.of(person)).getOrDefault(person, List.of());
    }

    /** What covers each of some persons, by pack and product; nobody is in it who has no cover. */
    public Map<Long, List<Cover>> ofAll(Actor actor, Collection<Long> persons) {
        Long[] ids = persons.stream().distinct().toArray(Long[]::new);
        List<Cover> covers = work.read(
                actor,
                () -> database.sql("select * from enrolment.covers_among(?) order by person_id, pack, product")
                        .param(ids)
                        .query(COVER)
                        .list());
        Map<Long, List<Cover>> byPerson = new HashMap<>();
        covers.forEach(cover -> byPerson.computeIfAbsent(cover.personId(), person -> new ArrayList<>())
                .add(cover));
        return byPerson;
    }
}
