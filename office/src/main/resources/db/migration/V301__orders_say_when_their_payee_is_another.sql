-- 收款人有改动: whom the room that owes named (accounts masked), where the order was asked for another; empty where it pays him
alter table fund.payment_order add payee_told text not null default '';
