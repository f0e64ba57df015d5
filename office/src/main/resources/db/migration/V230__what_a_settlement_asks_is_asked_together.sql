-- What a settlement asks of the database is asked together: each function below stands for several statements that were always sent one after the
-- other. They work as their caller (so his row-level security holds), unless they say otherwise, and in statements of their own, so that what is
-- read after a lock is as it stands when the lock is held.

-- 出示凭证: the program of a token's hash. The settings are those that the policies of V010 read; outside of a transaction they end with the call.
create function access.presented(hash text, at timestamptz)
    returns table (token_id bigint, account_id bigint, path text, rights text[], requests_per_minute integer, display_name text, place text,
        disabled boolean)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    declare
        token access.api_token;
    begin
        perform set_config('fangpin.token', hash, true);
        select * into token from access.api_token
        where api_token.token_hash = decode(hash, 'hex') and revoked_at is null and expires_at > at;
        if not found then
            return;
        end if;
        perform set_config('fangpin.actor', token.account_id::text, true);
        return query
        select token.id, account.id, token.path, token.rights, token.requests_per_minute, account.display_name, account.place,
            account.disabled_at is not null
        from access.account where account.id = token.account_id;
    end $$;
revoke all on function access.presented(text, timestamptz) from public;
grant execute on function access.presented(text, timestamptz) to fangpin_office;

-- 占用请求键: for this transaction, with what it was used for before; "taken" is false while another has it.
create function web.take_key(key bytea, request bytea)
    returns table (taken boolean, same_request boolean, subject bigint, address text, same_before bigint)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        if not pg_try_advisory_xact_lock(hashtextextended(encode(key, 'hex'), 80)) then
            return query select false, null::boolean, null::bigint, null::text, null::bigint;
            return;
        end if;
        return query
        select true, kept.request_hash = request, kept.subject, kept.address, kept.same_before
        from (values (true)) one left join web.request_key kept on kept.key_hash = key;
    end $$;
revoke all on function web.take_key(bytea, bytea) from public;
grant execute on function web.take_key(bytea, bytea) to fangpin_office;

-- 占用报文: nobody else works on messages of these numbers until the transaction ends; those that were sent before. What a single bill asks is the
-- same every time and is planned once; a set is planned by its size.
create function settlement.take_messages(hospital bigint, numbers text[])
    returns table (id bigint, message_id text, message_hash text)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        perform set_config('plan_cache_mode', case when cardinality(numbers) = 1 then 'force_generic_plan' else 'force_custom_plan' end, true);
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended('settlement.message ' || hospital || ' ' || number, 0) as key
            from unnest(numbers) as given (number) order by 1) keys;
        return query
        select bill.id, bill.message_id, bill.message_hash from settlement.bill
        where bill.hospital_id = hospital and bill.message_id = any (numbers);
    end $$;
revoke all on function settlement.take_messages(bigint, text[]) from public;
grant execute on function settlement.take_messages(bigint, text[]) to fangpin_office;

-- 占用年度与账单号: the ends of these years, and then those of the bill numbers under which a bill of the hospital counts; nobody else settles in
-- these years, or under these numbers, until the transaction ends. A row is of a year or of a number.
create function settlement.take_years(accounts bigint[], packs text[], products text[], periods date[], hospital bigint, numbers text[])
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
        select null::bigint, null::text, null::text, null::date, null::integer, null::bigint[], null::boolean, bill.bill_number
        from settlement.bill
        where bill.hospital_id = hospital and bill.bill_number = any (numbers) and not exists (
            select from settlement.decision where decision.bill_id = bill.id and decision.kind = 'cancelled');
    end $$;
revoke all on function settlement.take_years(bigint[], text[], text[], date[], bigint, text[]) from public;
grant execute on function settlement.take_years(bigint[], text[], text[], date[], bigint, text[]) to fangpin_office;

-- The insured persons among these numbers with what covers them: each cover with its contract and with the adoption of its pack that is in use.
-- As enrolment.insured_among and covers_among tell, which it stands for.
create function enrolment.insured_with_covers(id_indexes bytea[])
    returns table (id_index bytea, person_id bigint, path text, name text, sex smallint, born_on date, cover_id bigint, pack text,
        product text, category text, clause text, valid_from date, valid_to date, policy_number text, contract_id bigint,
        adoption_id bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id_index, person.id, person.path, person.name, person.sex::smallint, person.born_on, cover.id, cover.pack,
            cover.product, cover.category, cover.clause, cover.valid_from, cover.valid_to, cover.policy_number, contract.id, adoption.id
        from register.person
        join enrolment.cover on cover.person_id = person.id and cover.known_to = 'infinity'
        left join enrolment.enrolment list on list.id = cover.enrolment_id
        left join enrolment.contract on contract.id = list.contract_id
        left join policy.adoption on adoption.pack = cover.pack and adoption.stage = 'in_use'
        where person.id_index = any (id_indexes) and person.merged_into is null
        order by person.id, cover.pack, cover.product;
    end;
revoke all on function enrolment.insured_with_covers(bytea[]) from public;
grant execute on function enrolment.insured_with_covers(bytea[]) to fangpin_office;
drop function enrolment.insured_among(bytea[]);
