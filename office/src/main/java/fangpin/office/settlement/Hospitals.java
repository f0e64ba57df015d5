package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Audit audit;

    // a hospital stays as it was entered: the office may add one and nothing else
    private final Map<Long, Hospital> known = new ConcurrentHashMap<>();

    Hospitals(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** Those an actor may settle for: his own, or those of his division. */
    public List<Hospital> of(Actor actor) {
        return work.read(
                actor,
                () -> database
                        .sql("select * from settlement.hospital where starts_with(path, ?) order by path")
                        .param(actor.scope().path())
                        .query(HOSPITAL)
                        .list()
                        .stream()
                        .filter(one -> !one.ofPaper())
                        .toList());
    }

    /** One of those, by its number. */
    public Optional<Hospital> find(Actor actor, long id) {
        Hospital found = known.get(id);
        if (found == null) {
            Optional<Hospital> asked =
                    of(actor).stream().filter(hospital -> hospital.id() == id).findFirst();
            asked.ifPresent(one -> known.put(id, one));
            return asked;
        }
        return Optional.of(found).filter(one -> actor.scope().holds(one.path()));
    }

    /**
     * Enters a hospital below a county or zone; its accounts get its path as their scope.
     *
     * @param countyPath the actor's own division, or below it
     */
    public Answer<Hospital> add(Actor actor, String countyPath, String code, String nameChinese, String nameEnglish) {
        String small = code.strip().toLowerCase(Locale.ROOT);
        if (!actor.may(Right.SYSTEM_MANAGE) || !actor.scope().holds(countyPath)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (!small.matches("[0-9a-z-]{2,30}") || small.startsWith(Hospital.PAPER) || nameChinese.isBlank()) {
            return Answer.refused(SettlementRefusal.HOSPITAL_WORDS);
        }
        return work.write(actor, () -> {
            Optional<Hospital> made = database.sql("""
                            insert into settlement.hospital (path, code, name_zh, name_en) values (:path, :code, :chinese, :english)
                            on conflict do nothing returning *
                            """)
                    .param("path", countyPath + "y-" + small + "/")
                    .param("code", small)
                    .param("chinese", nameChinese.strip())
                    .param("english", nameEnglish.isBlank() ? nameChinese.strip() : nameEnglish.strip())
                    .query(HOSPITAL)
                    .optional();
            if (made.isEmpty()) {
                return Answer.refused(SettlementRefusal.HOSPITAL_THERE);
            }
            audit.record(actor, AuditAction.ENTERED, "hospital/" + made.get().id(), Map.of("code", small));
            return Answer.done(made.get());
        });
    }

    /** 手工报销: what stands for a hospital where a county settles paper bills; made when it is first needed, within the caller's transaction. */
    Hospital paperDesk(String countyPath) {
        String[] codes = countyPath.split("/", -1);
        String code = Hospital.PAPER + codes[codes.length - 2];
        database.sql("""
                        insert into settlement.hospital (path, code, name_zh, name_en) values (?, ?, '手工报销', 'Paper bills')
                        on conflict do nothing
                        """).params(countyPath + "y-" + code + "/", code).update();
        return database.sql("select * from settlement.hospital where code = ?")
                .param(code)
                .query(HOSPITAL)
                .single();
    }
}
