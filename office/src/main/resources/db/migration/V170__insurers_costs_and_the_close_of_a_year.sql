-- What an insurer spends to run a product, and the close of a contract's year for a product: what is left goes to next year's premium or back,
-- what is missing is borne or made up. Both by two persons; the ledger has accounts for them.
alter table fund.account drop constraint account_kind_check;
alter table fund.account add constraint account_kind_check check (kind in ('insurer-money', 'premium-received', 'benefit-paid',
    'owed-to-hospital', 'owed-to-person', 'funds-received', 'funds-available', 'funds-paid', 'operating-cost', 'surplus-given',
    'insurer-result'));

create table fund.operating_cost (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  product text not null,
  amount_fen bigint not null check (amount_fen > 0),
  spent_on date not null,
  what text not null check (what <> ''),
  voucher text not null check (voucher <> ''),
  state text not null check (state in ('entered', 'posted', 'refused')),
  entered_by bigint not null,
  entered_on date not null,
  answered_by bigint check (answered_by <> entered_by),
  answered_on date,
  reason text not null default '',
  entry_id bigint references fund.entry,
  check ((state = 'posted') = (entry_id is not null)),
  check ((state = 'entered') = (answered_by is null))
);
comment on table fund.operating_cost is '承保机构经营费用；一人登记，另一人复核后入账';
create unique index operating_cost_once on fund.operating_cost (contract_id, voucher) where state <> 'refused';
create index operating_cost_by_place on fund.operating_cost (path, id);

create table fund.year_close (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  product text not null,
  premium_fen bigint not null,
  benefit_fen bigint not null,
  cost_fen bigint not null,
  pending_fen bigint not null check (pending_fen >= 0),
  kept_fen bigint not null check (kept_fen >= 0),
  moved_fen bigint not null check (moved_fen >= 0),
  way text not null check (way in ('next-premium', 'returned', 'borne', 'made-up')),
  next_contract_id bigint references enrolment.contract,
  bank_reference text not null,
  clause text not null,
  note text not null check (note <> ''),
  state text not null check (state in ('proposed', 'closed', 'refused')),
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint check (answered_by <> proposed_by),
  answered_on date,
  reason text not null default '',
  entry_id bigint references fund.entry,
  check ((way = 'next-premium') = (next_contract_id is not null)),
  check ((state = 'proposed') = (answered_by is null)),
  check (abs(premium_fen - benefit_fen - cost_fen - pending_fen) = kept_fen + moved_fen)
);
comment on table fund.year_close is '年度清算：一份合同一个险种一次';
comment on column fund.year_close.pending_fen is '为未决案件留存';
comment on column fund.year_close.kept_fen is '盈余：承保机构可留部分；亏损：承保机构自担部分';
comment on column fund.year_close.moved_fen is '盈余：转入下年度保费或退回；亏损：由财政补足';
create unique index year_close_once on fund.year_close (contract_id, product) where state <> 'refused';
create index year_close_by_place on fund.year_close (path, id);

do $$
declare name text;
begin
    foreach name in array array['operating_cost', 'year_close'] loop
        execute format('alter table fund.%I enable row level security', name);
        execute format('alter table fund.%I force row level security', name);
        execute format('create policy owner on fund.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on fund.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select, insert on fund.%I to fangpin_office', name);
        execute format('grant update (state, answered_by, answered_on, reason, entry_id) on fund.%I to fangpin_office', name);
    end loop;
end $$;
