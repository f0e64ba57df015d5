-- Columns that cut running figures may be left empty: the last bill of a year may have no keys though earlier ones had. A year is cut when any
-- of its bills is, whichever was the last; few years are, so the index is small.
create index bill_cut_by_keys on settlement.bill (account_number, pack, product, period_from) where keys is not null;

create or replace function settlement.year_ends(accounts bigint[], packs text[], products text[], periods date[])
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
