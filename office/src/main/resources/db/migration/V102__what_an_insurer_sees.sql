-- What an insurer's login sees: the people of lists of its own contracts that were sent to it, by name, ID number and address (WH3 §5.3),
-- and nothing else of the register. Whose login it is stands in enrolment.insurer_login; who asks, in fangpin.actor.

create function enrolment.is_own(insurer bigint, place text) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select starts_with(place, nullif(current_setting('fangpin.scope', true), ''))
          and exists (select from enrolment.insurer_login login
            where login.insurer_id = insurer
              and login.account_id = nullif(current_setting('fangpin.actor', true), '')::bigint);
    end;
revoke all on function enrolment.is_own(bigint, text) from public;

create function enrolment.own_lists() returns table (id bigint, contract text, as_of date, sent_on date, persons bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select list.id, contract.number, list.as_of, list.sent_on,
            (select count(distinct item.person_id) from enrolment.enrolment_item item
                where item.enrolment_id = list.id and item.outcome in ('added', 'changed'))
        from enrolment.enrolment list join enrolment.contract on contract.id = list.contract_id
        where list.stage in ('sent', 'answered', 'in_force') and enrolment.is_own(contract.insurer_id, list.path);
    end;

create function enrolment.own_insured(list bigint, after bigint, most integer)
    returns table (person_id bigint, name text, id_sealed bytea, address_sealed bytea)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id, person.name, person.id_sealed, person.address_sealed
        from register.person
        where person.id > after
          and exists (select from enrolment.enrolment_item item
            where item.enrolment_id = list and item.person_id = person.id and item.outcome in ('added', 'changed'))
          and exists (select from enrolment.enrolment asked join enrolment.contract on contract.id = asked.contract_id
            where asked.id = list and asked.stage in ('sent', 'answered', 'in_force')
              and enrolment.is_own(contract.insurer_id, asked.path))
        order by person.id limit most;
    end;
revoke all on function enrolment.own_lists(), enrolment.own_insured(bigint, bigint, integer) from public;
grant execute on function enrolment.own_lists(), enrolment.own_insured(bigint, bigint, integer) to fangpin_office;

create index cover_in_order on enrolment.cover (pack, product, path, person_id) where known_to = 'infinity';
