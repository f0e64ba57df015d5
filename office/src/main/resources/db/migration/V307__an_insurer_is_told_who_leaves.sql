-- 不再保障的人: whom a list takes out of an insurer's cover, with the product and the first day without it (empty: it never held); not why.
create function enrolment.own_endings(list bigint, after_person bigint, after_product text, most integer)
    returns table (person_id bigint, name text, id_sealed bytea, address_sealed bytea, product text, valid_to date)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id, person.name, person.id_sealed, person.address_sealed, item.product, item.valid_to
        from enrolment.enrolment_item item join register.person on person.id = item.person_id
        where item.enrolment_id = list and item.outcome = 'ended' and (item.person_id, item.product) > (after_person, after_product)
          and exists (select from enrolment.enrolment asked join enrolment.contract on contract.id = asked.contract_id
            where asked.id = list and asked.stage in ('sent', 'answered', 'in_force')
              and enrolment.is_own(contract.insurer_id, asked.path))
        order by person.id, item.product limit most;
    end;
revoke all on function enrolment.own_endings(bigint, bigint, text, integer) from public;
grant execute on function enrolment.own_endings(bigint, bigint, text, integer) to fangpin_office;

-- As before, with the pack whose products are named.
drop function enrolment.own_lists();
create function enrolment.own_lists() returns table (id bigint, contract text, pack text, as_of date, sent_on date, persons bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select list.id, contract.number, list.pack, list.as_of, list.sent_on,
            (select count(distinct item.person_id) from enrolment.enrolment_item item
                where item.enrolment_id = list.id and item.outcome in ('added', 'changed'))
        from enrolment.enrolment list join enrolment.contract on contract.id = list.contract_id
        where list.stage in ('sent', 'answered', 'in_force') and enrolment.is_own(contract.insurer_id, list.path);
    end;
revoke all on function enrolment.own_lists() from public;
grant execute on function enrolment.own_lists() to fangpin_office;
