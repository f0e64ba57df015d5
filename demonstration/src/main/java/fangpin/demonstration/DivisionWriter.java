package fangpin.demonstration;

import fangpin.office.register.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 登记区划: divisions, their codes now and formerly, and what villages are marked as. Call within the province's scope. */
final class DivisionWriter {
    private static final LocalDate EVER = LocalDate.of(1950, 1, 1);
    private static final String DIVISIONS = """
            insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
            select given.path, above.id, given.code, given.kind, given.zh, given.en, :since
            from unnest(:paths::text[], :above::text[], :codes::text[], :kinds::text[], :zh::text[], :en::text[])
                as given (path, above, code, kind, zh, en)
            left join register.division above on above.path = given.above
            """;
    private static final String CODES = """
            insert into register.division_code (division_id, path, code, name_zh, valid_from)
            select id, path, code, name_zh, :since from register.division
            where path = :path
            """;
    private static final String FORMER = """
            insert into register.division_code (division_id, path, code, name_zh, valid_from, valid_to)
            select id, path, :code, :name, :from, :to from register.division where path = :path
            """;
    private static final String MARK = """
            insert into register.division_mark (division_id, path, mark, clause, valid_from)
            select id, path, :mark, :clause, :from from register.division where path = :path
            """;

    private final JdbcClient database;

    DivisionWriter(JdbcClient database) {
        this.database = database;
    }

    /** Writes the divisions of a province, level by level. */
    void write(List<Place> places) {
        for (Division.Kind kind : Division.Kind.values()) {
            List<Place> level =
                    places.stream().filter(place -> place.kind() == kind).toList();
            if (!level.isEmpty()) {
                level(level);
            }
        }
    }

    private void level(List<Place> level) {
        database.sql(DIVISIONS)
                .param("since", EVER)
                .param("paths", texts(level, Place::path))
                .param("above", texts(level, Place::pathAbove))
                .param("codes", texts(level, Place::code))
                .param("kinds", texts(level, place -> place.kind().name().toLowerCase(Locale.ROOT)))
                .param("zh", texts(level, Place::nameChinese))
                .param("en", texts(level, Place::nameEnglish))
                .update();
    }

    /** The code of today, and the one before where there was another. */
    void codes(Place place, List<List<String>> former) {
        if (place.kind().compareTo(Division.Kind.ZONE) > 0) {
            return;
        }
        LocalDate since = EVER;
        for (List<String> row : former) {
            if (row.getFirst().equals(place.code())) {
                database.sql(FORMER)
                        .param("path", place.path())
                        .param("code", row.get(1))
                        .param("name", row.get(2))
                        .param("from", LocalDate.parse(row.get(3)))
                        .param("to", LocalDate.parse(row.get(4)))
                        .update();
                if (row.get(5).equals("renamed")) {
                    since = LocalDate.parse(row.get(4));
                }
            }
        }
        database.sql(CODES).param("path", place.path()).param("since", since).update();
    }

    void mark(Weihai.Mark mark) {
        database.sql(MARK)
                .param("path", mark.path())
                .param("mark", mark.mark())
                .param("clause", mark.clause())
                .param("from", mark.from())
                .update();
    }

    private static String[] texts(List<Place> places, Function<Place, String> value) {
        return places.stream().map(value).toArray(String[]::new);
    }
}
