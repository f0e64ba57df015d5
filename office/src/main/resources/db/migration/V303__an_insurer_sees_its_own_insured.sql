-- 承保机构只看本机构承保的: bills, paper bills, their money and what is compared of them tell of people's illness; an insurer's login sees those
-- under its own contracts (WH3 §5.2), whatever its division holds.
alter table settlement.bill add contract_id bigint references enrolment.contract;
comment on column settlement.bill.contract_id is '结算时保障所依的承办合同；没有合同时为空';
update settlement.bill set contract_id = list.contract_id
from enrolment.cover join enrolment.enrolment list on list.id = cover.enrolment_id where cover.id = bill.cover_id;

alter table settlement.reimbursement add contract_id bigint references enrolment.contract;
comment on column settlement.reimbursement.contract_id is '受理时保障所依的承办合同；没有合同时为空';
update settlement.reimbursement set contract_id = bill.contract_id from settlement.bill where bill.id = reimbursement.bill_id;
update settlement.reimbursement set contract_id = under.contract_id
from (select cover.person_id, cover.valid_from, cover.valid_to, min(list.contract_id) as contract_id
      from enrolment.cover join enrolment.enrolment list on list.id = cover.enrolment_id
      where cover.known_to = 'infinity' and cover.product = 'supplementary-medical'
      group by cover.person_id, cover.valid_from, cover.valid_to) under
where reimbursement.contract_id is null and under.person_id = reimbursement.person_id
  and reimbursement.discharged_on >= under.valid_from and reimbursement.discharged_on < under.valid_to;

alter table settlement.statement add insurer_id bigint references enrolment.insurer;
comment on column settlement.statement.insurer_id is '承保机构账号登记的，是哪个机构；其他为空';
update settlement.statement set insurer_id = login.insurer_id
from enrolment.insurer_login login where login.account_id = statement.entered_by;

-- 本机构: the insurers of a login; null for who is no insurer. Asked once a statement, it costs a row's lookup.
create function enrolment.own_insurers() returns bigint[] language sql stable security definer set search_path = pg_catalog
    begin atomic
        select case when exists (select from access.account_role role
                    where role.account_id = nullif(current_setting('fangpin.actor', true), '')::bigint and role.role = 'INSURER')
                or cardinality(own.ids) > 0 then own.ids end
        from (select coalesce(array_agg(login.insurer_id), '{}') as ids from enrolment.insurer_login login
              where login.account_id = nullif(current_setting('fangpin.actor', true), '')::bigint) own;
    end;
create function enrolment.own_contracts() returns bigint[] language sql stable security definer set search_path = pg_catalog
    begin atomic
        select case when own.ids is not null then array(
            select contract.id from enrolment.contract where contract.insurer_id = any (own.ids)) end
        from (select enrolment.own_insurers() as ids) own;
    end;
revoke all on function enrolment.own_insurers(), enrolment.own_contracts() from public;
grant execute on function enrolment.own_insurers(), enrolment.own_contracts() to fangpin_office;

do $$
declare it record;
begin
    for it in
        select * from (values
            ('settlement.bill', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('settlement.reimbursement', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('settlement.decision', 'exists (select from settlement.bill where bill.id = decision.bill_id)'),
            ('settlement.cover_review', 'exists (select from settlement.bill where bill.id = cover_review.bill_id)'),
            ('settlement.statement', 'insurer_id = any ((select enrolment.own_insurers())::bigint[])'),
            ('settlement.statement_difference', 'exists (select from settlement.statement where statement.id = statement_difference.statement_id)'),
            ('settlement.referred_bill', 'false'),
            ('settlement.upload', 'false'),
            ('settlement.upload_row', 'false'),
            ('settlement.cost_check', 'false'),
            ('settlement.year_check', 'false'),
            ('fund.account', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('fund.balance', 'account_id in (select account.id from fund.account)'),
            ('fund.posting', 'account_id in (select account.id from fund.account)'),
            ('fund.entry', 'exists (select from fund.posting where posting.entry_id = entry.id)'),
            ('fund.premium_payment', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('fund.payment_order', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('fund.payment_file', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('fund.operating_cost', 'contract_id = any ((select enrolment.own_contracts())::bigint[])'),
            ('fund.year_close', 'contract_id = any ((select enrolment.own_contracts())::bigint[])')
        ) as wall (name, own)
    loop
        execute format('create policy own_insurer on %s as restrictive for select to fangpin_office
            using ((select enrolment.own_insurers()) is null or %s)', it.name, it.own);
    end loop;
end $$;
