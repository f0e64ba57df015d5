package fangpin.office.appropriation.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed column of this room, and the hash by which equal accounts are found. */
public final class AppropriationSealedColumns implements SealedColumns {
    @Override
    public List<Index> indexes() {
        return List.of(new Index("appropriation.payment.payee_account_index", FieldKind.BANK_CARD, """
                select ctid::text, payee_account_sealed, payee_account_index from appropriation.payment
                where ctid > cast(? as tid) limit ?
                """, """
                update appropriation.payment set payee_account_index = ? where ctid = cast(? as tid)
                """));
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("appropriation.payment.payee_account_sealed", FieldKind.BANK_CARD, """
                select ctid::text, payee_account_sealed from appropriation.payment
                where ctid > cast(? as tid) and payee_account_sealed is not null limit ?
                """, """
                update appropriation.payment set payee_account_sealed = ?
                where ctid = cast(? as tid) and payee_account_sealed = ?
                """));
    }
}
