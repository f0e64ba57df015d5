package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.ScopedWork;
import fangpin.office.register.PersonFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk sees the rows of his own division and below, of every table. */
class ScopeTest {
    private static final String RONGCHENG = "370000/371000/371082/";
    private final DemonstrationOffice office = DemonstrationOffice.shared();

    private List<String> counties(String table, String scope) {
        return office.bean(ScopedWork.class)
                .read(
                        DemonstrationOffice.clerkOf(scope),
                        () -> office.bean(JdbcClient.class)
                                .sql("select distinct split_part(path, '/', 3) from " + table + " order by 1")
                                .query(String.class)
                                .list());
    }

    @Test
    void aClerkOfRongchengSeesOnlyRongcheng() {
        for (String table : List.of(
                "register.person",
                "register.person_version",
                "register.household",
                "register.status_spell",
                "register.determination",
                "register.headcount_change",
                "register.review_item")) {
            assertEquals(List.of("371082"), counties(table, RONGCHENG), table);
        }
    }

    /** Every table with a path that the office may read, also those that a later room adds; division, contracts, settings and heads of lists show those above, too. */
    @Test
    void noTableShowsARowOfAnotherCounty() {
        List<String> tables =
                office.bean(JdbcClient.class).sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'path' and table_schema not in ('pg_catalog', 'information_schema')
                          and has_table_privilege(table_schema || '.' || table_name, 'select')
                          and table_schema || '.' || table_name not in ('register.division', 'policy.adoption',
                              'policy.adopted_reading', 'settlement.hospital', 'enrolment.insurer', 'enrolment.contract',
                              'enrolment.contract_product', 'enrolment.contract_item', 'enrolment.enrolment',
                              'enrolment.fault_kind', 'enrolment.insurer_fault', 'enrolment.extension', 'claims.setting',
                              'fund.bank_layout', 'supervision.run')
                        order by 1
                        """).query(String.class).list();
        assertTrue(tables.size() >= 20, tables::toString);
        for (String table : tables) {
            long strange = office.bean(ScopedWork.class)
                    .read(
                            DemonstrationOffice.clerkOf(RONGCHENG),
                            () -> office.bean(JdbcClient.class)
                                    .sql("select count(*) from " + table + " row where not starts_with(row.path, ?)"
                                            + " and not starts_with(coalesce(to_jsonb(row)->>'hospital_path', ''), ?)"
                                            + " and not starts_with(coalesce(to_jsonb(row)->>'from_path', ''), ?)"
                                            + " and not starts_with(coalesce(to_jsonb(row)->>'to_path', ''), ?)")
                                    .params(RONGCHENG, RONGCHENG, RONGCHENG, RONGCHENG)
                                    .query(Long.class)
                                    .single());
            assertEquals(0, strange, table);
        }
    }

    @Test
    void theCitySeesItsSevenDistricts() {
        assertEquals(
                List.of("371002", "371003", "371071", "371072", "371073", "371082", "371083"),
                counties("register.person", "370000/371000/"));
    }

    @Test
    void anotherCitysPersonIsNotThere() {
        long person = office.bean(ScopedWork.class)
                .read(
                        DemonstrationOffice.clerkOf("330000/"),
                        () -> office.bean(JdbcClient.class)
                                .sql("select min(id) from register.person")
                                .query(Long.class)
                                .single());
        PersonFiles files = office.bean(PersonFiles.class);
        assertTrue(files.find(DemonstrationOffice.clerkOf("330000/"), person, Calendar.TODAY)
                .isPresent());
        assertTrue(files.find(DemonstrationOffice.clerkOf(RONGCHENG), person, Calendar.TODAY)
                .isEmpty());
    }
}
