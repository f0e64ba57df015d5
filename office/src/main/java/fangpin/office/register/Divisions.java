package fangpin.office.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 区划表: the divisions one may see: one's own with all below it, and those above it. Call within a scoped transaction. */
@Service
public final class Divisions {
    private static final RowMapper<Division> DIVISION = (row, number) -> new Division(
            row.getLong("id"),
            row.getString("path"),
            row.getString("code"),
            Division.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("name_zh"),
            row.getString("name_en"));

    private final JdbcClient database;

    Divisions(JdbcClient database) {
        this.database = database;
    }

    /** The division of a path, if one may see it. */
    public Optional<Division> find(String path) {
        return database.sql("select id, path, code, kind, name_zh, name_en from register.division where path = ?")
                .param(path)
                .query(DIVISION)
                .optional();
    }

    /** The divisions right below a path, by code. */
    public List<Division> below(String path) {
        return database.sql("""
                        select id, path, code, kind, name_zh, name_en from register.division
                        where parent_id = (select id from register.division where path = ?) and valid_to is null
                        order by code
                        """).param(path).query(DIVISION).list();
    }

    /** A village one can choose, named with its town: villages of one name are common. */
    public record Village(String path, String nameChinese, String nameEnglish) {}

    /** The villages within a division, by path. */
    public List<Village> villagesOf(String path) {
        return database.sql("""
                        select village.path, above.name_zh || ' ' || village.name_zh as name_zh,
                            village.name_en || ', ' || above.name_en as name_en
                        from register.division village join register.division above on above.id = village.parent_id
                        where village.path >= :path and village.path < :path || '~' and village.kind = 'village'
                          and village.valid_to is null
                        order by village.path
                        """)
                .param("path", path)
                .query((row, number) ->
                        new Village(row.getString("path"), row.getString("name_zh"), row.getString("name_en")))
                .list();
    }

    /** From the province down to the division itself. */
    public List<Division> chain(String path) {
        return database.sql("""
                        select id, path, code, kind, name_zh, name_en from register.division
                        where path = any (?) order by path
                        """).params((Object) downTo(path)).query(DIVISION).list();
    }

    /** The paths on the way down to one, with itself; in this form they are found by index. */
    private static String[] downTo(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(at -> path.substring(0, at + 1))
                .toArray(String[]::new);
    }

    /** The whole names of places, by path: 威海市 荣成市 俚岛镇 大庄村. */
    public Map<String, String> namesOf(Collection<String> paths) {
        Map<String, String> names = new HashMap<>();
        database.sql("select path, register.place_name(path) as name from unnest(?::text[]) as path")
                .param(paths.toArray(String[]::new))
                .query((row, number) -> names.put(row.getString("path"), row.getString("name")))
                .list();
        return names;
    }

    /** Towns and villages whose name holds the words, at most so many. */
    public List<Division> named(String words, int most) {
        return database.sql("""
                        select id, path, code, kind, name_zh, name_en from register.division
                        where position(? in name_zh) > 0 and valid_to is null and kind in ('town', 'village', 'unit', 'county', 'zone')
                        order by path limit ?
                        """).params(words, most).query(DIVISION).list();
    }
}
