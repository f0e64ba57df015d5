-- 办理结果: what became of some rows of an upload, each found by its key. A join would read the file's whole index once a set: nobody has counted the
-- new rows yet, and a plan made for each row would cost more than the row.
create function settlement.decide_rows(of_upload bigint, numbers bigint[], bills bigint[], reasons text[], columns integer[], referred bigint[])
    returns void language plpgsql volatile set search_path = pg_catalog set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
    as $$
    declare
        it record;
    begin
        for it in select * from unnest(numbers, bills, reasons, columns, referred) as given (number, bill, reason, wrong, referred) loop
            update settlement.upload_row line set bill_id = it.bill, reason = it.reason, wrong_column = it.wrong, referred_id = it.referred
            where line.upload_id = of_upload and line.row_number = it.number;
            if not found then
                raise exception 'upload % has no row %', of_upload, it.number;
            end if;
        end loop;
    end $$;
revoke all on function settlement.decide_rows(bigint, bigint[], bigint[], text[], integer[], bigint[]) from public;
grant execute on function settlement.decide_rows(bigint, bigint[], bigint[], text[], integer[], bigint[]) to fangpin_office;
