-- Products whose running figures are a household's (account, 009): a bill says whose year it enters, the person's own or his household's.
-- The order of acceptance, the locks and what follows a cancellation go by that account.
alter table settlement.bill add household_id bigint references register.household;
alter table settlement.bill add account_number bigint not null generated always as (coalesce(-household_id, person_id)) stored;
comment on column settlement.bill.household_id is '按户累计的险种：受理时所在的户；按人累计的为空';
comment on column settlement.bill.account_number is '年度账户：本人的编号，或户编号的负数';
alter table settlement.bill drop constraint bill_person_id_pack_product_period_from_ordinal_key;
alter table settlement.bill add unique (account_number, pack, product, period_from, ordinal);

drop function settlement.year_account(bigint, text, text, date);
create function settlement.year_account(account bigint, of_pack text, of_product text, of_period date)
    returns table (bill_id bigint, person_id bigint, ordinal integer, deciding_on date, bill_number text, input_values bigint[],
        adoption_id bigint, decision_number integer, kind text, figures_before bigint[], figures_after bigint[], paid_fen bigint)
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(
            hashtextextended('settlement.year_account ' || account || ' ' || of_pack || ' ' || of_product || ' ' || of_period, 0));
        return query
        select bill.id, bill.person_id, bill.ordinal, bill.deciding_on, bill.bill_number, bill.input_values,
            bill.adoption_id, last.number, last.kind, last.figures_before, last.figures_after, last.paid_fen
        from settlement.bill
        cross join lateral (select * from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
        where bill.account_number = account and bill.pack = of_pack and bill.product = of_product and bill.period_from = of_period
        order by bill.ordinal;
    end $$;
revoke all on function settlement.year_account(bigint, text, text, date) from public;
grant execute on function settlement.year_account(bigint, text, text, date) to fangpin_office;

create or replace function settlement.adjust(of_bill bigint, because bigint, before bigint[], after bigint[], total bigint, paid bigint,
        self bigint, ineligible bigint, year_paid bigint, difference bigint, hash_of_pack text, hash_of_input text, of_engine text,
        actor bigint, day date) returns bigint
    language sql security definer set search_path = pg_catalog
    begin atomic
        insert into settlement.decision (bill_id, number, path, hospital_path, kind, because_of, figures_before, figures_after, total_fen,
            paid_fen, self_fen, ineligible_fen, year_paid_fen, difference_fen, pack_hash, input_hash, engine, decided_by, decided_on)
        select bill.id, (select max(number) + 1 from settlement.decision where bill_id = bill.id), bill.path, bill.hospital_path,
            'adjusted', because, before, after, total, paid, self, ineligible, year_paid, difference, hash_of_pack, hash_of_input,
            of_engine, actor, day
        from settlement.bill
        join settlement.decision cancelled on cancelled.id = because and cancelled.kind = 'cancelled'
        join settlement.bill other on other.id = cancelled.bill_id
        where bill.id = of_bill and other.account_number = bill.account_number and other.product = bill.product
          and other.pack = bill.pack and other.period_from = bill.period_from and bill.ordinal > other.ordinal
        returning id;
    end;

drop function settlement.year_ends(bigint[], text[], text[], date[]);
create function settlement.year_ends(accounts bigint[], packs text[], products text[], periods date[])
    returns table (account_number bigint, pack text, product text, period_from date, ordinal integer, figures bigint[])
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended(
                'settlement.year_account ' || given.account || ' ' || given.pack || ' ' || given.product || ' ' || given.period, 0) as key
            from unnest(accounts, packs, products, periods) as given (account, pack, product, period) order by 1) keys;
        return query
        select given.account, given.pack, given.product, given.period, coalesce(newest.ordinal, 0), counting.figures_after
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

-- The households of insured persons, for who settles their bills: a number by which the register knows them, and nothing else of it.
create function enrolment.households_of(persons bigint[]) returns table (person_id bigint, household_id bigint, number text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id, household.id, household.number
        from register.person join register.household on household.id = person.household_id
        where person.id = any (persons)
          and exists (select from enrolment.cover where cover.person_id = person.id and cover.known_to = 'infinity');
    end;
revoke all on function enrolment.households_of(bigint[]) from public;
grant execute on function enrolment.households_of(bigint[]) to fangpin_office;
