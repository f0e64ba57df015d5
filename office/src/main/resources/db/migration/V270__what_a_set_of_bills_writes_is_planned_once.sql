-- What a set of bills writes. In the transaction of a set every plan was made anew, and with it that of each foreign key of each row written, and
-- of the check of each line of the ledger: a fifth of the time of an upload. What is read of a set is still planned by its size; what is written
-- is not. And what is looked up by key is looked up key by key: while nobody has counted the rows of a new table, a plan of the planner's own choice
-- reads whole tables, or the pages of an index between the keys.
create or replace function settlement.take_years(accounts bigint[], packs text[], products text[], periods date[], hospital bigint, numbers text[])
    returns table (account_number bigint, pack text, product text, period_from date, ordinal integer, figures bigint[], keyed boolean,
        settled text)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        return query select ends.*, null::text from settlement.year_ends(accounts, packs, products, periods) ends;
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended('settlement.bill_number ' || hospital || ' ' || number, 0) as key
            from unnest(numbers) as given (number) order by 1) keys;
        return query
        select null::bigint, null::text, null::text, null::date, null::integer, null::bigint[], null::boolean, known.bill_number
        from unnest(numbers) as given (number)
        cross join lateral (
            select bill.bill_number from settlement.bill
            where bill.hospital_id = hospital and bill.bill_number = given.number and not exists (
                select from settlement.decision where decision.bill_id = bill.id and decision.kind = 'cancelled')
            limit 1) known;
        if cardinality(numbers) > 1 then
            perform set_config('plan_cache_mode', 'auto', true);
        end if;
    end $$;

create or replace function settlement.take_messages(hospital bigint, numbers text[])
    returns table (id bigint, message_id text, message_hash text)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        perform set_config('plan_cache_mode', case when cardinality(numbers) = 1 then 'force_generic_plan' else 'force_custom_plan' end, true);
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended('settlement.message ' || hospital || ' ' || number, 0) as key
            from unnest(numbers) as given (number) order by 1) keys;
        return query
        select known.* from unnest(numbers) as given (number)
        cross join lateral (
            select bill.id, bill.message_id, bill.message_hash from settlement.bill
            where bill.hospital_id = hospital and bill.message_id = given.number limit 1) known;
    end $$;

create or replace function enrolment.insured_with_covers(id_indexes bytea[])
    returns table (id_index bytea, person_id bigint, path text, name text, sex smallint, born_on date, cover_id bigint, pack text,
        product text, category text, clause text, valid_from date, valid_to date, policy_number text, contract_id bigint,
        adoption_id bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id_index, person.id, person.path, person.name, person.sex::smallint, person.born_on, cover.id, cover.pack,
            cover.product, cover.category, cover.clause, cover.valid_from, cover.valid_to, cover.policy_number, contract.id, adoption.id
        from unnest(id_indexes) as given (id_index)
        cross join lateral (
            select * from register.person where person.id_index = given.id_index and person.merged_into is null offset 0) person
        cross join lateral (
            select * from enrolment.cover where cover.person_id = person.id and cover.known_to = 'infinity' offset 0) cover
        left join enrolment.enrolment list on list.id = cover.enrolment_id
        left join enrolment.contract on contract.id = list.contract_id
        left join policy.adoption on adoption.pack = cover.pack and adoption.stage = 'in_use'
        order by person.id, cover.pack, cover.product;
    end;

-- A bill and its decision are written side by side, by the number that the bill is given first.
grant usage on sequence settlement.bill_id_seq to fangpin_office;

-- 办理结果: as V231, with one statement. The limit makes it look each row up by its key, whatever is thought of the table's size.
create or replace function settlement.decide_rows(of_upload bigint, numbers bigint[], bills bigint[], reasons text[], columns integer[],
        referred bigint[])
    returns void language plpgsql volatile set search_path = pg_catalog set plan_cache_mode = 'force_generic_plan'
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
    as $$
    declare
        decided bigint;
    begin
        update settlement.upload_row line
        set bill_id = given.bill, reason = given.reason, wrong_column = given.wrong, referred_id = given.referred
        from (
            select found.place, outcome.* from unnest(numbers, bills, reasons, columns, referred)
                as outcome (number, bill, reason, wrong, referred)
            cross join lateral (
                select row.ctid as place from settlement.upload_row row
                where row.upload_id = of_upload and row.row_number = outcome.number limit 1) found) given
        where line.ctid = given.place;
        get diagnostics decided = row_count;
        if decided <> cardinality(numbers) then
            raise exception 'upload % has % of % rows', of_upload, decided, cardinality(numbers);
        end if;
    end $$;

-- 借贷相等: what one statement writes of an entry sums to zero, at once. Lines are never changed or taken away, so every entry does.
drop trigger entry_balances on fund.posting;
create or replace function fund.require_balance() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    unequal bigint;
begin
    select entry_id into unequal from added group by entry_id having sum(amount_fen) <> 0 limit 1;
    if found then
        raise exception 'entry % does not sum to zero', unequal using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger entry_balances after insert on fund.posting referencing new table as added
    for each statement execute function fund.require_balance();
