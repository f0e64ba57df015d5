-- 国家报文说过的: what a national settlement message said beside what a settlement is worked out from, so that 5203 and 2305 give it back. No name, no
-- ID number, no words.
create table web.national_message (
    bill_id bigint primary key references settlement.bill,
    path text collate "C" not null,
    hospital_path text collate "C" not null,
    insurance_type text not null check (length(insurance_type) <= 20),
    medical_type text not null check (length(medical_type) <= 20),
    amounts bigint[] not null check (cardinality(amounts) = 8),
    settled_at timestamptz not null
);
comment on table web.national_message is '2304 报文中结算不用、查询和撤销时要原样返回的内容';
comment on column web.national_message.amounts is '分：全自费、超限价自费、先行自付、起付线、个人账户、公务员补助、企业补充、职工大额；没有报的为空';

alter table web.national_message enable row level security;
alter table web.national_message force row level security;
create policy owner on web.national_message to fangpin_owner using (true);
create policy own_people_or_own_hospital on web.national_message to fangpin_office using (
    (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~')
    or (hospital_path >= nullif(current_setting('fangpin.scope', true), '')
        and hospital_path < nullif(current_setting('fangpin.scope', true), '') || '~'));
create policy own_insurer on web.national_message as restrictive for select to fangpin_office using (
    (select enrolment.own_insurers()) is null or exists (select from settlement.bill where bill.id = national_message.bill_id));
grant select, insert on web.national_message to fangpin_office;
