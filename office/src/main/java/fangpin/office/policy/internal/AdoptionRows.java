package fangpin.office.policy.internal;

import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of adoptions. */
@Component
public final class AdoptionRows {
    private static final String SELECT = """
            select a.*, array(select reading from policy.adopted_reading r where r.adoption_id = a.id order by reading) as readings,
                array(select choice from policy.adopted_reading r where r.adoption_id = a.id order by reading) as choices
            from policy.adoption a
            """;
    private static final RowMapper<Adoption> ADOPTION = (row, number) -> read(row);

    private final JdbcClient database;

    /** Over a database. */
    public AdoptionRows(JdbcClient database) {
        this.database = database;
    }

    /** All of a pack, the newest first. */
    public List<Adoption> of(String pack) {
        return database.sql(SELECT + " where a.pack = ? order by a.id desc")
                .param(pack)
                .query(ADOPTION)
                .list();
    }

    /** One of them. */
    public Optional<Adoption> find(long id) {
        return database.sql(SELECT + " where a.id = ?")
                .param(id)
                .query(ADOPTION)
                .optional();
    }

    /** The one in use. */
    public Optional<Adoption> inUse(String pack) {
        return database.sql(SELECT + " where a.pack = ? and a.stage = 'in_use'")
                .param(pack)
                .query(ADOPTION)
                .optional();
    }

    /** Proposals about a division or one below it. */
    public List<Adoption> waitingWithin(String path) {
        return database.sql(SELECT + " where a.stage = 'proposed' and starts_with(a.path, ?) order by a.id")
                .param(path)
                .query(ADOPTION)
                .list();
    }

    /** The file that an adoption closes open terms with. */
    public Optional<Adoptions.Fill> fillOf(long id) {
        return database.sql("select fill_name, fill from policy.adoption where id = ? and fill is not null")
                .param(id)
                .query((row, number) -> new Adoptions.Fill(row.getString("fill_name"), row.getString("fill")))
                .optional();
    }

    /** Whether a proposal waits; from now on until the transaction ends nobody else makes one of this pack. */
    public boolean waits(String pack) {
        database.sql("select pg_advisory_xact_lock(hashtext('policy.adoption'), hashtext(?))")
                .param(pack)
                .query((row, number) -> number)
                .single();
        return database.sql("select exists (select from policy.adoption where pack = ? and stage = 'proposed')")
                .param(pack)
                .query(Boolean.class)
                .single();
    }

    /** Keeps a proposal. */
    public long insert(String path, Adoptions.Proposal wanted, String hash, long actor, LocalDate today) {
        Adoptions.Fill fill = wanted.fill();
        return database.sql("""
                        insert into policy.adoption (path, pack, hash, fill_name, fill, reason, stage, proposed_by, proposed_on)
                        values (:path, :pack, :hash, :fillName, :fill, :reason, 'proposed', :actor, :today) returning id
                        """)
                .param("path", path)
                .param("pack", wanted.pack())
                .param("hash", hash)
                .param("fillName", fill == null ? null : fill.name())
                .param("fill", fill == null ? null : fill.text())
                .param("reason", wanted.reason().strip())
                .param("actor", actor)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** Keeps its readings. */
    public void insertReadings(long id, String path, Map<String, String> readings) {
        readings.forEach((reading, choice) -> database.sql(
                        "insert into policy.adopted_reading (adoption_id, path, reading, choice) values (?, ?, ?, ?)")
                .params(id, path, reading, choice)
                .update());
    }

    /** Whether a proposal still waits as somebody saw it; it is locked then. */
    public boolean holds(long id, int version) {
        return database.sql("select version from policy.adoption where id = ? and stage = 'proposed' for update")
                .param(id)
                .query(Integer.class)
                .optional()
                .filter(held -> held == version)
                .isPresent();
    }

    /** Ends what is in use. */
    public void replace(String pack, LocalDate today) {
        database.sql("""
                        update policy.adoption set stage = 'replaced', ended_on = :today, version = version + 1
                        where pack = :pack and stage = 'in_use'
                        """).param("today", today).param("pack", pack).update();
    }

    /** Answers a proposal. */
    public void answer(long id, Adoption.Stage stage, String answer, long actor, LocalDate today) {
        database.sql("""
                        update policy.adoption set stage = :stage, answer = :answer, answered_by = :actor, answered_on = :today,
                            version = version + 1
                        where id = :id
                        """)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("answer", answer)
                .param("actor", actor)
                .param("today", today)
                .param("id", id)
                .update();
    }

    private static Adoption read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Adoption(
                row.getLong("id"),
                row.getString("pack"),
                row.getString("hash"),
                readings(row),
                row.getString("fill_name"),
                row.getString("reason"),
                Adoption.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getLong("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                answer == null ? "" : answer,
                row.getObject("ended_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Map<String, String> readings(ResultSet row) throws SQLException {
        String[] ids = texts(row.getArray("readings"));
        String[] choices = texts(row.getArray("choices"));
        Map<String, String> readings = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            readings.put(ids[i], choices[i]);
        }
        return readings;
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
