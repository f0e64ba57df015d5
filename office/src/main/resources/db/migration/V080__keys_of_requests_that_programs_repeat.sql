-- Keys of requests: what a program's changing request answered, so that the same request sent again changes nothing twice.
--
-- The row is written in the transaction of the change: both are there or neither. It holds hashes of the key and of the request, and
-- of the answer only a number and an address; nothing personal.

create schema web;
grant usage on schema web to fangpin_office;

-- 请求键 ---------------------------------------------------------------------------------------------------------------------------
create table web.request_key (
    key_hash bytea primary key check (length(key_hash) = 32),
    path text collate "C" not null check (path ~ '^([0-9a-z-]+/)+$'),
    account_id bigint not null references access.account,
    request_hash bytea not null,
    subject bigint not null,
    address text not null check (address ~ '^/api/[a-z0-9/-]+$'),
    same_before bigint,
    made_at timestamptz not null
);
create index on web.request_key (made_at);
create index on web.request_key (path);
comment on table web.request_key is '接口请求键：同一请求重发不会重复办理；24小时后清除';

alter table web.request_key enable row level security;
alter table web.request_key force row level security;
create policy own_division on web.request_key to fangpin_office using (
    path >= nullif(current_setting('fangpin.scope', true), '')
    and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy owner on web.request_key to fangpin_owner using (true);
grant select, insert on web.request_key to fangpin_office;

-- Keys older than a moment go, of all divisions: the clean-up has none of its own.
create function web.forget_request_keys(older_than timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog
    begin atomic
        with gone as (delete from web.request_key where made_at < older_than returning 1)
        select count(*) from gone;
    end;
revoke all on function web.forget_request_keys(timestamptz) from public;
grant execute on function web.forget_request_keys(timestamptz) to fangpin_office;
