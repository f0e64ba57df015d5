package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.office.TestDatabase;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.FieldKind;
import fangpin.office.access.IndexRotation;
import fangpin.office.access.MissingHashes;
import fangpin.office.access.Secrets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that were corrected before the office kept them: the upgrade takes them out of the versions, the next start makes their hashes. */
final class FormerNumbersUpgradeTest {
    private static final String MIXED = """
            insert into register.division (path, code, kind, name_zh, name_en, valid_from)
            values ('370000/', '370000', 'province', 'x', 'x', '2000-01-01');
            insert into register.household (number, division_id, path, entered_by) select 'H', id, path, 1 from register.division;
            insert into register.person (household_id, path, name, entered_by)
            select household.id, path, name, 1
            from register.household, (values (1, 'corrected'), (2, 'renamed'), (3, 'twin'), (4, 'kept'), (5, 'moved')) as said (n, name) order by n;
            update register.person set merged_into = 4 where id = 3;
            insert into register.determination (path, household_id, kind, stage, pack, clause, reason, found_by, effective_on,
                entered_by, approved_by, declared_on)
            select '370000/', household.id, kind, 'filed', 'p', 'c', 'r', 'data', '2020-05-01', 1, 2, '2020-05-01'
            from register.household, (values (1, 'identity'), (2, 'identity'), (3, 'move')) as said (n, kind) order by n;
            insert into register.determination_step (determination_id, path, stage, happened_on, note, entered_by)
            values (1, '370000/', 'filed', '2020-05-03', '', 2);
            insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, relation, merged_into,
                true_from, reason, entered_by, determination_id)
            select person_id, said.version, '370000/', household.id, name, decode(sealed, 'hex'), 1, '02', merged, '2020-01-01', 'r', 1,
                determination
            from register.household, (values
                (1, 1, 'corrected', 'SEALED1', null, null), (1, 2, 'corrected', 'SEALED2', null, 1), (1, 3, 'corrected', 'SEALED2', null, null),
                (2, 1, 'renamd', 'SEALED3', null, null), (2, 2, 'renamed', 'SEALED3', null, 2),
                (3, 1, 'twin', 'SEALED4', null, null), (3, 2, 'twin', null, 4, null), (3, 3, 'twin', null, 4, null),
                (4, 1, 'kept', 'SEALED5', null, null), (5, 1, 'moved', 'SEALED5', null, null), (5, 2, 'moved', 'SEALED5', null, 3)
            ) as said (person_id, version, name, sealed, merged, determination)
            """;

    @TempDir
    Path folder;

    private final DatabaseAddress database = TestDatabase.empty();

    @Test
    void whatWasCorrectedBeforeIsFoundAfterTheNextStart() throws Exception {
        Migrations.run(database, MigrationVersion.fromVersion("345"));
        Path keys = folder.resolve("keys");
        Secrets secrets = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        String rows = MIXED;
        for (int person = 1; person <= 5; person++) {
            rows = rows.replace("SEALED" + person, sealed(secrets, person));
        }
        Rows.execute(database, rows);
        Migrations.run(database);
        assertEquals(3, Rows.count(database, "select count(*) from register.former_number where id_index is null"));
        assertEquals("", found(secrets, 1));
        assertEquals(0, IndexRotation.run(database, keys, CryptoSuite.INTERNATIONAL), "what has no hash yet waits");

        Secrets anew = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        assertEquals(3, MissingHashes.fill(database, anew));
        assertEquals(0, MissingHashes.fill(database, anew), "nothing is left");
        assertEquals("1 2020-05-03", found(anew, 1));
        assertEquals("", found(anew, 2));
        String today = Rows.text(database, "select current_date::text");
        assertEquals("4 " + today, found(anew, 4), "the record that the duplicate was merged into");

        assertEquals(3, IndexRotation.run(database, keys, CryptoSuite.NATIONAL));
        assertEquals("", found(anew, 1));
        assertEquals("1 2020-05-03", found(Secrets.in(keys, CryptoSuite.NATIONAL), 1));
    }

    /** A value that cannot be opened does not keep the office closed; the others are hashed. */
    @Test
    void aBrokenValueIsLeftOut() throws Exception {
        Migrations.run(database);
        Secrets secrets = Secrets.in(folder.resolve("keys"), CryptoSuite.INTERNATIONAL);
        Rows.execute(database, """
                insert into register.division (path, code, kind, name_zh, name_en, valid_from)
                values ('370000/', '370000', 'province', 'x', 'x', '2000-01-01');
                insert into register.household (number, division_id, path, entered_by) select 'H', id, path, 1 from register.division;
                insert into register.person (household_id, path, name, entered_by) select id, path, 'x', 1 from register.household;
                insert into register.former_number (person_id, path, id_sealed)
                select id, path, decode(sealed, 'hex') from register.person, (values ('00'), ('%s')) as said (sealed)
                """.formatted(sealed(secrets, 1)));
        assertEquals(1, MissingHashes.fill(database, secrets));
        assertEquals(1, Rows.count(database, "select count(*) from register.former_number where id_index is null"));
    }

    private static String number(int person) {
        return "99000019500101" + (1000 + person);
    }

    private static String sealed(Secrets secrets, int person) {
        return HexFormat.of().formatHex(secrets.seal(FieldKind.ID_NUMBER, number(person)));
    }

    /** Whose number it was once, and until when. */
    private String found(Secrets secrets, int person) throws Exception {
        String hash = HexFormat.of().formatHex(secrets.index(FieldKind.ID_NUMBER, number(person)));
        return Rows.text(database, """
                select coalesce(string_agg(person_id || ' ' || corrected_on, ', '), '')
                from (select set_config('fangpin.scope', '370000/', false)) scope
                cross join lateral register.former_holders(array[decode('%s', 'hex')])
                """.formatted(hash));
    }
}
