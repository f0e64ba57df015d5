-- Monthly bulletins on special funds, as they were issued.
create table supervision.bulletin (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  month date not null check (extract(day from month) = 1),
  year integer not null,
  issued_by bigint not null,
  issued_on date not null,
  unique (path, month, year)
);
create table supervision.bulletin_row (
  bulletin_id bigint not null references supervision.bulletin,
  path text collate "C" not null,
  place text collate "C" not null,
  invested_fen bigint not null,
  allocated_fen bigint not null,
  paid_fen bigint not null,
  kept bigint not null,
  running bigint not null,
  late bigint not null,
  findings bigint not null,
  overdue bigint not null,
  primary key (bulletin_id, place)
);
do $$
declare name text;
begin
    foreach name in array array['bulletin', 'bulletin_row'] loop
        execute format('alter table supervision.%I enable row level security', name);
        execute format('alter table supervision.%I force row level security', name);
        execute format('create policy owner on supervision.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on supervision.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select, insert on supervision.%I to fangpin_office', name);
    end loop;
end $$;
