-- Bank statements beside the books of special funds: each row of a statement is matched with money that arrived or a payment that was made, by
-- itself or by a person with a reason; months, and then years, are closed by two persons. What is open at the end of a year is carried over
-- on its own line, marked.
create table supervision.bank_row (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  day date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  reference text not null,
  other_side text not null,
  words text not null,
  fingerprint bytea not null,
  file_name text not null,
  entered_by bigint not null,
  entered_on date not null,
  matched_kind text check (matched_kind in ('receipt', 'payment', 'request', 'other')),
  matched_id bigint,
  how text check (how in ('reference', 'amount', 'hand')),
  reason text not null default '',
  matched_by bigint,
  matched_on date,
  unique (path, fingerprint),
  check ((matched_kind is null) = (how is null) and (matched_kind is null) = (matched_by is null)),
  check (how is distinct from 'hand' or reason <> ''),
  check ((matched_kind in ('receipt', 'payment', 'request')) = (matched_id is not null) or matched_kind is null)
);
comment on column supervision.bank_row.amount_fen is '收入为正，支出为负';
comment on column supervision.bank_row.other_side is '对方户名，遮盖';
comment on column supervision.bank_row.fingerprint is '日期、金额、流水号、摘要和同样的第几行：同一份对账单再导入不重复';
create index bank_row_by_day on supervision.bank_row (path, day, id);
create unique index bank_row_of_receipt on supervision.bank_row (matched_id) where matched_kind = 'receipt';
create unique index bank_row_of_payment on supervision.bank_row (matched_id) where matched_kind = 'payment';
create unique index bank_row_of_request on supervision.bank_row (matched_id) where matched_kind = 'request';

create table supervision.bank_month (
  path text collate "C" not null,
  month date not null check (extract(day from month) = 1),
  asked_by bigint not null,
  asked_on date not null,
  note text not null,
  closed_by bigint check (closed_by <> asked_by),
  closed_on date,
  primary key (path, month)
);

create table supervision.fund_year (
  path text collate "C" not null,
  year integer not null,
  asked_by bigint not null,
  asked_on date not null,
  note text not null,
  closed_by bigint check (closed_by <> asked_by),
  closed_on date,
  primary key (path, year)
);

create table supervision.carry_over (
  line_id bigint not null references appropriation.line,
  year integer not null,
  path text collate "C" not null,
  free_fen bigint not null,
  reserved_fen bigint not null,
  primary key (line_id, year)
);
comment on table supervision.carry_over is '结转：年终关账时各指标结转到下年的金额；钱仍在原指标上';

do $$
declare name text;
begin
    foreach name in array array['bank_row', 'bank_month', 'fund_year', 'carry_over'] loop
        execute format('alter table supervision.%I enable row level security', name);
        execute format('alter table supervision.%I force row level security', name);
        execute format('create policy owner on supervision.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on supervision.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select, insert on supervision.%I to fangpin_office', name);
    end loop;
end $$;
grant update (matched_kind, matched_id, how, reason, matched_by, matched_on) on supervision.bank_row to fangpin_office;
grant update (closed_by, closed_on) on supervision.bank_month, supervision.fund_year to fangpin_office;
grant delete on supervision.bank_month, supervision.fund_year to fangpin_office;
