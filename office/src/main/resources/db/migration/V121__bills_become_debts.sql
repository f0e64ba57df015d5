-- What a bill's hospital is owed goes into the ledger with each decision; whose debt a bill is, also when another hospital's cancellation
-- changes it.
create function settlement.debt_of(bill bigint)
    returns table (hospital_id bigint, hospital_path text, cover_id bigint, person_id bigint, path text, pack text, product text,
        clause text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select bill.hospital_id, bill.hospital_path, bill.cover_id, bill.person_id, bill.path, bill.pack, bill.product, cover.clause
        from settlement.bill join enrolment.cover on cover.id = bill.cover_id
        where bill.id = debt_of.bill;
    end;
revoke all on function settlement.debt_of(bigint) from public;
grant execute on function settlement.debt_of(bigint) to fangpin_office;
