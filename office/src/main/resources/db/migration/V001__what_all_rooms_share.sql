-- What all rooms share: the rule by which rows are shown, and the mark of this installation.
--
-- Every room keeps its tables in a schema of its own name, owned by fangpin_owner. The office works as fangpin_office, which owns
-- nothing and may do what a migration grants it, table by table: nothing is granted by default.
--
-- A table with rows of people or divisions bears the path of the division each row belongs to, and these lines:
--
--   create table register.person (
--     ...
--     path text collate "C" not null
--   );
--   create index on register.person (path);
--   alter table register.person enable row level security;
--   alter table register.person force row level security;
--   create policy own_division on register.person to fangpin_office using (
--     path >= nullif(current_setting('fangpin.scope', true), '')
--     and path < nullif(current_setting('fangpin.scope', true), '') || '~');
--   create policy owner on register.person to fangpin_owner using (true);
--   grant select, insert, update on register.person to fangpin_office;
--
-- A path is the codes from the province down, each followed by a slash: 370000/371000/371082/. It is ASCII, of digits, small
-- letters, hyphen and slash, all before '~', so the two comparisons are "begins with" and use the index. Outside of a
-- transaction of ScopedWork the setting is null or, after one, empty: then no row is shown and none can be written.

alter default privileges revoke execute on functions from public;

create table office.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  made_at timestamptz not null
);
comment on table office.installation is '本套系统的标识；备份中带有它，恢复后不变';

insert into office.installation (id, made_at) values (gen_random_uuid(), now());

grant usage on schema office to fangpin_office;
grant select on office.installation to fangpin_office;
