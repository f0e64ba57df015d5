-- One by one, the grams of a roster's names took a tenth of its acceptance. They now wait in the index's list, which acceptance lets
-- grow and empties in one sorted pass before it ends; a single person's wait until the list is full (gin_pending_list_limit), which the
-- database that comes with the office keeps short enough for searches not to notice.
alter index register.person_by_grams set (fastupdate = on);

create or replace function register.note_accepted_rows() returns void language plpgsql volatile security definer set search_path = pg_catalog
    as $$
begin
    perform gin_clean_pending_list('register.person_by_grams');
    analyze register.household, register.person, register.person_version, register.status_spell, register.import_effect,
        register.headcount_change;
end $$;
