-- How an insurer's bank wants the file of payments and writes its reply: columns with their headings, words for success and failure. The newest
-- row of an insurer counts; the file that a bank got is made again as it was asked for then.
create table fund.bank_layout (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  insurer_id bigint not null references enrolment.insurer,
  format text not null check (format in ('xlsx', 'csv')),
  fields text[] not null,
  headings text[] not null,
  reply_fields text[] not null,
  reply_headings text[] not null,
  success_words text[] not null,
  failure_words text[] not null,
  entered_by bigint not null,
  entered_on date not null,
  known_from timestamptz not null default now(),
  check (cardinality(fields) = cardinality(headings) and cardinality(fields) > 0),
  check (cardinality(reply_fields) = cardinality(reply_headings))
);
comment on table fund.bank_layout is '银行文件格式；reply_headings 是本行回盘文件的列名（另加通用列名）';
create index bank_layout_of_insurer on fund.bank_layout (insurer_id, id);
alter table fund.bank_layout enable row level security;
alter table fund.bank_layout force row level security;
create policy owner on fund.bank_layout to fangpin_owner using (true);
create policy own_division on fund.bank_layout to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy above_is_read on fund.bank_layout for select to fangpin_office
  using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path));
grant select, insert on fund.bank_layout to fangpin_office;
