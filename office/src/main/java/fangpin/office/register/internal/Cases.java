package fangpin.office.register.internal;

import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.StatusKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of determinations: reading them, adding them, moving them on. */
@Component
public final class Cases {
    private static final String COLUMNS = """
            select d.id, d.path, d.household_id, h.number, d.kind, d.status_kind, d.stage, d.pack, d.clause, d.reason, d.found_by,
                   d.effective_on, d.notice_from, d.notice_to, d.to_path, d.other_person_id, d.spell_id, d.spell_from, d.spell_to,
                   d.version, d.entered_by, d.approved_by, d.declared_on, m.ids as member_ids, m.names as member_names
            from register.determination d join register.household h on h.id = d.household_id
            cross join lateral (
                select array_agg(p.id order by p.relation, p.id) as ids, array_agg(p.name order by p.relation, p.id) as names
                from register.determination_person dp join register.person p on p.id = dp.person_id
                where dp.determination_id = d.id) m
            """;
    private static final String ONE = COLUMNS + " where d.id = :id";
    private static final String LOCKED = COLUMNS + " where d.id = :id for update of d";
    private static final String LIST = COLUMNS + """
             where d.path >= :place and d.path < :place || '~'
               and (:stage::text is null or d.stage = :stage) and (:kind::text is null or d.kind = :kind)
               and (:open::boolean is not true or d.stage in ('declared', 'investigated', 'recognised', 'noticed'))
               and d.id < :before
             order by d.id desc limit :most
            """;
    private static final String OPEN = COLUMNS + """
             where d.path >= :place and d.path < :place || '~' and d.stage in ('declared', 'investigated', 'recognised', 'noticed')
               and d.id > :after
             order by d.id limit :most
            """;
    private static final String OF_HOUSEHOLD = COLUMNS + " where d.household_id = :household order by d.id desc";

    private final JdbcClient database;

    Cases(JdbcClient database) {
        this.database = database;
    }

    /** The case, as it is. */
    public Optional<Determination> find(long id) {
        return database.sql(ONE).param("id", id).query(Cases::read).optional();
    }

    /** The case, held until the transaction ends. */
    public Optional<Determination> hold(long id) {
        return database.sql(LOCKED).param("id", id).query(Cases::read).optional();
    }

