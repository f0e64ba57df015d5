-- Running figures that a product cuts by columns (per): a bill says by which keys its own were cut, so that the state of each key is what the
-- last bill of the year with that key left. Keys are what files name so: an accident's, a course's number, the word of a code.
alter table settlement.bill add keys jsonb check (jsonb_typeof(keys) = 'object' and keys <> '{}');
comment on column settlement.bill.keys is '累计另按哪些列分开：列名对应词；不另分的为空';
-- few years are cut, so the index is small
create index bill_cut_by_keys on settlement.bill (account_number, pack, product, period_from) where keys is not null;

drop function settlement.year_account(bigint, text, text, date);
create function settlement.year_account(account bigint, of_pack text, of_product text, of_period date)
    returns table (bill_id bigint, person_id bigint, ordinal integer, deciding_on date, bill_number text, input_values bigint[], keys jsonb,
        adoption_id bigint, decision_number integer, kind text, figures_before bigint[], figures_after bigint[], paid_fen bigint)
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(
            hashtextextended('settlement.year_account ' || account || ' ' || of_pack || ' ' || of_product || ' ' || of_period, 0));
        return query
        select bill.id, bill.person_id, bill.ordinal, bill.deciding_on, bill.bill_number, bill.input_values, bill.keys,
            bill.adoption_id, last.number, last.kind, last.figures_before, last.figures_after, last.paid_fen
        from settlement.bill
        cross join lateral (select * from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
        where bill.account_number = account and bill.pack = of_pack and bill.product = of_product and bill.period_from = of_period
        order by bill.ordinal;
    end $$;
revoke all on function settlement.year_account(bigint, text, text, date) from public;
grant execute on function settlement.year_account(bigint, text, text, date) to fangpin_office;

-- Says too whether the year is cut by keys: then what each key left is asked for besides. Columns that cut may be left empty, so any bill of the
-- year says so, whichever was the last.
drop function settlement.year_ends(bigint[], text[], text[], date[]);
create function settlement.year_ends(accounts bigint[], packs text[], products text[], periods date[])
    returns table (account_number bigint, pack text, product text, period_from date, ordinal integer, figures bigint[], keyed boolean)
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended(
                'settlement.year_account ' || given.account || ' ' || given.pack || ' ' || given.product || ' ' || given.period, 0) as key
            from unnest(accounts, packs, products, periods) as given (account, pack, product, period) order by 1) keys;
        return query
        select given.account, given.pack, given.product, given.period, coalesce(newest.ordinal, 0), counting.figures_after,
            exists (select from settlement.bill
                where bill.account_number = given.account and bill.pack = given.pack and bill.product = given.product
                  and bill.period_from = given.period and bill.keys is not null)
        from unnest(accounts, packs, products, periods) as given (account, pack, product, period)
        left join lateral (
            select bill.ordinal from settlement.bill
            where bill.account_number = given.account and bill.pack = given.pack and bill.product = given.product
              and bill.period_from = given.period
            order by bill.ordinal desc limit 1) newest on true
        left join lateral (
            select last.figures_after from settlement.bill
            cross join lateral (
                select decision.kind, decision.figures_after from settlement.decision
                where decision.bill_id = bill.id order by number desc limit 1) last
            where bill.account_number = given.account and bill.pack = given.pack and bill.product = given.product
              and bill.period_from = given.period and last.kind <> 'cancelled'
            order by bill.ordinal desc limit 1) counting on true;
    end $$;
revoke all on function settlement.year_ends(bigint[], text[], text[], date[]) from public;
grant execute on function settlement.year_ends(bigint[], text[], text[], date[]) to fangpin_office;

-- What each key left in these years: the figures after the last bill that counts of every set of keys, in the order of the bills. The caller
-- holds the years already.
create function settlement.year_figures(accounts bigint[], packs text[], products text[], periods date[])
    returns table (account_number bigint, pack text, product text, period_from date, ordinal integer, keys jsonb, figures bigint[])
    language sql volatile security definer set search_path = pg_catalog
    begin atomic
        select newest.account_number, newest.pack, newest.product, newest.period_from, newest.ordinal, newest.keys, newest.figures_after
        from (
            select distinct on (bill.account_number, bill.pack, bill.product, bill.period_from, bill.keys)
                bill.account_number, bill.pack, bill.product, bill.period_from, bill.ordinal, bill.keys, last.figures_after
            from unnest(accounts, packs, products, periods) as given (account, pack, product, period)
            join settlement.bill on bill.account_number = given.account and bill.pack = given.pack and bill.product = given.product
              and bill.period_from = given.period
            cross join lateral (
                select decision.kind, decision.figures_after from settlement.decision
                where decision.bill_id = bill.id order by number desc limit 1) last
            where last.kind <> 'cancelled'
            order by bill.account_number, bill.pack, bill.product, bill.period_from, bill.keys, bill.ordinal desc) newest
        order by newest.ordinal;
    end;
revoke all on function settlement.year_figures(bigint[], text[], text[], date[]) from public;
grant execute on function settlement.year_figures(bigint[], text[], text[], date[]) to fangpin_office;
