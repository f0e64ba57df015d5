package fangpin.demonstration;

import java.time.LocalDate;
import java.util.List;

/** 年度复核故事: the review of 2020 is open in Rongcheng; every fifth household of 俚岛镇 has been visited. */
final class ReviewOf2020 implements Story {
    private static final LocalDate OPENED = LocalDate.of(2020, 4, 15);
    private static final LocalDate DUE = LocalDate.of(2020, 7, 1);

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        scene.work().write(scene.as("county"), () -> open(scene));
    }

    private static int open(Scene scene) {
        String county = scene.as("county").scope().path();
        long campaign = scene.database().sql("""
                        insert into register.review_campaign (path, year, pack, clause, opened_on, due_on, entered_by)
                        values (:path, 2020, 'weihai-2020', 'WH3 §2b', :opened, :due, :actor) returning id
                        """)
                .param("path", county)
                .param("opened", OPENED)
                .param("due", DUE)
                .param("actor", scene.as("county").userId())
                .query(Long.class)
                .single();
        return scene.database().sql("""
                        insert into register.review_item (campaign_id, household_id, path, outcome, note, reviewed_on, reviewed_by)
                        select :campaign, household.id, household.path,
                            case when visited then 'stays' end, case when visited then '入户复核，情况没有变化' end,
                            case when visited then :opened + (household.id % 20)::integer end,
                            case when visited then :visitor end
                        from register.household,
                            lateral (select starts_with(household.path, :town) and household.id % 5 = 0 as visited)
                        where household.path >= :path and household.path < :path || '~' and household.closed_on is null
                          and exists (select from register.person
                              join register.status_spell spell on spell.person_id = person.id
                              where person.household_id = household.id and spell.known_to = 'infinity'
                                and spell.kind = 'policy-beneficiary' and spell.valid_from <= :opened
                                and (spell.valid_to is null or spell.valid_to > :opened))
                        """)
                .param("campaign", campaign)
                .param("opened", OPENED)
                .param("visitor", scene.as("town").userId())
                .param("town", scene.as("town").scope().path())
                .param("path", county)
                .update();
    }
}
