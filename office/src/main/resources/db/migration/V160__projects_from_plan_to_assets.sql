-- 项目库: projects from a village's plan over town, county departments and leading group to pool, year plan, work, acceptance and assets; with
-- their budget by source, performance goals, opinions, notices, exceptions, findings, upkeep and income. What was decided is added, never
-- edited: the steps of a project say who did what on which day. Money itself is another room's. A row is seen by its division.
create schema project;
grant usage on schema project to fangpin_office;

create table project.project (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  division_code text not null,
  year integer not null check (year between 2000 and 2100),
  number text not null generated always as
    (year::text || '-' || division_code || '-' || lpad(id::text, greatest(4, length(id::text)), '0')) stored unique,
  name text not null check (name <> ''),
  pack text not null,
  item text not null,
  content text not null check (content <> ''),
  benefit text not null check (benefit <> ''),
  implementer text not null check (implementer <> ''),
  responsible text not null check (responsible <> ''),
  starts_on date not null,
  ends_on date not null,
  for_instant_help boolean not null,
  households integer not null check (households >= 0),
  persons integer not null check (persons >= 0),
  met_on date,
  stage text not null default 'planned' check (stage in ('planned', 'submitted', 'checked', 'argued', 'decided', 'published', 'pooled',
    'scheduled', 'implementing', 'completed', 'accepted', 'result-published', 'closed', 'dropped', 'refused')),
  stage_since date not null,
  plan_year integer check (plan_year between 2000 and 2100),
  contractor text not null default '',
  pooled_on date,
  version integer not null default 0,
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  check (ends_on >= starts_on),
  check (stage not in ('scheduled', 'implementing', 'completed', 'accepted', 'result-published', 'closed') or plan_year is not null)
);
comment on table project.project is '扶贫项目；必填项按县级脱贫攻坚项目库建设的要求';
comment on column project.project.item is '资金项目（政策包里的标识），即项目类型';
comment on column project.project.benefit is '群众参与和利益联结机制';
comment on column project.project.households is '受益户数；户数、人数都为 0 是镇街或县级项目没有按户统计';
comment on column project.project.met_on is '村民会议或村民代表会议的日期；镇街、县级项目为空';
comment on column project.project.plan_year is '列入哪一年的年度项目计划；空为没有列入';
create index project_by_place on project.project (path, id);
create index project_by_stage on project.project (stage, path);

create table project.budget_line (
  project_id bigint not null references project.project,
  number integer not null,
  path text collate "C" not null,
  level text not null check (level in ('central', 'province', 'city', 'district', 'village', 'donation', 'other')),
  source text not null,
  purpose text not null check (purpose <> ''),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (project_id, number)
);
comment on column project.budget_line.purpose is '这笔钱用来做什么；按负面清单核对';

create table project.goal (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  kind text not null check (kind in ('quantity', 'quality', 'time', 'cost', 'benefit', 'satisfaction')),
  name text not null check (name <> ''),
  unit text not null check (unit <> ''),
  at_least boolean not null,
  target numeric(18, 4) not null check (target >= 0),
  set_on date not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
comment on column project.goal.at_least is '越多越好（不低于）；否则不高于';
create index goal_of_project on project.goal (project_id, id);

create table project.goal_value (
  goal_id bigint not null references project.goal on delete cascade,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  phase text not null check (phase in ('mid-year', 'final')),
  value numeric(18, 4) not null check (value >= 0),
  note text not null,
  observed_on date not null,
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  primary key (goal_id, phase)
);

create table project.self_review (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  score integer not null check (score between 0 and 100),
  said text not null check (said <> ''),
  reviewed_on date not null,
  entered_by bigint not null,
  confirmed_by bigint,
  confirmed_on date,
  known_from timestamptz not null default now(),
  check (confirmed_by <> entered_by),
  check ((confirmed_by is null) = (confirmed_on is null))
);
create index self_review_of_project on project.self_review (project_id, id);

create table project.opinion (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  department text not null check (department <> ''),
  favourable boolean not null,
  said text not null check (said <> ''),
  given_on date not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
comment on table project.opinion is '县级行业部门论证意见';
create index opinion_of_project on project.opinion (project_id, id);

create table project.step (
  project_id bigint not null references project.project,
  number integer not null,
  path text collate "C" not null,
  what text not null,
  happened_on date not null,
  note text not null,
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  primary key (project_id, number)
);

create table project.notice (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  phase text not null check (phase in ('entry', 'result')),
  board text not null check (board <> ''),
  shown_from date not null,
  shown_to date not null,
  published_by bigint not null,
  known_from timestamptz not null default now(),
  check (shown_to > shown_from)
);
comment on column project.notice.shown_to is '公示结束的次日';
create index notice_of_project on project.notice (project_id, id);

create table project.objection (
  id bigint generated always as identity primary key,
  notice_id bigint not null references project.notice,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  said text not null check (said <> ''),
  received_on date not null,
  entered_by bigint not null,
  answer text,
  answered_on date,
  answered_by bigint,
  known_from timestamptz not null default now(),
  check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null))
);
create index objection_of_notice on project.objection (notice_id, id);

