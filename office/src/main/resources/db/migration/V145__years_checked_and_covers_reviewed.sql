-- 夜间复算: what the nightly recomputation of year accounts found, by county; and what was said of settlements whose cover changed later.
create table settlement.year_check (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  accounts integer not null,
  bills integer not null,
  disagreements integer not null,
  first_bills bigint[] not null,
  ran_at timestamptz not null default now()
);
comment on table settlement.year_check is '每晚复算各区县年度账户的结果';
create index year_check_by_place on settlement.year_check (path, id);

create table settlement.cover_review (
  bill_id bigint primary key references settlement.bill,
  path text collate "C" not null,
  note text not null,
  closed_by bigint not null,
  closed_on date not null,
  known_from timestamptz not null default now()
);
comment on table settlement.cover_review is '参保后来变了的结算：核查后为何保留';

do $$
declare name text;
begin
  foreach name in array array['year_check', 'cover_review'] loop
    execute format('alter table settlement.%I enable row level security', name);
    execute format('alter table settlement.%I force row level security', name);
    execute format('create policy owner on settlement.%I to fangpin_owner using (true)', name);
    execute format($policy$create policy own_division on settlement.%I to fangpin_office using (
      path >= nullif(current_setting('fangpin.scope', true), '')
      and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    execute format('grant select, insert on settlement.%I to fangpin_office', name);
  end loop;
end $$;
