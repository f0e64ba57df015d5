package fangpin.office.claims.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed columns of claims: what was said and found of a person's health, phones, bank cards. */
public final class ClaimSealedColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("claims.claim.circumstances_sealed", FieldKind.HEALTH, """
                        select ctid::text, circumstances_sealed from claims.claim where ctid > cast(? as tid) limit ?
                        """, """
                        update claims.claim set circumstances_sealed = ? where ctid = cast(? as tid) and circumstances_sealed = ?
                        """),
                new Column("claims.claim.reporter_phone_sealed", FieldKind.PHONE, """
                        select ctid::text, reporter_phone_sealed from claims.claim
                        where ctid > cast(? as tid) and reporter_phone_sealed is not null limit ?
                        """, """
                        update claims.claim set reporter_phone_sealed = ? where ctid = cast(? as tid) and reporter_phone_sealed = ?
                        """),
                new Column("claims.investigation.note_sealed", FieldKind.HEALTH, """
                        select ctid::text, note_sealed from claims.investigation where ctid > cast(? as tid) limit ?
                        """, """
                        update claims.investigation set note_sealed = ? where ctid = cast(? as tid) and note_sealed = ?
                        """),
                new Column("claims.injury.part_sealed", FieldKind.HEALTH, """
                        select ctid::text, part_sealed from claims.injury where ctid > cast(? as tid) limit ?
                        """, """
                        update claims.injury set part_sealed = ? where ctid = cast(? as tid) and part_sealed = ?
                        """),
                new Column("claims.payee.card_sealed", FieldKind.BANK_CARD, """
                        select ctid::text, card_sealed from claims.payee where ctid > cast(? as tid) limit ?
                        """, """
                        update claims.payee set card_sealed = ? where ctid = cast(? as tid) and card_sealed = ?
                        """));
    }
}
