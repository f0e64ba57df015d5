-- A login without second factor, whose password somebody was shown, can arise only where made-up people are shown: the database refuses
-- it elsewhere, whatever program asks.

create function access.demonstration_only() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.demonstration and not exists (select from office.installation where demonstration) then
        raise exception 'no demonstration is shown here' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function access.demonstration_only() from public;
create trigger demonstration_only before insert or update of demonstration on access.account
    for each row execute function access.demonstration_only();