    /** Cases of a place, the newest first, from before an id on. */
    public List<Determination> list(
            String place,
            Determination.@Nullable Stage stage,
            Determination.@Nullable Kind kind,
            boolean openOnly,
            long before,
            int most) {
        return database.sql(LIST)
                .param("place", place)
                .param("stage", stage == null ? null : Determination.word(stage))
                .param("kind", kind == null ? null : Determination.word(kind))
                .param("open", openOnly)
                .param("before", before)
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /** Open cases of a place, the oldest first, from after an id on. */
    public List<Determination> open(String place, long after, int most) {
        return database.sql(OPEN)
                .param("place", place)
                .param("after", after)
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /** All cases of a household, the newest first. */
    public List<Determination> ofHousehold(long householdId) {
        return database.sql(OF_HOUSEHOLD)
                .param("household", householdId)
                .query(Cases::read)
                .list();
    }

    /** Whether a person has an open case of this kind, also as the record that is merged into another. */
    public boolean isUnderWay(List<Long> persons, Determination.Kind kind) {
        return database.sql("""
                        select exists (select from register.determination d
                            where (d.other_person_id = any (:persons) or d.id in (
                                    select determination_id from register.determination_person where person_id = any (:persons)))
                              and d.kind = :kind and d.stage in ('declared', 'investigated', 'recognised', 'noticed'))
                        """)
                .param("persons", persons.toArray(Long[]::new))
                .param("kind", Determination.word(kind))
                .query(Boolean.class)
                .single();
    }

    /** Adds a case at its first stage, with its persons. */
    public long add(Declaration said, long householdId, String path, long actor, LocalDate today) {
        Declaration.CorrectedSpell spell = said.spell();
        long id = database.sql("""
                        insert into register.determination (path, household_id, kind, status_kind, stage, pack, clause, reason, found_by,
                            effective_on, to_path, other_person_id, spell_id, spell_from, spell_to, entered_by, declared_on)
                        values (:path, :household, :kind, :status, 'declared', :pack, :clause, :reason, :foundBy,
                            :effectiveOn, :toPath, :other, :spell, :spellFrom, :spellTo, :actor, :today)
                        returning id
                        """)
                .param("path", path)
                .param("household", householdId)
                .param("kind", Determination.word(said.kind()))
                .param(
                        "status",
                        said.statusKind() == null ? null : said.statusKind().id())
                .param("pack", said.pack())
                .param("clause", said.clause())
                .param("reason", said.reason())
                .param("foundBy", Determination.word(said.foundBy()))
                .param("effectiveOn", said.effectiveOn())
                .param("toPath", said.toPath())
                .param("other", said.otherPersonId())
                .param("spell", spell == null ? null : spell.spellId())
                .param("spellFrom", spell == null ? null : spell.from())
                .param("spellTo", spell == null ? null : spell.to())
                .param("actor", actor)
                .param("today", today)
                .query(Long.class)
                .single();
        database.sql("""
                        insert into register.determination_person (determination_id, person_id, path)
                        select :id, person_id, :path from unnest(:persons::bigint[]) as person_id
                        """)
                .param("id", id)
                .param("path", path)
                .param("persons", said.persons().toArray(Long[]::new))
                .update();
        step(id, path, Determination.Stage.DECLARED, said.reason(), actor, today);
        return id;
    }

    /** Moves a case on and writes the step down. */
    public void advance(
            Determination before,
            Determination.Stage stage,
            String note,
            @Nullable Long approvedBy,
            long actor,
            LocalDate today) {
        database.sql("""
                        update register.determination
                        set stage = :stage, version = version + 1, approved_by = coalesce(:approvedBy, approved_by) where id = :id
                        """)
                .param("stage", Determination.word(stage))
                .param("approvedBy", approvedBy)
                .param("id", before.id())
                .update();
        step(before.id(), before.path(), stage, note, actor, today);
    }

    /** Sets the days of the public notice. */
    public void show(long id, LocalDate from, LocalDate to) {
        database.sql("update register.determination set notice_from = ?, notice_to = ? where id = ?")
                .params(from, to, id)
                .update();
    }

    /** The steps a case has gone, the first first. */
    public List<CaseStep> steps(long id) {
        return database.sql("""
                        select stage, happened_on, note, entered_by from register.determination_step
                        where determination_id = ? order by id
                        """)
                .param(id)
                .query((row, number) -> new CaseStep(
                        stage(row.getString("stage")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("note"),
                        row.getLong("entered_by")))
                .list();
    }

    private void step(long id, String path, Determination.Stage stage, String note, long actor, LocalDate today) {
        database.sql("""
                        insert into register.determination_step (determination_id, path, stage, happened_on, note, entered_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, path, Determination.word(stage), today, note, actor)
                .update();
    }

    private static Determination read(ResultSet row, int number) throws SQLException {
        return new Determination(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("household_id"),
                row.getString("number"),
                Determination.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("status_kind"))
                        .flatMap(StatusKind::of)
                        .orElse(null),
                stage(row.getString("stage")),
                row.getString("pack"),
                row.getString("clause"),
                row.getString("reason"),
                Determination.FoundBy.valueOf(row.getString("found_by").toUpperCase(Locale.ROOT)),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("notice_from", LocalDate.class),
                row.getObject("notice_to", LocalDate.class),
                row.getString("to_path"),
                row.getObject("other_person_id", Long.class),
                row.getObject("spell_id", Long.class),
                row.getObject("spell_from", LocalDate.class),
                row.getObject("spell_to", LocalDate.class),
                row.getInt("version"),
                row.getLong("entered_by"),
                row.getObject("approved_by", Long.class),
                row.getObject("declared_on", LocalDate.class),
                members(row));
    }

    /** The persons of a case, as one row brings them; none where none of them is of one's own division any more. */
    private static List<Determination.Member> members(ResultSet row) throws SQLException {
        Array ids = row.getArray("member_ids");
        if (ids == null) {
            return List.of();
        }
        Long[] persons = (Long[]) ids.getArray();
        String[] names = (String[]) row.getArray("member_names").getArray();
        return IntStream.range(0, persons.length)
                .mapToObj(at -> new Determination.Member(persons[at], names[at]))
                .toList();
    }

    private static Determination.Stage stage(String word) {
        return Determination.Stage.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
