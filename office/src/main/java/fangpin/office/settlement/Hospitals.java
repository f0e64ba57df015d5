package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 定点医院: those that settle with us. */
@Service
public final class Hospitals {
    private static final RowMapper<Hospital> HOSPITAL = (row, number) -> new Hospital(
            row.getLong("id"),
            row.getString("path"),
            row.getString("code"),
            row.getString("name_zh"),
            row.getString("name_en"));

    private final ScopedWork work;
    private final JdbcClient database;

    Hospitals(ScopedWork work, JdbcClient database) {
        this.work = work;
        this.database = database;
    }

    /** Those an actor may settle for: his own, or those of his division. */
    public List<Hospital> of(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("select * from settlement.hospital where starts_with(path, ?) order by path")
                        .param(actor.scope().path())
                        .query(HOSPITAL)
                        .list());
    }

    /** One of those, by its number. */
    public Optional<Hospital> find(Actor actor, long id) {
        return of(actor).stream().filter(hospital -> hospital.id() == id).findFirst();
    }

    /**
     * Enters a hospital below a county.
     *
     * @param countyPath the county it is in; must be the actor's or below
     */
    public Hospital add(Actor actor, String countyPath, String code, String nameChinese, String nameEnglish) {
        return work.write(
                actor,
                () -> database.sql("""
                        insert into settlement.hospital (path, code, name_zh, name_en) values (:path, :code, :chinese, :english) returning *
                        """)
                        .param("path", countyPath + "y-" + code.toLowerCase(java.util.Locale.ROOT) + "/")
                        .param("code", code)
                        .param("chinese", nameChinese)
                        .param("english", nameEnglish)
                        .query(HOSPITAL)
                        .single());
    }
}
