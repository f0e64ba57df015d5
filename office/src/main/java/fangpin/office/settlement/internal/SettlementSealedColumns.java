package fangpin.office.settlement.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed columns of settlement: rows of uploaded files, bills that wait, paper bills. */
public final class SettlementSealedColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("settlement.upload_row.cells_sealed", FieldKind.HEALTH, """
                        select ctid::text, cells_sealed from settlement.upload_row
                        where ctid > cast(? as tid) and cells_sealed is not null limit ?
                        """, """
                        update settlement.upload_row set cells_sealed = ?
                        where ctid = cast(? as tid) and cells_sealed = ?
                        """),
                new Column("settlement.referred_bill.message_sealed", FieldKind.HEALTH, """
                        select ctid::text, message_sealed from settlement.referred_bill
                        where ctid > cast(? as tid) and message_sealed is not null limit ?
                        """, """
                        update settlement.referred_bill set message_sealed = ?
                        where ctid = cast(? as tid) and message_sealed = ?
                        """),
                new Column("settlement.reimbursement.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from settlement.reimbursement
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update settlement.reimbursement set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("settlement.reimbursement.account_sealed", FieldKind.BANK_CARD, """
                        select ctid::text, account_sealed from settlement.reimbursement
                        where ctid > cast(? as tid) and account_sealed is not null limit ?
                        """, """
                        update settlement.reimbursement set account_sealed = ?
                        where ctid = cast(? as tid) and account_sealed = ?
                        """));
    }
}
