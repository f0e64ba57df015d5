package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 参保查询: who is insured, and which cover a person has. Asked by whole ID number or by the person's record, never by name. */
@Service
public final class Covers {
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
        byte[] index = secrets.index(FieldKind.ID_NUMBER, idNumber.strip().toUpperCase(Locale.ROOT));
        return work.read(
                actor,
                () -> database.sql("select * from enrolment.insured_with(?)")
                        .param(index)
                        .query((row, number) -> new Insured(
                                row.getLong("person_id"),
                                row.getString("path"),
                                row.getString("name"),
                                row.getInt("sex"),
                                row.getObject("born_on", LocalDate.class)))
                        .optional());
    }

    /** What covers a person, by pack and product. */
    public List<Cover> of(Actor actor, long person) {
        return work.read(
                actor,
                () -> database.sql("select * from enrolment.covers_of(?) order by pack, product")
                        .param(person)
                        .query((row, number) -> new Cover(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("pack"),
                                row.getString("product"),
                                row.getString("category"),
                                row.getString("clause"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class),
                                row.getString("policy_number")))
                        .list());
    }
}
