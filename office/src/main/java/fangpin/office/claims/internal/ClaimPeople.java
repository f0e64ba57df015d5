package fangpin.office.claims.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Role;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a claim can be about: persons of one's division; for an insurer's login those whom its insurer covers, and nobody else. */
@Component
public final class ClaimPeople {
    private final JdbcClient database;
    private final Covers covers;
    private final Secrets secrets;

    ClaimPeople(JdbcClient database, Covers covers, Secrets secrets) {
        this.database = database;
        this.covers = covers;
        this.secrets = secrets;
    }

    /** A cover with the insurer that answers for it. */
    public record Insured(Cover cover, long insurerId, String insurer) {}

    /** A person, one of his covers and the rules by which it pays. */
    public record Covered(Covers.Insured person, Cover cover, long insurerId, String insurer, ClaimRules.Rules rules) {}

    /** A person of one's division by his record. */
    public Optional<Covers.Insured> person(long id) {
        return database.sql("""
                        select id, path, name, sex, born_on from register.person where id = ? and merged_into is null and not withdrawn
                        """)
                .param(id)
                .query((row, number) -> new Covers.Insured(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getString("name"),
                        row.getInt("sex"),
                        row.getObject("born_on", LocalDate.class)))
                .optional();
    }

    /** The covers of a person that the actor may report a claim on. */
    public List<Insured> covers(Actor actor, long person) {
        boolean insurer = actor.roles().contains(Role.INSURER);
        Map<Long, Insurer> insurers = new HashMap<>();
        database.sql(
                        "select cover_id, insurer_id, insurer from claims.insurers_of(?) where not ? or claims.sees(insurer_id)")
                .params(person, insurer)
                .query((row, number) -> insurers.put(
                        row.getLong("cover_id"), new Insurer(row.getLong("insurer_id"), row.getString("insurer"))))
                .list();
        return covers.of(actor, person).stream()
                .flatMap(cover -> Stream.ofNullable(insurers.get(cover.id()))
                        .map(its -> new Insured(cover, its.id(), its.name())))
                .toList();
    }

    private record Insurer(long id, String name) {}

    /** The person's ID number with its middle hidden; empty when there is none. */
    public String maskedId(long person) {
        return database.sql("select id_sealed from register.person where id = ? and id_sealed is not null")
                .param(person)
                .query(byte[].class)
                .optional()
                .map(kept -> Mask.of(FieldKind.ID_NUMBER, secrets.open(FieldKind.ID_NUMBER, kept)))
                .orElse("");
    }
}
