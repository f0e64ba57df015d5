-- 一张账单只结一次: a hospital's bill that was reimbursed on paper is not settled again at its desk, nor the other way round.
create index reimbursement_by_bill on settlement.reimbursement (bill_number, hospital_name) where stage = 'approved';

-- Those of a hospital's bill numbers that paper bills of that hospital's name settled; numbers only, for who may not see the paper.
create function settlement.paid_on_paper(hospital bigint, numbers text[]) returns setof text
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct given.number from unnest(numbers) as given (number)
        join settlement.hospital own on own.id = paid_on_paper.hospital
        join settlement.reimbursement paper on paper.stage = 'approved' and paper.bill_number = given.number
            and paper.hospital_name = own.name_zh;
    end;
revoke all on function settlement.paid_on_paper(bigint, text[]) from public;
grant execute on function settlement.paid_on_paper(bigint, text[]) to fangpin_office;

-- As in V270, with those.
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
            limit 1) known
        union all
        select null::bigint, null::text, null::text, null::date, null::integer, null::bigint[], null::boolean, paper.number
        from settlement.paid_on_paper(hospital, numbers) as paper (number);
        if cardinality(numbers) > 1 then
            perform set_config('plan_cache_mode', 'auto', true);
        end if;
    end $$;
