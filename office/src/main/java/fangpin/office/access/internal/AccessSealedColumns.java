package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed column of this room. */
public final class AccessSealedColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(new Column("access.credential.second_factor_sealed", FieldKind.SECOND_FACTOR, """
                select ctid::text, second_factor_sealed from access.credential
                where ctid > cast(? as tid) and second_factor_sealed is not null limit ?
                """, """
                update access.credential set second_factor_sealed = ? where ctid = cast(? as tid) and second_factor_sealed = ?
                """));
    }
}
