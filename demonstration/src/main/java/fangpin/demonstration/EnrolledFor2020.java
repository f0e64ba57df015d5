package fangpin.demonstration;

import fangpin.office.access.ScopedWork;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 参保故事: Weihai's people are covered by both products of 2020 as WH3 §2b says (R13): beneficiaries by their status on the first day for the
 * whole year, people helped at once from their inclusion on. The policy numbers are made up.
 */
final class EnrolledFor2020 implements Story {
    private static final String ENROL = """
            insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, policy_number, entered_by,
                approved_by)
            select first.path, first.person_id, 'weihai-2020', product, first.kind, 'WH3 §2b', first.begins, date '2021-01-01',
                'YS2020-' || left(product, 1) || '-' || first.person_id, :enters, :approves
            from (
                select distinct on (spell.person_id) spell.person_id, spell.path, spell.kind,
                    greatest(spell.valid_from, date '2020-01-01') as begins
                from register.status_spell spell join register.person on person.id = spell.person_id and person.merged_into is null
                where spell.known_to = 'infinity' and spell.valid_from < date '2021-01-01'
                  and (spell.valid_to is null or spell.valid_to > date '2020-01-01')
                  and (spell.kind = 'instant-help' or spell.kind = 'policy-beneficiary' and spell.valid_from <= date '2020-01-01')
                order by spell.person_id, begins, spell.kind desc
            ) first cross join unnest(array['supplementary-medical', 'accident']) as product
            """;

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        scene.face(ScopedWork.class)
                .write(
                        scene.as("city"),
                        () -> scene.face(JdbcClient.class)
                                .sql(ENROL)
                                .param("enters", scene.as("city").userId())
                                .param("approves", scene.as("city2").userId())
                                .update());
    }
}
