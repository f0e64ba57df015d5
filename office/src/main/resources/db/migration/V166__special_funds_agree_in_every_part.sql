-- 资金平衡核对: what came = what is free + what is put by + what was paid, for every line, document, division and level, from the papers on one
-- side and from the ledger's balances on the other; each payment has one entry and one document; a person's payments are what the ledger says.
create function supervision.faults(place text) returns table (kind text, id bigint, written text, found text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        with recursive line as materialized (
            select line.*, account.path = line.path and account.holder = 'line/' || line.id as own_account,
                balance.balance_fen, balance.reserved_fen,
                coalesce((select sum(paid.balance_fen) from fund.account as paid_account
                    join fund.balance as paid on paid.account_id = paid_account.id
                    where paid_account.holder = 'line/' || line.id and paid_account.kind = 'funds-paid'), 0) as paid_fen
            from appropriation.line join fund.account on account.id = line.account_id
            join fund.balance on balance.account_id = line.account_id
        ), paper as materialized (
            select line.id,
                coalesce((select sum(item.amount_fen) from appropriation.document_item item join appropriation.document
                    on document.id = item.document_id
                    where item.document_id = line.document_id and item.item = line.item and document.state = 'confirmed'
                      and document.allocation_id is null and line.parent_id is null), 0)
                + coalesce((select sum(move.amount_fen) from appropriation.move where move.to_line = line.id and move.state = 'done'), 0)
                - coalesce((select sum(move.amount_fen) from appropriation.move where move.from_line = line.id and move.state = 'done'), 0)
                    as came_fen,
                coalesce(given.paid_fen, 0) as paid_fen, coalesce(given.open_fen, 0) as open_fen
            from line left join lateral (
                select sum(payment.amount_fen) filter (where payment.state = 'paid') as paid_fen,
                    sum(payment.amount_fen) filter (where payment.state in ('approved', 'sent')) as open_fen
                from appropriation.request join appropriation.payment on payment.request_id = request.id
                where request.line_id = line.id) given on true
        ), root as (
            select document.id as document_id, coalesce(document.root_id, document.id) as root_id from appropriation.document
        ), way (line_id, parent_id, root_id) as (
            select line.id, line.parent_id, root.root_id from line join root on root.document_id = line.document_id
            union
            select way.line_id, above.parent_id, root.root_id from way join line above on above.id = way.parent_id
            join root on root.document_id = above.document_id
        )
        -- 指标：来 = 可用 + 占用 + 已付
        select 'line', line.id::bigint, paper.came_fen::text,
            format('%s + %s + %s', line.balance_fen - line.reserved_fen, line.reserved_fen, line.paid_fen)
        from line join paper on paper.id = line.id
        where starts_with(line.path, place) and paper.came_fen <> line.balance_fen + line.paid_fen
        union all
        select 'line-account', line.id, line.account_id::text, '' from line where starts_with(line.path, place) and not line.own_account
        union all
        select 'line-paid', line.id, paper.paid_fen::text, line.paid_fen::text from line join paper on paper.id = line.id
        where starts_with(line.path, place) and paper.paid_fen <> line.paid_fen
        union all
        select 'line-reserved', line.id, paper.open_fen::text, line.reserved_fen::text from line join paper on paper.id = line.id
        where starts_with(line.path, place) and paper.open_fen <> line.reserved_fen
        union all
        select 'line-total', line.id, line.paid_fen::text, coalesce(total.paid_fen, 0)::text
        from line left join lateral (select sum(paid_total.paid_fen) as paid_fen from supervision.paid_total
            where paid_total.line_id = line.id) total on true
        where starts_with(line.path, place) and line.paid_fen <> coalesce(total.paid_fen, 0)
        union all
        -- 文件：来源文件的金额 = 全部由它而来的指标
        select 'document', document.id, document.amount_fen::text, coalesce(stands.amount, 0)::text
        from appropriation.document left join lateral (
            select sum(line.balance_fen + line.paid_fen) as amount from line join root on root.document_id = line.document_id
            where root.root_id = document.id) stands on true
        where starts_with(document.path, place) and document.state = 'confirmed' and document.root_id is null
          and document.amount_fen <> coalesce(stands.amount, 0)
        union all
        select 'document-items', document.id, document.amount_fen::text, coalesce(items.amount, 0)::text
        from appropriation.document left join lateral (
            select sum(amount_fen) as amount from appropriation.document_item where document_id = document.id) items on true
        where starts_with(document.path, place) and document.amount_fen <> coalesce(items.amount, 0)
        union all
        -- 地方和层级：从外面来的 + 转入 - 转出 = 指标上的
        select 'division', min(line.id), format('%s %s', line.path, coalesce(came.amount, 0)),
            sum(line.balance_fen + line.paid_fen)::text
        from line left join lateral (
            select coalesce((select sum(document.amount_fen) from appropriation.document where document.path = line.path
                    and document.state = 'confirmed' and document.allocation_id is null and document.level = line.level), 0)
                + coalesce((select sum(move.amount_fen) from appropriation.move join line there on there.id = move.to_line
                    join line here on here.id = move.from_line
                    where move.state = 'done' and there.path = line.path and here.path <> line.path and there.level = line.level), 0)
                - coalesce((select sum(move.amount_fen) from appropriation.move join line here on here.id = move.from_line
                    join line there on there.id = move.to_line
                    where move.state = 'done' and here.path = line.path and there.path <> line.path and here.level = line.level), 0)
                as amount) came on true
        where starts_with(line.path, place) group by line.path, line.level, came.amount
        having sum(line.balance_fen + line.paid_fen) <> coalesce(came.amount, 0)
        union all
        -- 支付：一笔凭证、一份来源文件
        select 'payment', payment.id, payment.amount_fen::text, format('%s: %s', entry.entries, coalesce(entry.amount, 0))
        from appropriation.payment cross join lateral (
            select count(distinct entry.id) as entries, sum(posting.amount_fen) as amount
            from fund.entry left join fund.posting on posting.entry_id = entry.id and posting.amount_fen > 0
            where entry.subject = 'payment/' || payment.id and entry.reason = 'funds-paid'
              and entry.person_id is not distinct from payment.person_id) entry
        where starts_with(payment.path, place)
          and case when payment.state = 'paid' then entry.entries <> 1 or entry.amount <> payment.amount_fen else entry.entries <> 0 end
        union all
        select 'entry', entry.id, entry.subject, '' from fund.entry
        where starts_with(entry.path, place) and entry.reason = 'funds-paid'
          and not exists (select from appropriation.payment where payment.entry_id = entry.id and 'payment/' || payment.id = entry.subject)
        union all
        select 'root', way.line_id, '1', count(distinct way.root_id)::text from way join line on line.id = way.line_id
        where starts_with(line.path, place) group by way.line_id having count(distinct way.root_id) <> 1
        union all
        -- 个人：各笔支付之和 = 账上
        select 'person', coalesce(given.person_id, booked.person_id), coalesce(given.amount, 0)::text, coalesce(booked.amount, 0)::text
        from (select person_id, sum(amount_fen) as amount from appropriation.payment
            where state = 'paid' and person_id is not null and starts_with(path, place) group by person_id) given
        full join (select entry.person_id, sum(posting.amount_fen) as amount from fund.entry join fund.posting on posting.entry_id = entry.id
            where entry.reason = 'funds-paid' and entry.person_id is not null and posting.amount_fen > 0 and starts_with(entry.path, place)
            group by entry.person_id) booked on booked.person_id = given.person_id
        where given.amount is distinct from booked.amount;
    end;
revoke all on function supervision.faults(text) from public;
grant execute on function supervision.faults(text) to fangpin_office;
