-- The work list asks for claims under way, and each approved claim whether its family is still owed something: both by an index.
create index claim_under_way on claims.claim (path, due_on)
  where stage in ('reported', 'complete', 'proposed', 'appealed') or informed_on is null;
create index account_of_holder on fund.account (holder, kind);
