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
create function register.take_over(handover_id bigint, village_path text, actor bigint) returns bigint[]
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        scope text := nullif(current_setting('fangpin.scope', true), '');
        said register.handover;
        moved bigint[];
        village bigint;
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
        select person_id, path, kind, valid_from, said.moved_on, clause, said.determination_id, id, said.proposed_by, actor
        from closed where valid_from < said.moved_on
        union all
        select person_id, village_path, kind, greatest(valid_from, said.moved_on), valid_to, clause, said.determination_id, id,
            said.proposed_by, actor
        from closed;
        perform register.count_persons(moved, 1);
        return moved;
    end $$;
revoke all on function register.take_over(bigint, text, bigint) from public;
grant execute on function register.take_over(bigint, text, bigint) to fangpin_office;
