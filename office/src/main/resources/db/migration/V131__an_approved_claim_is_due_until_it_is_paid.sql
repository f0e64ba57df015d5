-- Whether a claim's family is still owed something by the ledger; then the days to pay it run.
create function claims.owes(claim bigint) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select exists (select from fund.account join fund.balance on balance.account_id = account.id
            where account.kind = 'owed-to-person' and account.holder = 'claim/' || claim and balance.balance_fen <> 0);
    end;
revoke all on function claims.owes(bigint) from public;
grant execute on function claims.owes(bigint) to fangpin_office;
