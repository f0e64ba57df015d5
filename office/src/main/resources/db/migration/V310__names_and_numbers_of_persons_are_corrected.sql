-- 更正身份信息: a case that says what a person's name, ID number, sex and birthday should be. Its row keeps both what was recorded and what
-- is right, so that the case can be read when the person has long been corrected, and filed only while nobody else changed them.
alter table register.determination drop constraint determination_kind_check;
alter table register.determination add constraint determination_kind_check
    check (kind in ('recognition', 'graduation', 'death', 'move', 'merge', 'split', 'correction', 'identity'));

create table register.identity_correction (
    determination_id bigint primary key references register.determination,
    path text collate "C" not null,
    paper text not null check (paper in ('id-card', 'household-book', 'police-statement', 'birth-certificate', 'other')),
    was_name text not null,
    was_id_sealed bytea,
    was_sex smallint not null,
    was_born_on date,
    name text not null check (name <> ''),
    id_sealed bytea,
    sex smallint not null check (sex in (0, 1, 2, 9)),
    born_on date
);
alter table register.identity_correction enable row level security;
alter table register.identity_correction force row level security;
create policy owner on register.identity_correction to fangpin_owner using (true);
create policy own_division on register.identity_correction to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on register.identity_correction to fangpin_office;

-- 变更所依据的事项: a version that a case brought names it, and through it who declared what another approved.
alter table register.person_version add column determination_id bigint references register.determination;
