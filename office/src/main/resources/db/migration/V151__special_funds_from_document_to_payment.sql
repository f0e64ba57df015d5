-- Special funds: the documents that give money, the budget lines it stands on, how it is allocated, moved and given to projects, and the
-- requests by which it is paid. The ledger holds the amounts; here stands what each of them is.
create schema appropriation;
grant usage on schema appropriation to fangpin_office;

-- 指标文件 ---------------------------------------------------------------------------------------------------------------------------
create table appropriation.document (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  root_id bigint references appropriation.document,
  allocation_id bigint,
  pack text not null,
  year integer not null check (year between 2000 and 2100),
  level text not null check (level in ('central', 'province', 'city', 'district', 'donation', 'pooled')),
  fund text not null check (fund <> ''),
  number text not null check (number <> ''),
  budget_code text not null check (budget_code ~ '^[0-9]{3,9}$'),
  issued_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('entered', 'confirmed', 'refused')),
  entered_by bigint not null,
  entered_on date not null,
  answered_by bigint check (answered_by <> entered_by),
  answered_on date,
  reason text not null default '',
  check ((state = 'entered') = (answered_by is null))
);
comment on table appropriation.document is '指标文件：某地收到的资金文件；上级分配下来的，root_id 指向最初的来源文件';
comment on column appropriation.document.issued_on is '下达日期：30日从这一天起算（WH6 §3.1，口径R16）';
create unique index document_once on appropriation.document (path, number, level) where state <> 'refused' and allocation_id is null;
create index document_by_place on appropriation.document (path, year, id);
create index document_by_root on appropriation.document (root_id) where root_id is not null;

create table appropriation.document_item (
  document_id bigint not null references appropriation.document,
  path text collate "C" not null,
  item text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (document_id, item)
);
comment on column appropriation.document_item.item is '用途：政策包的资金项目；空：文件没有指定用途';

-- 到账 ------------------------------------------------------------------------------------------------------------------------------
create table appropriation.receipt (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  document_id bigint not null references appropriation.document,
  amount_fen bigint not null check (amount_fen > 0),
  received_on date not null,
  bank_reference text not null check (bank_reference <> ''),
  entered_by bigint not null,
  entered_on date not null,
  unique (path, bank_reference)
);
create index receipt_of_document on appropriation.receipt (document_id, id);

-- 指标 ------------------------------------------------------------------------------------------------------------------------------
create table appropriation.line (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  document_id bigint not null references appropriation.document,
  parent_id bigint references appropriation.line,
  account_id bigint not null references fund.account,
  pack text not null,
  item text not null,
  level text not null,
  year integer not null,
  project_id bigint,
  programme text not null default '',
  opened_on date not null,
  check (project_id is null or programme = '')
);
comment on table appropriation.line is '指标：一份文件、一个用途、一个地方的钱；拨付到项目或发放项目的是单独的指标';
create unique index line_once on appropriation.line (path, document_id, item, coalesce(project_id, 0), programme, coalesce(parent_id, 0));
create index line_by_document on appropriation.line (document_id);
create index line_by_place on appropriation.line (path, year, item);
create index line_by_project on appropriation.line (project_id) where project_id is not null;
create index line_by_parent on appropriation.line (parent_id) where parent_id is not null;

-- 分配 ------------------------------------------------------------------------------------------------------------------------------
create table appropriation.allocation (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  pack text not null,
  scheme text not null,
  year integer not null,
  state text not null check (state in ('proposed', 'approved', 'noticed', 'issued', 'refused')),
  tilt_part_fen bigint not null default 0,
  tilt_whole_fen bigint not null default 0,
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint check (answered_by <> proposed_by),
  answered_on date,
  reason text not null default '',
  noticed_on date,
  number text,
  issued_by bigint,
  issued_on date,
  check ((state in ('noticed', 'issued')) = (noticed_on is not null)),
  check ((state in ('proposed')) = (answered_by is null)),
  check ((state = 'issued') = (number is not null and issued_by is not null and issued_on is not null))
);
create index allocation_by_place on appropriation.allocation (path, id);
alter table appropriation.document add constraint document_allocation_id_fkey foreign key (allocation_id) references appropriation.allocation;

create table appropriation.allocation_cell (
  allocation_id bigint not null references appropriation.allocation,
  number bigint not null,
  path text collate "C" not null,
  item text not null,
  division text not null,
  division_path text collate "C" not null,
  measure bigint,
  computed_fen bigint not null check (computed_fen >= 0),
  amount_fen bigint not null check (amount_fen >= 0),
  reason text not null default '',
  primary key (allocation_id, item, division),
  check (amount_fen = computed_fen or reason <> '')
);
comment on column appropriation.allocation_cell.measure is '分配依据：人数，或需求金额（分）；配套项目为空';
comment on column appropriation.allocation_cell.reason is '调整的理由；与测算一致时为空';

-- 应配套 -----------------------------------------------------------------------------------------------------------------------------
create table appropriation.matching_due (
  allocation_id bigint not null references appropriation.allocation,
  item text not null,
  path text collate "C" not null,
  pack text not null,
  year integer not null,
  amount_fen bigint not null check (amount_fen > 0),
  due_from date not null,
  primary key (allocation_id, item, path)
);
create index matching_due_by_place on appropriation.matching_due (path, year);

