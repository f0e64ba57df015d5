-- Names of staff for the pages on which their work stands, and the hand-over of a household between districts.

-- Who did a step may be of a division above; his name and nothing else of the account is shown.
create function access.staff_names(accounts bigint[]) returns table (id bigint, name text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select account.id, account.display_name from access.account where account.id = any (accounts);
    end;
revoke all on function access.staff_names(bigint[]) from public;
grant execute on function access.staff_names(bigint[]) to fangpin_office;

-- 移交接收: what neither side may do alone, for each sees only its own rows. Runs as the owner, within the receiver's transaction, and
-- only for a hand-over proposed to the receiver's own division: the household, its persons and what they hold on the day of the move
-- come to the village named. Statuses held before the move stay with the division that answered for them. Answers the persons moved.
create function register.take_over(handover_id bigint, village_path text, actor bigint, today date) returns bigint[]
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
        select person_id, village_path, kind, greatest(valid_from, said.moved_on), valid_to, clause, said.determination_id, id,
            said.proposed_by, actor
        from closed;
        perform register.count_persons(moved, 1);
        return moved;
    end $$;
revoke all on function register.take_over(bigint, text, bigint, date) from public;
grant execute on function register.take_over(bigint, text, bigint, date) to fangpin_office;

-- The name of a place, also of one beyond one's division: 威海市 荣成市. Names of places are no secret; what is in them is.
create function register.place_name(place text) returns text
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select string_agg(division.name_zh, ' ' order by division.path) from register.division
        where starts_with(place, division.path) and division.kind <> 'province';
    end;
-- 可以移交去的区县: the counties and zones of one's province that do not hold one's own scope.
create function register.counties_beside(place text) returns table (path text, name text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select division.path, register.place_name(division.path) from register.division
        where division.kind in ('county', 'zone') and division.valid_to is null
          and starts_with(division.path, split_part(place, '/', 1) || '/') and not starts_with(place, division.path)
          and not starts_with(division.path, place)
        order by division.path;
    end;
revoke all on function register.place_name(text), register.counties_beside(text) from public;
grant execute on function register.place_name(text), register.counties_beside(text) to fangpin_office;
