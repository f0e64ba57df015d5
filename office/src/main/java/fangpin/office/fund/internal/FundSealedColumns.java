package fangpin.office.fund.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed column of this room. */
public final class FundSealedColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(new Column("fund.payment_order.payee_account_sealed", FieldKind.BANK_CARD, """
                select ctid::text, payee_account_sealed from fund.payment_order
                where ctid > cast(? as tid) and payee_account_sealed is not null limit ?
                """, """
                update fund.payment_order set payee_account_sealed = ?
                where ctid = cast(? as tid) and payee_account_sealed = ?
                """));
    }
}