-- 资金变动 ---------------------------------------------------------------------------------------------------------------------------
create table appropriation.move (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  to_path text collate "C" not null,
  kind text not null check (kind in ('allocation', 'disbursement', 'reallocation', 'pooling', 'recovery')),
  allocation_id bigint references appropriation.allocation,
  from_line bigint not null references appropriation.line,
  to_line bigint references appropriation.line,
  item text not null,
  project_id bigint,
  programme text not null default '',
  category text not null default '',
  purpose text not null default '',
  amount_fen bigint not null check (amount_fen > 0),
  decision text not null default '',
  reason text not null default '',
  clause text not null default '',
  state text not null check (state in ('proposed', 'done', 'refused')),
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint check (answered_by <> proposed_by),
  answered_on date,
  answer text not null default '',
  entry_id bigint references fund.entry,
  check ((state = 'done') = (to_line is not null and entry_id is not null)),
  check ((state = 'proposed') = (answered_by is null))
);
comment on table appropriation.move is '资金变动：分配、拨付到项目、调剂、统筹、收回；两边的指标都看得到';
comment on column appropriation.move.decision is '依据的文件或会议';
create index move_by_place on appropriation.move (path, id);
create index move_to_place on appropriation.move (to_path, id);
create index move_from on appropriation.move (from_line);
create index move_to on appropriation.move (to_line) where to_line is not null;

-- 负面清单近似词 ---------------------------------------------------------------------------------------------------------------------
create table appropriation.clearing (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  subject text not null check (subject <> ''),
  word text not null,
  list text not null,
  reason text not null check (reason <> ''),
  made_by bigint not null,
  cleared_by bigint not null check (cleared_by <> made_by),
  cleared_on date not null
);
comment on table appropriation.clearing is '近似词排除：名称与负面清单相近而不属于的，由另一人写明理由后放行';
create unique index clearing_once on appropriation.clearing (subject, list, word);
create index clearing_by_place on appropriation.clearing (path, id);

-- 用款申请 ---------------------------------------------------------------------------------------------------------------------------
create table appropriation.request (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  line_id bigint not null references appropriation.line,
  kind text not null check (kind in ('payee', 'list')),
  category text not null default '',
  purpose text not null check (purpose <> ''),
  cash boolean not null default false,
  payments integer not null check (payments > 0),
  sum_fen bigint not null check (sum_fen > 0),
  households bigint check (households >= 0),
  persons bigint check (persons >= 0),
  state text not null check (state in ('raised', 'approved', 'sent', 'ended', 'refused')),
  raised_by bigint not null,
  raised_on date not null,
  answered_by bigint check (answered_by <> raised_by),
  answered_on date,
  answer text not null default '',
  sent_by bigint,
  sent_on date,
  ended_on date,
  check (state in ('raised') = (answered_by is null)),
  check ((state in ('sent', 'ended')) = (sent_on is not null))
);
create index request_by_place on appropriation.request (path, state, id);
create index request_of_line on appropriation.request (line_id, id);

create table appropriation.payment (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  request_id bigint not null references appropriation.request,
  number integer not null check (number > 0),
  person_id bigint,
  household_id bigint,
  payee_name text not null check (payee_name <> ''),
  payee_bank text not null,
  payee_account_sealed bytea not null,
  payee_account_index bytea not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('raised', 'approved', 'sent', 'paid', 'returned', 'refused')),
  ended_on date,
  bank_reference text not null default '',
  reason text not null default '',
  entry_id bigint references fund.entry,
  unique (request_id, number),
  check ((state = 'paid') = (entry_id is not null))
);
comment on column appropriation.payment.payee_account_index is '账号的索引散列，查重用';
create index payment_by_place on appropriation.payment (path, id);
create index payment_of_person on appropriation.payment (person_id, id) where person_id is not null;
create index payment_by_account on appropriation.payment (payee_account_index);

do $$
declare name text;
begin
    foreach name in array array['document', 'document_item', 'receipt', 'line', 'allocation', 'allocation_cell', 'matching_due', 'move',
            'clearing', 'request', 'payment'] loop
        execute format('alter table appropriation.%I enable row level security', name);
        execute format('alter table appropriation.%I force row level security', name);
        execute format('create policy owner on appropriation.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on appropriation.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select, insert on appropriation.%I to fangpin_office', name);
    end loop;
end $$;
-- what came to a division it also sees from the other side
create policy to_own_division on appropriation.move for select to fangpin_office
    using (to_path >= nullif(current_setting('fangpin.scope', true), '')
        and to_path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant usage on sequence appropriation.line_id_seq, appropriation.move_id_seq to fangpin_office;
grant update (state, answered_by, answered_on, reason) on appropriation.document to fangpin_office;
grant update (state, answered_by, answered_on, reason, noticed_on, number, issued_by, issued_on) on appropriation.allocation to fangpin_office;
grant update (state, answered_by, answered_on, answer, to_line, entry_id) on appropriation.move to fangpin_office;
grant update (state, answered_by, answered_on, answer, sent_by, sent_on, ended_on) on appropriation.request to fangpin_office;
grant update (state, ended_on, bank_reference, reason, entry_id, payee_account_sealed) on appropriation.payment to fangpin_office;

-- 来龙去脉: the way of a budget line's money back to the document it first came by, from the line itself upward; numbers, amounts and
-- places of public documents only. A line that the asker does not see gives nothing.
create function appropriation.way(of_line bigint, scope text)
    returns table (step integer, line_id bigint, path text, item text, document_id bigint, number text, level text, fund text,
        issued_on date)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        with recursive way (step, line_id) as (
            select 1, line.id from appropriation.line
            where line.id = of_line and line.path >= scope and line.path < scope || '~'
            union all
            select way.step + 1, line.parent_id from way join appropriation.line on line.id = way.line_id
            where line.parent_id is not null
        )
        select way.step, line.id, line.path, line.item, document.id, document.number, document.level, document.fund, document.issued_on
        from way join appropriation.line on line.id = way.line_id join appropriation.document on document.id = line.document_id
        order by way.step;
    end;
revoke all on function appropriation.way(bigint, text) from public;
grant execute on function appropriation.way(bigint, text) to fangpin_office;
