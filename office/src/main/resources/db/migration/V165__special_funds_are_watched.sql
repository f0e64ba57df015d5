-- Supervision of special funds: the role of discipline inspection, what was paid of each line by town as one maintained figure, and findings
-- from found to closed.
alter table access.account_role drop constraint account_role_role_check;
alter table access.account_role add constraint account_role_role_check check (role in ('POVERTY_OFFICE', 'VILLAGE_HELPER', 'FINANCE',
    'MEDICAL_SECURITY', 'HEALTH', 'CIVIL_AFFAIRS', 'HOSPITAL', 'INSURER', 'AUDITOR', 'DISCIPLINE_INSPECTION', 'SYSTEM_ADMINISTRATOR',
    'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'));

create schema supervision;
grant usage on schema supervision to fangpin_office;

-- 已支付合计 ---------------------------------------------------------------------------------------------------------------------------
-- The board adds up lines, not entries: each change of a balance of money paid changes one row here. The line's own balance is locked by
-- whoever posts, before this, so that two writers never wait for each other crosswise.
create table supervision.paid_total (
  line_id bigint not null references appropriation.line,
  path text collate "C" not null,
  paid_fen bigint not null,
  primary key (line_id, path)
) with (fillfactor = 50);
comment on table supervision.paid_total is '每条指标在每个镇街已支付的合计；与账户余额同一事务更新，可由余额重新算出';
create index paid_total_by_place on supervision.paid_total (path);

-- The town of a place, or the place itself where it lies above towns.
create function supervision.town_of(place text) returns text language sql immutable parallel safe set search_path = pg_catalog
    return substring(place from '^(?:[^/]+/){1,4}');

create function supervision.keep_paid_total() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    line text;
    change bigint := new.balance_fen;
begin
    if tg_op = 'UPDATE' then
        change := new.balance_fen - old.balance_fen;
    end if;
    if change <> 0 then
        select substr(account.holder, 6) into line from fund.account where account.id = new.account_id and account.kind = 'funds-paid';
        if line is not null then
            insert into supervision.paid_total as total (line_id, path, paid_fen)
            values (line::bigint, supervision.town_of(new.path), change)
            on conflict (line_id, path) do update set paid_fen = total.paid_fen + excluded.paid_fen;
        end if;
    end if;
    return null;
end $$;
revoke all on function supervision.keep_paid_total() from public;
create trigger paid_total_kept after insert or update of balance_fen on fund.balance for each row execute function supervision.keep_paid_total();

insert into supervision.paid_total (line_id, path, paid_fen)
select substr(account.holder, 6)::bigint, supervision.town_of(account.path), sum(balance.balance_fen)
from fund.account join fund.balance on balance.account_id = account.id
where account.kind = 'funds-paid' group by 1, 2;

-- 疑点 ---------------------------------------------------------------------------------------------------------------------------------
create table supervision.finding (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  rule text not null,
  key text not null check (key <> ''),
  grade text not null check (grade in ('finding', 'warning', 'note')),
  department text not null check (department in ('poverty-office', 'finance')),
  clause text not null default '',
  subject text not null check (subject <> ''),
  pack text not null default '',
  item text not null default '',
  arguments text[] not null,
  amount_fen bigint not null,
  state text not null check (state in ('open', 'rectified', 'closed')),
  found_on date not null,
  last_found_on date not null,
  due_on date,
  gone_on date,
  rectified_by bigint,
  rectified_on date,
  closed_by bigint check (closed_by <> rectified_by),
  closed_on date,
  unique (path, rule, key),
  check ((state = 'open') = (rectified_by is null)),
  check ((state = 'closed') = (closed_by is not null)),
  check (grade <> 'note' or state = 'open')
);
comment on column supervision.finding.key is '同一条规则下同一件事的标识：再次发现仍是同一个疑点';
comment on column supervision.finding.gone_on is '规则不再命中的日期：自行消失；再次命中时清空';
create index finding_by_place on supervision.finding (path, state, id);
create index finding_open on supervision.finding (due_on, id) where state <> 'closed' and gone_on is null;

create table supervision.finding_step (
  id bigint generated always as identity primary key,
  finding_id bigint not null references supervision.finding,
  path text collate "C" not null,
  what text not null check (what in ('rectified', 'returned', 'closed')),
  said text not null check (said <> ''),
  made_by bigint not null,
  made_on date not null
);
create index finding_step_of on supervision.finding_step (finding_id, id);

-- 运行记录
create table supervision.run (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  day date not null,
  asked_by bigint not null,
  found integer not null,
  fresh integer not null,
  gone integer not null,
  ran_at timestamptz not null default now()
);
create index run_by_place on supervision.run (path, id);

do $$
declare name text;
begin
    foreach name in array array['paid_total', 'finding', 'finding_step', 'run'] loop
        execute format('alter table supervision.%I enable row level security', name);
        execute format('alter table supervision.%I force row level security', name);
        execute format('create policy owner on supervision.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on supervision.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    end loop;
end $$;
-- the runs of a division above tell those below when their money was last looked at
create policy of_above on supervision.run for select to fangpin_office
    using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path));
grant select on supervision.paid_total to fangpin_office;
grant select, insert on supervision.finding, supervision.finding_step, supervision.run to fangpin_office;
grant update (grade, department, clause, arguments, amount_fen, state, last_found_on, due_on, gone_on, rectified_by, rectified_on, closed_by,
    closed_on) on supervision.finding to fangpin_office;

-- The places at the top of all that have special funds: rules are run there, so that what happens across divisions is seen.
create function supervision.tops() returns setof text language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct document.path from appropriation.document
        where not exists (select from appropriation.document above
            where above.path <> document.path and starts_with(document.path, above.path));
    end;

-- The nearest division that holds all of these places.
create function supervision.common_place(places text[]) returns text language sql immutable parallel safe set search_path = pg_catalog
    return (select coalesce(max(part collate "C"), '') from (
        select string_agg(step, '/') over (order by number) || '/' as part
        from unnest(string_to_array(rtrim(places[1], '/'), '/')) with ordinality as steps (step, number)) parts
        where (select bool_and(starts_with(place, part)) from unnest(places) place));

revoke all on function supervision.tops(), supervision.town_of(text), supervision.common_place(text[]) from public;
grant execute on function supervision.tops(), supervision.town_of(text), supervision.common_place(text[]) to fangpin_office;
