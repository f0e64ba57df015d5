-- Accounts with their roles, credentials that no query may read, sessions, tokens of programs, security settings.
--
-- Who has not signed in yet has no division. So besides one's own division an account is shown to the sign-in that names it
-- (fangpin.signing_in, a user name) and to itself (fangpin.actor, its id).

create schema access;
grant usage on schema access to fangpin_office;

-- 账号 -----------------------------------------------------------------------------------------------------------------------------
-- Three kinds kept apart: staff with business roles, administrators with one administrator's role each, programs with tokens.
create table access.account (
    id bigint generated always as identity primary key,
    user_name text not null unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name text not null check (display_name <> '' and length(display_name) <= 60),
    kind text not null check (kind in ('staff', 'administrator', 'program')),
    path text collate "C" not null check (path ~ '^([0-9a-z-]+/)+$'),
    place text not null check (length(place) <= 120),
    demonstration boolean not null default false,
    disabled_at timestamptz,
    last_sign_in_at timestamptz,
    version integer not null default 1,
    entered_by bigint references access.account,
    entered_at timestamptz not null,
    unique (id, kind, path)
);
create index account_by_place on access.account (path, user_name);

-- 角色: the database itself refuses a second role to an administrator, and an administrator's role to staff.
create table access.account_role (
    account_id bigint not null,
    role text not null check (role in ('POVERTY_OFFICE', 'VILLAGE_HELPER', 'FINANCE', 'MEDICAL_SECURITY', 'HEALTH', 'CIVIL_AFFAIRS',
        'HOSPITAL', 'INSURER', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')),
    kind text not null,
    path text collate "C" not null,
    granted_by bigint references access.account,
    granted_at timestamptz not null,
    primary key (account_id, role),
    foreign key (account_id, kind, path) references access.account (id, kind, path) on update cascade,
    check ((kind = 'administrator')
        = (role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'))),
    check (kind <> 'program')
);
create unique index account_role_one_administrator on access.account_role (account_id) where kind = 'administrator';

-- 凭据: no path, for nobody lists it. The office may write a hash and a sealed second factor, never select them.
create table access.credential (
    account_id bigint primary key references access.account,
    password_hash text not null check (password_hash like '$argon2id$%'),
    password_set_at timestamptz not null,
    must_change boolean not null,
    second_factor_sealed bytea,
    second_factor_since timestamptz,
    second_factor_step bigint
);

-- The sign-in's own question, the only one that is answered with a hash; asked inside a sign-in of just this account.
create function access.credential_at_sign_in(wanted bigint)
    returns table (password_hash text, second_factor_sealed bytea)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select credential.password_hash, credential.second_factor_sealed
        from access.credential join access.account on account.id = credential.account_id
        where credential.account_id = wanted
          and account.user_name = nullif(current_setting('fangpin.signing_in', true), '');
    end;
revoke all on function access.credential_at_sign_in(bigint) from public;
grant execute on function access.credential_at_sign_in(bigint) to fangpin_office;

-- 登录尝试: counted for names that exist and names that do not alike, by the hash of the name.
create table access.sign_in_attempt (
    name_hash bytea primary key,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz
);

-- 会话 -----------------------------------------------------------------------------------------------------------------------------
create table access.session (
    key_hash bytea primary key,
    account_id bigint not null references access.account,
    path text collate "C" not null,
    account_version integer not null,
    from_address text not null,
    made_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz
);
create index session_open on access.session (account_id) where ended_at is null;

-- 接口凭证 -------------------------------------------------------------------------------------------------------------------------
create table access.api_token (
    id bigint generated always as identity primary key,
    account_id bigint not null references access.account,
    path text collate "C" not null,
    token_hash bytea not null unique,
    rights text[] not null check (cardinality(rights) > 0),
    requests_per_minute integer not null check (requests_per_minute between 1 and 6000),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by bigint references access.account,
    entered_by bigint not null references access.account,
    entered_at timestamptz not null,
    check (expires_at > entered_at)
);

-- 安全设置: what is not here has its default; bounds stand in the program and, for what the law bounds, here.
create table access.security_setting (
    name text primary key,
    value integer not null,
    entered_by bigint not null references access.account,
    entered_at timestamptz not null,
    check (name <> 'AUDIT_KEEP_DAYS' or value >= 184)
);

-- 密钥标记: which keys this database was sealed with, so that a lost or foreign folder of keys is noticed before anything is written.
create table access.key_mark (
    name text primary key,
    mark bytea not null,
    seen_at timestamptz not null
);

-- Rights ---------------------------------------------------------------------------------------------------------------------------
grant select, insert on access.account, access.account_role, access.session, access.api_token, access.security_setting,
    access.sign_in_attempt, access.key_mark to fangpin_office;
grant update (display_name, disabled_at, last_sign_in_at, version) on access.account to fangpin_office;
grant delete on access.account_role, access.sign_in_attempt to fangpin_office;
grant select (account_id, password_set_at, must_change, second_factor_since, second_factor_step), insert,
    update (password_hash, password_set_at, must_change, second_factor_sealed, second_factor_since, second_factor_step)
    on access.credential to fangpin_office;
grant update (failures, last_at, locked_until) on access.sign_in_attempt to fangpin_office;
grant update (last_seen_at, ended_at) on access.session to fangpin_office;
grant update (revoked_at, revoked_by) on access.api_token to fangpin_office;
grant update (value, entered_by, entered_at) on access.security_setting to fangpin_office;

do $$
declare name text;
begin
    foreach name in array array['account', 'account_role', 'session', 'api_token'] loop
        execute format('alter table access.%I enable row level security', name);
        execute format('alter table access.%I force row level security', name);
        execute format('create policy owner on access.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on access.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    end loop;
end $$;

-- How many accounts in use hold an administrator's role, in the whole office: a number, nothing else.
create function access.administrators(wanted text) returns bigint
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select count(*) from access.account_role join access.account on account.id = account_role.account_id
        where account_role.kind = 'administrator' and account_role.role = wanted and account.disabled_at is null;
    end;
revoke all on function access.administrators(text) from public;
grant execute on function access.administrators(text) to fangpin_office;

create policy signing_in on access.account to fangpin_office
    using (user_name = nullif(current_setting('fangpin.signing_in', true), ''));
create policy oneself on access.account to fangpin_office
    using (id = nullif(current_setting('fangpin.actor', true), '')::bigint);
create policy oneself on access.account_role for select to fangpin_office
    using (account_id = nullif(current_setting('fangpin.actor', true), '')::bigint);
-- The first administrator and the demonstration's accounts get their roles before anybody has a division.
create policy signing_in on access.account_role for insert to fangpin_office
    with check (exists (select from access.account
        where id = account_id and user_name = nullif(current_setting('fangpin.signing_in', true), '')));
create policy oneself on access.session to fangpin_office
    using (account_id = nullif(current_setting('fangpin.actor', true), '')::bigint);
create policy presented on access.api_token for select to fangpin_office
    using (token_hash = decode(nullif(current_setting('fangpin.token', true), ''), 'hex'));
