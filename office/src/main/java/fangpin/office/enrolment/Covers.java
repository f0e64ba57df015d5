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
    private static final RowMapper<Cover> COVER = (row, number) -> cover(row, row.getLong("id"));

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

    /**
     * A cover with what a settlement by it needs besides.
     *
     * @param contract under which it is; null where there is none
     * @param adoption of its pack that is in use; null where there is none
     */
    public record Contracted(
            Cover cover, @Nullable Long contract, @Nullable Long adoption) {}

    /**
     * An insured person with what covers him.
     *
     * @param covers by pack and product, at least one
     */
    public record Covered(Insured insured, List<Contracted> covers) {}

    /** The insured persons among many ID numbers with what covers them, by the number as it was given. */
    public Map<String, Covered> insuredWithCovers(Actor actor, Collection<String> idNumbers) {
        Map<ByteBuffer, List<String>> given = idNumbers.stream()
                .distinct()
                .collect(Collectors.groupingBy(idNumber -> ByteBuffer.wrap(index(idNumber))));
        byte[][] indexes = given.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        Map<ByteBuffer, Covered> found = new HashMap<>();
        work.read(
                actor,
                () -> database.sql("select * from enrolment.insured_with_covers(?)")
                        .param(indexes)
                        .query((row, number) -> {
                            Insured insured = insured(row);
                            return found.computeIfAbsent(
                                            ByteBuffer.wrap(row.getBytes("id_index")),
                                            index -> new Covered(insured, new ArrayList<>()))
                                    .covers()
                                    .add(contracted(row));
                        })
                        .list());
        Map<String, Covered> byNumber = new HashMap<>();
        found.forEach((index, covered) ->
                given.getOrDefault(index, List.of()).forEach(idNumber -> byNumber.put(idNumber, covered)));
        return byNumber;
    }

    private static Contracted contracted(ResultSet row) throws SQLException {
        return new Contracted(
                cover(row, row.getLong("cover_id")),
                row.getObject("contract_id", Long.class),
                row.getObject("adoption_id", Long.class));
    }

    private static Cover cover(ResultSet row, long id) throws SQLException {
        return new Cover(
                id,
                row.getLong("person_id"),
                row.getString("pack"),
                row.getString("product"),
                row.getString("category"),
                row.getString("clause"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("policy_number"));
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