create table project.clearing (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  words text not null,
  judged text not null,
  reason text not null check (reason <> ''),
  cleared_on date not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
comment on table project.clearing is '负面清单：字面相近的，由另一人说明理由后排除；项目文字改动后重新核对';
create index clearing_of_project on project.clearing (project_id, id);

create table project.gate_exception (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  gate text not null,
  clause text not null,
  reason text not null check (reason <> ''),
  asked_on date not null,
  asked_by bigint not null,
  granted boolean,
  answer text not null default '',
  due_on date,
  decided_on date,
  decided_by bigint,
  known_from timestamptz not null default now(),
  check ((granted is null) = (decided_by is null) and (granted is null) = (decided_on is null)),
  check (decided_by <> asked_by),
  check (granted is not true or due_on is not null)
);
comment on table project.gate_exception is '“原则上”的例外：有理由、另一人决定，并成为一条问题';
create unique index gate_exception_one_open on project.gate_exception (project_id, gate) where granted is null;
create index gate_exception_of_project on project.gate_exception (project_id, id);

create table project.adjustment (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  kind text not null check (kind in ('plan', 'carry', 'unplan', 'drop')),
  year integer check (year between 2000 and 2100),
  reason text not null check (reason <> ''),
  proposed_on date not null,
  proposed_by bigint not null,
  granted boolean,
  answer text not null default '',
  decided_on date,
  decided_by bigint,
  known_from timestamptz not null default now(),
  check ((kind in ('plan', 'carry')) = (year is not null)),
  check ((granted is null) = (decided_by is null) and (granted is null) = (decided_on is null)),
  check (decided_by <> proposed_by)
);
comment on table project.adjustment is '年度动态调整：列入计划、结转下年、移出计划、出库';
create unique index adjustment_one_open on project.adjustment (project_id) where granted is null;
create index adjustment_of_project on project.adjustment (project_id, id);

create table project.progress (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  reported_on date not null,
  percent integer not null check (percent between 0 and 100),
  said text not null check (said <> ''),
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
create index progress_of_project on project.progress (project_id, id);

create table project.finding (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  rule text not null check (rule in ('quality', 'exception', 'acceptance', 'upkeep', 'notice', 'other')),
  clause text not null,
  evidence text not null check (evidence <> ''),
  owner text not null check (owner <> ''),
  due_on date not null,
  found_on date not null,
  found_by bigint not null,
  rectified text,
  rectified_on date,
  rectified_by bigint,
  closing text,
  closed_on date,
  closed_by bigint,
  known_from timestamptz not null default now(),
  check ((rectified is null) = (rectified_by is null) and (rectified is null) = (rectified_on is null)),
  check ((closing is null) = (closed_by is null) and (closing is null) = (closed_on is null)),
  check (closed_by is null or rectified_by is not null),
  check (closed_by <> rectified_by)
);
create index finding_of_project on project.finding (project_id, id);
create index finding_open on project.finding (due_on, path) where closed_by is null;

create table project.asset (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  kind text not null check (kind in ('public', 'operating', 'household')),
  name text not null check (name <> ''),
  amount text not null,
  owner text not null check (owner <> ''),
  keeper text not null check (keeper <> ''),
  value_fen bigint not null check (value_fen >= 0),
  in_use_on date not null,
  state text not null default 'in-use' check (state in ('in-use', 'idle', 'damaged', 'disposed')),
  state_on date not null,
  state_note text not null default '',
  entered_on date not null,
  entered_by bigint not null,
  confirmed_on date,
  confirmed_by bigint,
  certificate text not null default '',
  known_from timestamptz not null default now(),
  check (confirmed_by <> entered_by),
  check ((confirmed_by is null) = (confirmed_on is null))
);
comment on table project.asset is '扶贫项目资产；confirmed 为确权';
create index asset_by_place on project.asset (path, id);
create index asset_of_project on project.asset (project_id, id);

create table project.upkeep (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  keeper text not null check (keeper <> ''),
  yearly_cost_fen bigint not null check (yearly_cost_fen >= 0),
  paid_from text not null check (paid_from <> ''),
  since date not null,
  entered_by bigint not null,
  known_from timestamptz not null default now()
);
create index upkeep_of_project on project.upkeep (project_id, id);

create table project.income (
  id bigint generated always as identity primary key,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  year integer not null check (year between 2000 and 2100),
  payer text not null check (payer <> ''),
  received_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  upkeep_fen bigint not null check (upkeep_fen >= 0),
  village_fen bigint not null check (village_fen >= 0),
  proposed_on date,
  proposed_by bigint,
  approved_on date,
  approved_by bigint,
  entered_by bigint not null,
  version integer not null default 0,
  known_from timestamptz not null default now(),
  check (upkeep_fen + village_fen <= amount_fen),
  check ((proposed_by is null) = (proposed_on is null)),
  check ((approved_by is null) = (approved_on is null)),
  check (approved_by is null or proposed_by is not null),
  check (approved_by <> proposed_by)
);
comment on table project.income is '项目收益，按年；分给户的、留作运行管护的、留给村集体的';
create index income_of_project on project.income (project_id, year, id);

create table project.income_share (
  income_id bigint not null references project.income,
  household_id bigint not null references register.household,
  project_id bigint not null references project.project,
  path text collate "C" not null,
  household_number text not null,
  head_name text not null,
  persons integer not null check (persons > 0),
  group_kind text not null check (group_kind in ('policy-beneficiary', 'instant-help')),
  ground text not null check (ground <> ''),
  amount_fen bigint not null check (amount_fen > 0),
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  primary key (income_id, household_id)
);
comment on table project.income_share is '差异化分配名单；path 是户所在的村';

do $$
declare name text;
begin
    foreach name in array array['project', 'budget_line', 'goal', 'goal_value', 'self_review', 'opinion', 'step', 'notice', 'objection',
        'clearing', 'gate_exception', 'adjustment', 'progress', 'finding', 'asset', 'upkeep', 'income', 'income_share'] loop
        execute format('alter table project.%I enable row level security', name);
        execute format('alter table project.%I force row level security', name);
        execute format('create policy owner on project.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on project.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select, insert on project.%I to fangpin_office', name);
    end loop;
end $$;
grant update on project.project to fangpin_office;
grant delete on project.budget_line, project.goal, project.income_share to fangpin_office;
grant update (confirmed_by, confirmed_on) on project.self_review to fangpin_office;
grant update (value, note, observed_on, entered_by) on project.goal_value to fangpin_office;
grant update (answer, answered_on, answered_by) on project.objection to fangpin_office;
grant update (granted, answer, due_on, decided_on, decided_by) on project.gate_exception to fangpin_office;
grant update (granted, answer, decided_on, decided_by) on project.adjustment to fangpin_office;
grant update (rectified, rectified_on, rectified_by, closing, closed_on, closed_by) on project.finding to fangpin_office;
grant update (state, state_on, state_note, confirmed_on, confirmed_by, certificate) on project.asset to fangpin_office;
grant update (proposed_on, proposed_by, approved_on, approved_by, version) on project.income to fangpin_office;
