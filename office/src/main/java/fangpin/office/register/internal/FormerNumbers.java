package fangpin.office.register.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 曾用证件号码: numbers that stood on records and were corrected away, so that who brings one again is recognised. */
@Component
public final class FormerNumbers {
    private static final String KEEP = """
            insert into register.former_number (person_id, path, id_index, id_sealed, determination_id)
            select id, path, id_index, id_sealed, :determination from register.person
            where id = :person and id_index is not null
            """;

    private final JdbcClient database;
    private final PersonRows rows;

    FormerNumbers(JdbcClient database, PersonRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Who had a number once.
     *
     * @param correctedOn the day on which the case was filed that took it away
     * @param place the county or zone where the person is on record today
     * @param here whether that is in the reader's own division
     * @param shownNow the number on record today, masked; empty where there is none or the reader may not see it
     */
    public record Former(LocalDate correctedOn, String place, boolean here, String shownNow) {}

    /** Keeps the number a case takes from a person, unless it stays; before the person is changed. */
    void keep(long person, byte @Nullable [] next, long determination) {
        database.sql(KEEP + " and id_index is distinct from :next::bytea")
                .param("person", person)
                .param("next", next)
                .param("determination", determination)
                .update();
    }

    /** Keeps the number of a record that is merged into one with a number of its own; before either is changed. */
    void keepMerged(long other, long kept, long determination) {
        database.sql(
                        KEEP
                                + " and exists (select from register.person one where one.id = :kept and one.id_index is not null)")
                .param("person", other)
                .param("kept", kept)
                .param("determination", determination)
                .update();
    }

    /** Who had the number of this hash once, anywhere; asked when nobody has it now, in a scoped transaction. */
    public Optional<Former> of(byte[] index) {
        return database.sql("""
                        select corrected_on, register.place_name(county) as place, person_id is not null as here, id_sealed
                        from register.former_holders(array[:index::bytea])
                        """)
                .param("index", index)
                .query((row, number) -> new Former(
                        row.getObject("corrected_on", LocalDate.class),
                        row.getString("place"),
                        row.getBoolean("here"),
                        rows.maskedId(row.getBytes("id_sealed"))))
                .optional();
    }
}
