-- What the audit keeps longer than it must is disposed of by two administrators; a proof of the deleted beginning takes its place in
-- the chain, so that the rest can still be verified.

-- 审计清理: links 1 to `upto` go, with their records; `link` is the one that the next link follows. The proof is made with the audit's
-- key, which lies outside the database.
create table access.audit_disposal (
    id bigint generated always as identity primary key,
    upto bigint not null check (upto > 0),
    link bytea not null check (length(link) = 32),
    records bigint not null check (records > 0),
    oldest timestamptz not null,
    newest timestamptz not null,
    reason text not null check (length(reason) between 4 and 400),
    asked_by bigint not null references access.account,
    asked_at timestamptz not null,
    approved_by bigint references access.account,
    approved_at timestamptz,
    dropped_by bigint references access.account,
    dropped_at timestamptz,
    proof bytea check (length(proof) = 32),
    check (approved_by <> asked_by),
    check ((approved_by is null) = (proof is null)),
    check (approved_by is null or dropped_by is null)
);
create unique index audit_disposal_one_asked_for on access.audit_disposal ((true)) where approved_by is null and dropped_by is null;
grant select on access.audit_disposal to fangpin_office;
grant insert (upto, link, records, oldest, newest, reason, asked_by, asked_at) on access.audit_disposal to fangpin_office;
grant update (approved_by, approved_at, proof, dropped_by, dropped_at) on access.audit_disposal to fangpin_office;

create function access.audit_disposal_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' and old.approved_by is null and old.dropped_by is null then
        return new;
    end if;
    raise exception 'what was decided on the audit stays' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_disposal_stays before update or delete on access.audit_disposal
    for each row execute function access.audit_disposal_stays();

-- A deletion comes from the function below alone, which runs as the owner.
create or replace function access.audit_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'DELETE' and current_user = 'fangpin_owner' and current_setting('fangpin.disposing', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit can only be added to' using errcode = 'insufficient_privilege';
end $$;

-- How long the audit is kept at least: the law's 184 days, or what the office has set.
create function access.audit_kept_since() returns timestamptz language sql stable security definer set search_path = pg_catalog
    begin atomic
        select now() - make_interval(days => greatest(184,
            coalesce((select value from access.security_setting where name = 'AUDIT_KEEP_DAYS'), 1096)));
    end;

-- The longest beginning of the chain whose records are all older than that; never the last link, which the next record follows. Also
-- whether some of it is of other divisions than one's own.
create function access.audit_due()
    returns table (upto bigint, link bytea, records bigint, oldest timestamptz, newest timestamptz, others boolean)
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    since constant timestamptz := access.audit_kept_since();
    scope constant text := nullif(current_setting('fangpin.scope', true), '');
    bound bigint;
begin
    select max(seal.position) into bound from access.audit_record record join access.audit_seal seal on seal.number = record.number
        where record.at < since;
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

-- Deletes what was approved, and nothing else: the office has no right to delete from the audit.
create function access.dispose_audit(disposal bigint) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    due access.audit_disposal;
    gone bigint;
begin
    select * into strict due from access.audit_disposal where id = disposal and approved_by is not null and proof is not null;
    if not exists (select from access.audit_seal where position = due.upto and link = due.link)
        or not exists (select from access.audit_seal where position > due.upto)
        or exists (select from access.audit_seal seal join access.audit_record record on record.number = seal.number
            where seal.position <= due.upto and record.at >= access.audit_kept_since()) then
        raise exception 'not to be disposed of' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('fangpin.disposing', 'on', true);
    delete from access.audit_record record using access.audit_seal seal
        where seal.position <= due.upto and record.number = seal.number;
    get diagnostics gone = row_count;
    delete from access.audit_seal where position <= due.upto;
    perform set_config('fangpin.disposing', 'off', true);
    if gone <> due.records then
        raise exception 'other records than were approved' using errcode = 'insufficient_privilege';
    end if;
    return gone;
end $$;

revoke all on function access.audit_kept_since(), access.audit_due(), access.dispose_audit(bigint) from public;
grant execute on function access.audit_kept_since(), access.audit_due(), access.dispose_audit(bigint) to fangpin_office;
