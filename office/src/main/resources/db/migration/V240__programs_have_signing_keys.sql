-- The SM2 keys with whose holders' signatures programs' national messages have to come, while one is registered.

-- 接口报文公钥 -----------------------------------------------------------------------------------------------------------------------
create table access.client_key (
    id bigint generated always as identity primary key,
    account_id bigint not null references access.account,
    path text collate "C" not null,
    -- 04, X, Y; nobody has the key of another, and none that was given up comes back
    public_key bytea not null unique check (length(public_key) = 65 and get_byte(public_key, 0) = 4),
    entered_by bigint not null references access.account,
    entered_at timestamptz not null,
    ended_by bigint references access.account,
    ended_at timestamptz,
    check ((ended_by is null) = (ended_at is null)),
    check (ended_at >= entered_at)
);
create unique index client_key_in_force on access.client_key (account_id) where ended_at is null;
create index client_key_path on access.client_key (path);
comment on table access.client_key is '接口报文公钥：登记期间，该接口的国家医保报文须带签名；换新不改旧';

create function access.client_key_ends_once() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'a key of a program ends once and is not edited' using errcode = 'restrict_violation';
end $$;
create trigger client_key_ends_once before update on access.client_key for each row
    when (old.ended_at is not null or new.ended_at is null)
    execute function access.client_key_ends_once();

alter table access.client_key enable row level security;
alter table access.client_key force row level security;
create policy own_division on access.client_key to fangpin_office using (
    path >= nullif(current_setting('fangpin.scope', true), '')
    and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy owner on access.client_key to fangpin_owner using (true);
grant select, insert, update (ended_by, ended_at) on access.client_key to fangpin_office;

-- Whether anybody in the whole office has or had a key: yes or no, nothing else.
create function access.client_key_known(wanted bytea) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select exists (select from access.client_key where public_key = wanted);
    end;
revoke all on function access.client_key_known(bytea) from public;
grant execute on function access.client_key_known(bytea) to fangpin_office;
