-- What is owed may have become less since an order was approved (R17): an order goes to the bank only while the debt still bears it.

-- 付得出的付款单: the approved orders of a contract that their debts bear beside what is with the bank already, the oldest first; the debts
-- are held until the transaction ends, so that none becomes less in between.
create function fund.borne_orders(of_contract bigint) returns setof bigint language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform from fund.balance
        where account_id in (select owed_id from fund.payment_order where contract_id = of_contract and state = 'approved')
        order by account_id for update;
        return query
            with recursive waiting as (
                select payment_order.id, payment_order.owed_id, payment_order.amount_fen,
                    row_number() over (partition by payment_order.owed_id order by payment_order.id) as number
                from fund.payment_order where contract_id = of_contract and state = 'approved'
            ), taken as (
                select balance.account_id as owed_id, 0::bigint as number, null::bigint as id, -balance.balance_fen
                    - coalesce((select sum(sent.amount_fen) from fund.payment_order sent
                        where sent.owed_id = balance.account_id and sent.state = 'sent'), 0)::bigint as left_fen
                from fund.balance where account_id in (select waiting.owed_id from waiting)
                union all
                select waiting.owed_id, waiting.number,
                    case when waiting.amount_fen <= taken.left_fen then waiting.id end,
                    case when waiting.amount_fen <= taken.left_fen then taken.left_fen - waiting.amount_fen else taken.left_fen end
                from taken join waiting on waiting.owed_id = taken.owed_id and waiting.number = taken.number + 1
            )
            select taken.id from taken where taken.id is not null order by taken.id;
    end $$;
revoke all on function fund.borne_orders(bigint) from public;
grant execute on function fund.borne_orders(bigint) to fangpin_office;

-- Paper bills whose settlement was cancelled before they could be taken back themselves stood as approved and could not be entered again.
update settlement.reimbursement set stage = 'cancelled', note = decision.reason, cancelled_by = decision.decided_by,
    cancelled_on = decision.decided_on, version = version + 1
from settlement.decision
where reimbursement.stage = 'approved' and decision.bill_id = reimbursement.bill_id and decision.kind = 'cancelled'
  and decision.decided_by <> reimbursement.decided_by;
