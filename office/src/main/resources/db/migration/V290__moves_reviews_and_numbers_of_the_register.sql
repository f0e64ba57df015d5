-- 年度复核: a campaign is opened for a division and worked by the towns and villages below it, which therefore see it; of its households
-- each sees its own, as before.
create policy of_a_division_above on register.review_campaign for select to fangpin_office
    using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path));

-- 户编号: the next free number after a prefix, whoever holds the others: a household that moved away keeps the number it was given.
-- Two that ask at once wait for each other.
create function register.next_household_number(prefix text) returns text
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        last bigint;
    begin
        perform pg_advisory_xact_lock(hashtextextended('household number ' || prefix, 0));
        select max(substr(number, length(prefix) + 1)::bigint) into last from register.household
        where starts_with(number, prefix) and substr(number, length(prefix) + 1) ~ '^[0-9]{1,9}$';
        return prefix || (coalesce(last, 0) + 1);
    end $$;
revoke all on function register.next_household_number(text) from public;
grant execute on function register.next_household_number(text) to fangpin_office;

-- Whether a case of a household is still open: the receiver of a hand-over does not see the other side's cases.
create function register.case_under_way(household bigint) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select exists (select from register.determination
            where determination.household_id = household and stage in ('declared', 'investigated', 'recognised', 'noticed'));
    end;
revoke all on function register.case_under_way(bigint) from public;
grant execute on function register.case_under_way(bigint) to fangpin_office;

-- 移交接收, as before, but that the statuses that go on in the new place name the hand-over they go on by: it stood null there.
create or replace function register.take_over(handover_id bigint, village_path text, actor bigint, today date) returns bigint[]
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        scope text := nullif(current_setting('fangpin.scope', true), '');
        said register.handover;
        moved bigint[];
        village bigint;
        filed bigint;
    begin
        select * into said from register.handover where id = handover_id and stage = 'proposed' for update;
        if not found or scope is null or not starts_with(said.to_path, scope) or not starts_with(village_path, said.to_path) then
            return null;
        end if;
        select id into village from register.division where path = village_path and kind = 'village' and valid_to is null;
        if village is null or said.proposed_by = actor then
            return null;
        end if;
        select array_agg(id order by id) into moved from register.person
        where household_id = said.household_id and merged_into is null;
        insert into register.determination (path, household_id, kind, stage, pack, clause, reason, found_by, effective_on, to_path,
            entered_by, approved_by, declared_on)
        values (said.from_path, said.household_id, 'move', 'filed', said.pack, said.clause, said.reason, 'declared', said.moved_on,
            village_path, said.proposed_by, actor, said.proposed_on)
        returning id into filed;
        insert into register.determination_person (determination_id, person_id, path)
        select filed, id, said.from_path from unnest(moved) as id;
        insert into register.determination_step (determination_id, path, stage, happened_on, note, entered_by)
        values (filed, said.from_path, 'declared', said.proposed_on, said.reason, said.proposed_by),
            (filed, said.from_path, 'filed', today, village_path, actor);
        update register.handover set determination_id = filed where id = handover_id;
        perform register.count_persons(moved, -1);
        update register.household set division_id = village, path = village_path, version = version + 1,
            case_officer = null, case_officer_unit = null
        where id = said.household_id;
        update register.person set path = village_path, version = version + 1 where id = any (moved);
        insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, born_on, relation, schooling,
            self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on, merged_into,
            true_from, reason, entered_by)
        select id, version, path, household_id, name, id_sealed, sex, born_on, relation, schooling, self_care, student, phone_sealed,
            address_sealed, bank_card_sealed, handbook_keeper, ground, died_on, merged_into, said.moved_on, said.reason, actor
        from register.person where id = any (moved);
        with closed as (
            update register.status_spell set known_to = now()
            where person_id = any (moved) and known_to = 'infinity' and (valid_to is null or valid_to > said.moved_on)
            returning *
        )
        insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, determination_id, replaces_id,
            entered_by, approved_by)
        select person_id, path, kind, valid_from, said.moved_on, clause, filed, id, said.proposed_by, actor
        from closed where valid_from < said.moved_on
        union all
        select person_id, village_path, kind, greatest(valid_from, said.moved_on), valid_to, clause, filed, id,
            said.proposed_by, actor
        from closed;
        perform register.count_persons(moved, 1);
        return moved;
    end $$;
