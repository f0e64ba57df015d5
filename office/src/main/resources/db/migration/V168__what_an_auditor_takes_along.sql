-- Audit packages: what leaves with an auditor, and the lines of entries that touch a place's special funds, the other side's account number and
-- amount included, for without them nobody outside could compute an entry's hash again.
create table supervision.package (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  place text collate "C" not null,
  year integer not null,
  purpose text not null,
  receiver text not null,
  digest bytea not null,
  bytes bigint not null,
  made_by bigint not null,
  made_on date not null
);
create index package_by_place on supervision.package (path, id);
alter table supervision.package enable row level security;
alter table supervision.package force row level security;
create policy owner on supervision.package to fangpin_owner using (true);
create policy own_division on supervision.package to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on supervision.package to fangpin_office;

-- The entries that moved the accounts of a place's budget lines of a year, each with all its lines.
create function supervision.entries(place text, of_year integer)
    returns table (id bigint, path text, day text, reason text, subject text, person_id bigint, clause text, reverses bigint, entered_by bigint,
        hash text, accounts text, amounts text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        with own as (
            select account.id from appropriation.line join fund.account on account.holder = 'line/' || line.id
            where line.year = of_year and line.path >= place and line.path < place || '~'
        ), touched as (
            select distinct posting.entry_id from fund.posting join own on own.id = posting.account_id
        )
        select entry.id, entry.path, entry.day::text, entry.reason, entry.subject, entry.person_id, entry.clause, entry.reverses,
            entry.entered_by, encode(entry.hash, 'hex'), string_agg(posting.account_id::text, ',' order by posting.number),
            string_agg(posting.amount_fen::text, ',' order by posting.number)
        from touched join fund.entry on entry.id = touched.entry_id join fund.posting on posting.entry_id = entry.id
        group by entry.id order by entry.id;
    end;

-- The documents that a place's money of a year first came by, its own and those above: public papers.
create function supervision.documents(place text, of_year integer)
    returns table (id bigint, path text, root_id bigint, allocation_id bigint, year integer, level text, fund text, number text,
        budget_code text, issued_on text, amount_fen bigint, state text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        with own as (
            select document.id, document.root_id from appropriation.document
            where document.year = of_year and document.path >= place and document.path < place || '~'
        )
        select document.id, document.path, document.root_id, document.allocation_id, document.year, document.level, document.fund,
            document.number, document.budget_code, document.issued_on::text, document.amount_fen, document.state
        from appropriation.document
        where document.id in (select own.id from own union select own.root_id from own)
        order by document.id;
    end;
revoke all on function supervision.entries(text, integer), supervision.documents(text, integer) from public;
grant execute on function supervision.entries(text, integer), supervision.documents(text, integer) to fangpin_office;

-- The audit's records of these entries, papers, requests and findings, with their place in the sealed chain; no names, no addresses.
create function supervision.audit_of(place text, of_year integer)
    returns table (number bigint, at text, actor_id bigint, action text, subject text, details text, hash text, sealed_at bigint, link text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        with line as (
            select line.id from appropriation.line where line.year = of_year and line.path >= place and line.path < place || '~'
        ), request as (
            select request.id from appropriation.request join line on line.id = request.line_id
        ), subject as (
            select 'entry/' || entries.id as subject from supervision.entries(place, of_year) entries
            union select 'document/' || documents.id from supervision.documents(place, of_year) documents
            union select 'move/' || move.id from appropriation.move join line on line.id in (move.from_line, move.to_line)
            union select 'allocation/' || move.allocation_id from appropriation.move join line on line.id in (move.from_line, move.to_line)
                where move.allocation_id is not null
            union select 'request/' || request.id from request
            union select 'finding/' || finding.id from supervision.finding where finding.path >= place and finding.path < place || '~'
        )
        select record.number, to_char(record.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), record.actor_id, record.action,
            record.subject, record.details, encode(record.hash, 'hex'), seal.position, encode(seal.link, 'hex')
        from subject join access.audit_record record on record.subject = subject.subject
        left join access.audit_seal seal on seal.number = record.number
        order by record.number;
    end;
revoke all on function supervision.audit_of(text, integer) from public;
grant execute on function supervision.audit_of(text, integer) to fangpin_office;
