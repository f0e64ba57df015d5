-- 理赔: loss reports of accidents, the papers that were asked for, investigations, injuries, payees, proposals, decisions, appeals. A decision is
-- never edited: what a later one changes for earlier ones of the person's period is a decision of its own. What counts for a claim is its
-- last decision. A row is seen by its division; of insurers' logins only by those of the insurer it belongs to.
create schema claims;
grant usage on schema claims to fangpin_office;

-- Whether who asks may see what belongs to an insurer: those of the office may, a login of an insurer only what is its insurer's.
create function claims.sees(insurer bigint) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select not exists (select from access.account_role role
                where role.account_id = nullif(current_setting('fangpin.actor', true), '')::bigint and role.role = 'INSURER')
            or exists (select from enrolment.insurer_login login
                where login.insurer_id = insurer
                  and login.account_id = nullif(current_setting('fangpin.actor', true), '')::bigint);
    end;
revoke all on function claims.sees(bigint) from public;
grant execute on function claims.sees(bigint) to fangpin_office;

-- Which insurer answers for each cover of a person, by the list that the cover came with.
create function claims.insurers_of(person bigint) returns table (cover_id bigint, insurer_id bigint, insurer text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select cover.id, insurer.id, insurer.name
        from enrolment.cover
        join enrolment.enrolment list on list.id = cover.enrolment_id
        join enrolment.contract on contract.id = list.contract_id
        join enrolment.insurer on insurer.id = contract.insurer_id
        where cover.person_id = person and cover.known_to = 'infinity';
    end;
revoke all on function claims.insurers_of(bigint) from public;
grant execute on function claims.insurers_of(bigint) to fangpin_office;

create table claims.accident (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  insurer_id bigint not null references enrolment.insurer,
  person_id bigint not null references register.person,
  happened_on date not null,
  place text not null,
  cause text not null,
  known_from timestamptz not null default now()
);
comment on table claims.accident is '事故；一个人一次事故的各件理赔共用，免赔额和伤残等级按事故累计';
create index accident_of_person on claims.accident (person_id, happened_on);

create table claims.claim (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  insurer_id bigint not null references enrolment.insurer,
  insurer text not null,
  person_id bigint not null references register.person,
  person_name text not null,
  cover_id bigint not null references enrolment.cover,
  pack text not null,
  product text not null,
  period_from date not null,
  accident_id bigint not null references claims.accident,
  kind text not null check (kind in ('death', 'disability', 'medical')),
  channel text not null check (channel in ('phone', 'outlet', 'village', 'counter')),
  reporter text not null check (reporter <> ''),
  reporter_phone_sealed bytea,
  circumstances_sealed bytea not null,
  third_party text not null check (third_party in ('none', 'liable', 'unknown')),
  green boolean not null,
  died_on date,
  reported_on date not null,
  reported_by bigint not null,
  stage text not null check (stage in ('reported', 'complete', 'proposed', 'approved', 'refused', 'appealed', 'withdrawn')),
  due_on date,
  complete_on date,
  decided_on date,
  informed_on date,
  ordinal integer check (ordinal > 0),
  version integer not null default 0,
  known_from timestamptz not null default now(),
  check ((kind = 'death') = (died_on is not null)),
  check (stage not in ('approved', 'refused') or decided_on is not null),
  unique (person_id, pack, product, period_from, ordinal)
);
comment on column claims.claim.path is '报案时人员所在的村';
comment on column claims.claim.person_name is '报案时的姓名；承保机构看不到档案';
comment on column claims.claim.due_on is '下一步最迟的一天；空为没有时限';
comment on column claims.claim.ordinal is '本人本险种本周期第几件批准赔付的，按批准先后；空为还没有';
create index claim_by_place on claims.claim (path, id);
create index claim_by_due on claims.claim (due_on) where due_on is not null;
create index claim_of_person on claims.claim (person_id, id);
create index claim_of_accident on claims.claim (accident_id);

create table claims.step (
  claim_id bigint not null references claims.claim,
  number integer not null,
  path text collate "C" not null,
  insurer_id bigint not null,
  what text not null,
  happened_on date not null,
  note text not null,
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  primary key (claim_id, number)
);

-- 应交资料: the list that was told, once and completely (保险法 art. 22); what the insurer asks for afterwards is told once more, in a second round.
create table claims.paper (
  claim_id bigint not null references claims.claim,
  paper text not null,
  path text collate "C" not null,
  insurer_id bigint not null,
  needed boolean not null,
  round integer not null check (round in (1, 2)),
  told_on date not null,
  told_by bigint not null,
  received_on date,
  received_by bigint,
  note text not null default '',
  primary key (claim_id, paper),
  check ((received_on is null) = (received_by is null))
);

create table claims.investigation (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claims.claim,
  path text collate "C" not null,
  insurer_id bigint not null,
  done_on date not null,
  place text not null,
  note_sealed bytea not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
create index investigation_by_claim on claims.investigation (claim_id);

create table claims.injury (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claims.claim,
  accident_id bigint not null references claims.accident,
  path text collate "C" not null,
  insurer_id bigint not null,
  body_system text not null,
  part_sealed bytea not null,
  grade integer not null check (grade between 1 and 10),
  rated_on date not null,
  rated_by text not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
comment on column claims.injury.body_system is 'JR/T 0083-2013 的八大类之一';
create index injury_by_accident on claims.injury (accident_id);

create table claims.payee (
  claim_id bigint not null references claims.claim,
  number integer not null check (number > 0),
  path text collate "C" not null,
  insurer_id bigint not null,
  kind text not null check (kind in ('person', 'proxy', 'heir')),
  name text not null check (name <> ''),
  relation text not null,
  weight integer not null check (weight between 1 and 1000000),
  bank text not null,
  card_sealed bytea not null,
  entered_by bigint not null,
  primary key (claim_id, number)
);

create table claims.proposal (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claims.claim,
  number integer not null check (number > 0),
  path text collate "C" not null,
  insurer_id bigint not null,
  pays boolean not null,
  adoption_id bigint references policy.adoption,
  grade integer,
  eligible_fen bigint,
  other_paid_fen bigint,
  disaster_paid_fen bigint,
  benefit_fen bigint,
  figures_before bigint[],
  pack_hash text,
  input_hash text,
  engine text,
  clause text not null,
  note text not null,
  proposed_by bigint not null,
  proposed_on date not null,
  answer text not null default '',
  answered_on date,
  agreed boolean,
  unique (claim_id, number),
  check (pays = (adoption_id is not null and benefit_fen is not null and figures_before is not null)),
  check (pays or note <> '')
);
comment on table claims.proposal is '核赔意见：赔付或不予赔付';

create table claims.approval (
  proposal_id bigint not null references claims.proposal,
  path text collate "C" not null,
  insurer_id bigint not null,
  approved_by bigint not null,
  approved_on date not null,
  note text not null,
  primary key (proposal_id, approved_by)
);

create table claims.decision (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claims.claim,
  number integer not null check (number > 0),
  path text collate "C" not null,
  insurer_id bigint not null,
  kind text not null check (kind in ('decided', 'adjusted')),
  because_of bigint references claims.claim,
  adoption_id bigint not null references policy.adoption,
  deciding_on date not null,
  accident_key text not null,
  input_values bigint[] not null,
  figures_before bigint[] not null,
  figures_after bigint[] not null,
  benefit_fen bigint not null check (benefit_fen >= 0),
  difference_fen bigint not null,
  year_paid_fen bigint not null,
  pack_hash text not null,
  input_hash text not null,
  engine text not null,
  decided_by bigint not null,
  decided_on date not null,
  known_from timestamptz not null default now(),
  unique (claim_id, number),
  check ((kind = 'adjusted') = (because_of is not null))
);
comment on column claims.decision.difference_fen is '本案赔付与上一次决定之差；合计为现在应付';

create table claims.appeal (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claims.claim,
  path text collate "C" not null,
  insurer_id bigint not null,
  appealed_by text not null check (appealed_by <> ''),
  grounds text not null check (grounds <> ''),
  after_stage text not null check (after_stage in ('approved', 'refused')),
  entered_by bigint not null,
  entered_on date not null,
  reopened boolean,
  answer text not null default '',
  answered_by bigint,
  answered_on date,
  check ((reopened is null) = (answered_by is null))
);
create index appeal_by_claim on claims.appeal (claim_id);

-- 参数: days and limits; what is not set here is the default that the program names. The nearest division at or above a claim's counts.
create table claims.setting (
  path text collate "C" not null,
  name text not null,
  value bigint not null check (value >= 0),
  reason text not null check (reason <> ''),
  entered_by bigint not null,
  entered_on date not null,
  known_from timestamptz not null default now(),
  known_to timestamptz not null default 'infinity'
);
create unique index setting_once on claims.setting (path, name) where known_to = 'infinity';

do $$
declare name text;
begin
    foreach name in array array['accident', 'claim', 'step', 'paper', 'investigation', 'injury', 'payee', 'proposal', 'approval',
        'decision', 'appeal'] loop
        execute format('alter table claims.%I enable row level security', name);
        execute format('alter table claims.%I force row level security', name);
        execute format('create policy owner on claims.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division_and_insurer on claims.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~' and claims.sees(insurer_id))$policy$, name);
        execute format('grant select, insert on claims.%I to fangpin_office', name);
    end loop;
end $$;
grant update on claims.claim to fangpin_office;
grant update (needed, received_on, received_by, note) on claims.paper to fangpin_office;
grant update (answer, answered_on, agreed) on claims.proposal to fangpin_office;
grant update (reopened, answer, answered_by, answered_on) on claims.appeal to fangpin_office;
grant delete on claims.payee, claims.injury to fangpin_office;

alter table claims.setting enable row level security;
alter table claims.setting force row level security;
create policy owner on claims.setting to fangpin_owner using (true);
create policy own_division on claims.setting to fangpin_office using (
    path >= nullif(current_setting('fangpin.scope', true), '')
    and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy above_is_read on claims.setting for select to fangpin_office
    using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path));
grant select, insert on claims.setting to fangpin_office;
grant update (known_to) on claims.setting to fangpin_office;

-- 周期账户: the approved claims of one person, product and period as they count now, in the order of their approval. Locked from the first call
-- until the transaction ends, so that two approvals never spend the same limit. Only what arithmetic needs is shown.
create function claims.account(person bigint, of_pack text, of_product text, of_period date)
    returns table (claim_id bigint, ordinal integer, kind text, adoption_id bigint, deciding_on date, accident_key text,
        input_values bigint[], figures_before bigint[], figures_after bigint[], benefit_fen bigint)
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(
            hashtextextended('claims.account ' || person || ' ' || of_pack || ' ' || of_product || ' ' || of_period, 0));
        return query
        select claim.id, claim.ordinal, claim.kind, last.adoption_id, last.deciding_on, last.accident_key, last.input_values,
            last.figures_before, last.figures_after, last.benefit_fen
        from claims.claim
        cross join lateral (select * from claims.decision where decision.claim_id = claim.id order by number desc limit 1) last
        where claim.person_id = person and claim.pack = of_pack and claim.product = of_product and claim.period_from = of_period
        order by claim.ordinal;
    end $$;
revoke all on function claims.account(bigint, text, text, date) from public;
grant execute on function claims.account(bigint, text, text, date) to fangpin_office;
