-- 月度对账: a hospital's or an insurer's statement of a month held against what was decided here: totals, then differences line by line.
create table settlement.statement (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_id bigint references settlement.hospital,
  month date not null check (month = date_trunc('month', month)),
  file_name text not null,
  their_lines integer not null,
  their_fen bigint not null,
  our_lines integer not null,
  our_fen bigint not null,
  entered_by bigint not null,
  entered_on date not null,
  note text,
  closed_by bigint,
  closed_on date,
  known_from timestamptz not null default now(),
  check ((closed_by is null) = (closed_on is null))
);
comment on table settlement.statement is '对账单；hospital_id 为空是承保机构的，含辖区内各医院';
create index statement_by_place on settlement.statement (path, id);

create table settlement.statement_difference (
  id bigint generated always as identity primary key,
  statement_id bigint not null references settlement.statement,
  path text collate "C" not null,
  kind text not null check (kind in ('missing_here', 'missing_there', 'other_amount')),
  hospital_code text not null,
  bill_number text not null,
  bill_id bigint references settlement.bill,
  their_fen bigint,
  our_fen bigint,
  note text,
  closed_by bigint,
  closed_on date,
  check ((kind = 'missing_here') = (our_fen is null)),
  check ((kind = 'missing_there') = (their_fen is null)),
  check ((closed_by is null) = (note is null))
);
create index difference_of_statement on settlement.statement_difference (statement_id, id);
create index decision_by_day on settlement.decision (decided_on, hospital_path);

do $$
declare name text;
begin
  foreach name in array array['statement', 'statement_difference'] loop
    execute format('alter table settlement.%I enable row level security', name);
    execute format('alter table settlement.%I force row level security', name);
    execute format('create policy owner on settlement.%I to fangpin_owner using (true)', name);
    execute format($policy$create policy own_division on settlement.%I to fangpin_office using (
      path >= nullif(current_setting('fangpin.scope', true), '')
      and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    execute format('grant select, insert on settlement.%I to fangpin_office', name);
  end loop;
end $$;
grant update (note, closed_by, closed_on) on settlement.statement, settlement.statement_difference to fangpin_office;
