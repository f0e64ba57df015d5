-- 科室: which department of a hospital treated (WH3 §3.1 looks at cost by department). Where a bill names none, it stands with the hospital alone.
create table settlement.department (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_id bigint not null references settlement.hospital,
  name text not null check (name <> '' and length(name) <= 30),
  unique (hospital_id, name)
);
comment on table settlement.department is '医院的科室，随账单登记；path 为医院的';
alter table settlement.department enable row level security;
alter table settlement.department force row level security;
create policy owner on settlement.department to fangpin_owner using (true);
create policy everybody_reads on settlement.department for select to fangpin_office using (true);
create index department_by_place on settlement.department (path);
grant select on settlement.department to fangpin_office;

-- The department of that name, made when a bill names it first; null for none.
create function settlement.department_of(of_hospital bigint, of_name text) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog
    as $$
    declare
        found_id bigint;
    begin
        if of_name = '' then
            return null;
        end if;
        select department.id into found_id from settlement.department where hospital_id = of_hospital and name = of_name;
        if found_id is null then
            insert into settlement.department (path, hospital_id, name)
            select hospital.path, hospital.id, of_name from settlement.hospital where hospital.id = of_hospital
            on conflict (hospital_id, name) do update set path = excluded.path returning department.id into found_id;
        end if;
        return found_id;
    end $$;
revoke all on function settlement.department_of(bigint, text) from public;
grant execute on function settlement.department_of(bigint, text) to fangpin_office;

alter table settlement.bill add department_id bigint references settlement.department;
comment on column settlement.bill.department_id is '科室；账单没有写的为空';

alter table settlement.cost_check add department_id bigint references settlement.department;
alter table settlement.cost_check drop constraint cost_check_check;
alter table settlement.cost_check add constraint cost_check_of_one check (num_nonnulls(hospital_id, person_id, department_id) = 1);
drop index settlement.cost_check_open;
create unique index cost_check_open on settlement.cost_check (month, coalesce(hospital_id, 0), coalesce(person_id, 0), coalesce(department_id, 0))
  where closed_by is null;
