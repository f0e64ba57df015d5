package fangpin.office.access.internal;

import fangpin.office.access.KeysRefusedException;
import fangpin.office.access.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 密钥与数据库相符: the database remembers a mark of each key it was sealed with. An office whose folder of keys is lost, foreign or
 * too old does not start, and above all does not make new keys beside data that the old ones sealed.
 */
@Component
final class KeyMarks implements SmartInitializingSingleton {
    private static final String ALL = """
            select name, encode(mark, 'hex') as mark from access.key_mark
            """;
    private static final String ADD = """
            insert into access.key_mark (name, mark, seen_at) values (?, decode(?, 'hex'), ?) on conflict (name) do nothing
            """;

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;

    KeyMarks(JdbcClient database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, String> here = marks();
        Map<String, String> known = new TreeMap<>();
        database.sql(ALL).query(row -> {
            known.put(row.getString("name"), row.getString("mark"));
        });
        known.forEach((name, mark) -> {
            if (!mark.equals(here.get(name))) {
                throw new KeysRefusedException("密钥文件夹与数据库不符，请从备份恢复密钥 " + name
                        + "。 The folder of keys does not belong to this database; restore the key " + name);
            }
        });
        here.forEach((name, mark) -> database.sql(ADD)
                .params(name, mark, clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        KeyFolder keys = secrets.keys();
        marks.put("index", KeyMark.of(keys.indexKey()));
        marks.put("audit", KeyMark.of(keys.auditKey()));
        keys.seals().forEach((id, key) -> marks.put("seal-" + id, KeyMark.of(key)));
        return marks;
    }
}
