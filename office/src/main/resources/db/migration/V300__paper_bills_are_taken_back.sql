-- 撤销报销: an approved paper bill is taken back with its settlement; it may then be entered anew
alter table settlement.reimbursement drop constraint reimbursement_stage_check;
alter table settlement.reimbursement add constraint reimbursement_stage_check
  check (stage in ('entered', 'approved', 'sent_back', 'withdrawn', 'cancelled'));
alter table settlement.reimbursement drop constraint reimbursement_check1;
alter table settlement.reimbursement add constraint reimbursement_settled
  check ((stage in ('approved', 'cancelled')) = (bill_id is not null));
alter table settlement.reimbursement add cancelled_by bigint;
alter table settlement.reimbursement add cancelled_on date;
alter table settlement.reimbursement add constraint reimbursement_cancelled_by_another
  check ((stage = 'cancelled') = (cancelled_by is not null and cancelled_on is not null) and cancelled_by <> decided_by);
grant update (cancelled_by, cancelled_on) on settlement.reimbursement to fangpin_office;
