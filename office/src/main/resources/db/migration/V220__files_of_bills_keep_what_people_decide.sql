-- Rows of a hospital's month whose person people decide about: kept like the desk's bills (V202), each joined to its row, so that the upload
-- says what became of it. A waiting bill that settlement itself refuses later says why.
drop function enrolment.referred_with(bytea);
create function enrolment.referred_among(indexes bytea[])
    returns table (id_index bytea, person_id bigint, path text, name text, sex smallint, born_on date, pack text, product text, covered boolean)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct person.id_index, person.id, person.path, person.name, person.sex::smallint, person.born_on, list.pack, item.product,
            referral.covered
        from register.person
        join enrolment.enrolment_item item on item.person_id = person.id and item.reason in ('referred', 'decided-against')
        join enrolment.enrolment list on list.id = item.enrolment_id and list.stage <> 'withdrawn'
        left join enrolment.referral on referral.person_id = person.id and referral.pack = list.pack
            and referral.product = item.product and referral.stage = 'confirmed'
        where person.id_index = any (indexes) and person.merged_into is null;
    end;
comment on function enrolment.referred_among(bytea[]) is '按身份证号：参保须由人决定的人员及决定，仅此';
revoke all on function enrolment.referred_among(bytea[]) from public;
grant execute on function enrolment.referred_among(bytea[]) to fangpin_office;

alter table settlement.referred_bill add refused text;
comment on column settlement.referred_bill.refused is '已在保后结算仍不予办理的原因';
grant update (refused) on settlement.referred_bill to fangpin_office;

alter table settlement.upload_row add referred_id bigint references settlement.referred_bill;
alter table settlement.upload_row add check (num_nonnulls(bill_id, reason, referred_id) <= 1);
comment on column settlement.upload_row.referred_id is '留待的账单；办理结果随它';
grant update (referred_id) on settlement.upload_row to fangpin_office;
drop index settlement.upload_row_waiting;
create index upload_row_waiting on settlement.upload_row (upload_id, discharged_on, bill_number)
  where bill_id is null and reason is null and referred_id is null;
create index upload_row_referred on settlement.upload_row (upload_id, row_number) where referred_id is not null;
alter table settlement.upload add referred integer not null default 0;
grant update (referred) on settlement.upload to fangpin_office;
create index referred_bill_of_person on settlement.referred_bill (person_id);
