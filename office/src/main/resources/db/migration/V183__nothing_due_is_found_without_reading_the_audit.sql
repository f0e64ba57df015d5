-- When no audit record is old enough to go, that is found by index; before, the whole chain was read to find it.

create or replace function access.audit_due()
    returns table (upto bigint, link bytea, records bigint, oldest timestamptz, newest timestamptz, others boolean)
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    since constant timestamptz := access.audit_kept_since();
    scope constant text := nullif(current_setting('fangpin.scope', true), '');
    bound bigint;
begin
    select max(seal.position) into bound from access.audit_record record join access.audit_seal seal on seal.number = record.number
        where record.at < since;
    -- least() passes over what is null
    if bound is null then
        return;
    end if;
    bound := least(bound, (select max(seal.position) from access.audit_seal seal) - 1);
    bound := least(bound, (select min(seal.position) from access.audit_seal seal
        join access.audit_record record on record.number = seal.number
        where seal.position <= bound and record.at >= since) - 1);
    return query
        select bound, (select seal.link from access.audit_seal seal where seal.position = bound), count(*), min(record.at), max(record.at),
            bool_or(scope is null or (record.path <> '' and not starts_with(record.path, scope)))
        from access.audit_seal seal join access.audit_record record on record.number = seal.number
        where seal.position <= bound
        having count(*) > 0;
end $$;
