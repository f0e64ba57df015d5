package fangpin.office.register.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealedColumns;
import java.util.List;

/** The sealed columns of the register: persons as they are, every version they ever had, and rows of rosters. */
public final class RegisterSealedColumns implements SealedColumns {
    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("register.person.id_index", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed, id_index from register.person
                        where ctid > cast(? as tid) and id_index is not null limit ?
                        """, """
                        update register.person set id_index = ? where ctid = cast(? as tid)
                        """),
                new Index("register.import_row_written.id_index", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed, id_index from register.import_row_written
                        where ctid > cast(? as tid) and id_index is not null limit ?
                        """, """
                        update register.import_row_written set id_index = ? where ctid = cast(? as tid)
                        """),
                new Index("register.former_number.id_index", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed, id_index from register.former_number
                        where ctid > cast(? as tid) and id_index is not null limit ?
                        """, """
                        update register.former_number set id_index = ? where ctid = cast(? as tid)
                        """));
    }

    @Override
    public List<Column> unhashed() {
        return List.of(new Column("register.former_number.id_index", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.former_number
                        where ctid > cast(? as tid) and id_index is null limit ?
                        """, """
                        update register.former_number set id_index = ?
                        where ctid = cast(? as tid) and id_sealed = ? and id_index is null
                        """));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("register.person.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.person
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update register.person set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("register.person.phone_sealed", FieldKind.PHONE, """
                        select ctid::text, phone_sealed from register.person
                        where ctid > cast(? as tid) and phone_sealed is not null limit ?
                        """, """
                        update register.person set phone_sealed = ?
                        where ctid = cast(? as tid) and phone_sealed = ?
                        """),
                new Column("register.person.address_sealed", FieldKind.ADDRESS, """
                        select ctid::text, address_sealed from register.person
                        where ctid > cast(? as tid) and address_sealed is not null limit ?
                        """, """
                        update register.person set address_sealed = ?
                        where ctid = cast(? as tid) and address_sealed = ?
                        """),
                new Column("register.person.bank_card_sealed", FieldKind.BANK_CARD, """
                        select ctid::text, bank_card_sealed from register.person
                        where ctid > cast(? as tid) and bank_card_sealed is not null limit ?
                        """, """
                        update register.person set bank_card_sealed = ?
                        where ctid = cast(? as tid) and bank_card_sealed = ?
                        """),
                new Column("register.person_version.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.person_version
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update register.person_version set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("register.person_version.phone_sealed", FieldKind.PHONE, """
                        select ctid::text, phone_sealed from register.person_version
                        where ctid > cast(? as tid) and phone_sealed is not null limit ?
                        """, """
                        update register.person_version set phone_sealed = ?
                        where ctid = cast(? as tid) and phone_sealed = ?
                        """),
                new Column("register.person_version.address_sealed", FieldKind.ADDRESS, """
                        select ctid::text, address_sealed from register.person_version
                        where ctid > cast(? as tid) and address_sealed is not null limit ?
                        """, """
                        update register.person_version set address_sealed = ?
                        where ctid = cast(? as tid) and address_sealed = ?
                        """),
                new Column("register.person_version.bank_card_sealed", FieldKind.BANK_CARD, """
                        select ctid::text, bank_card_sealed from register.person_version
                        where ctid > cast(? as tid) and bank_card_sealed is not null limit ?
                        """, """
                        update register.person_version set bank_card_sealed = ?
                        where ctid = cast(? as tid) and bank_card_sealed = ?
                        """),
                new Column("register.former_number.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.former_number
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update register.former_number set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("register.identity_correction.was_id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, was_id_sealed from register.identity_correction
                        where ctid > cast(? as tid) and was_id_sealed is not null limit ?
                        """, """
                        update register.identity_correction set was_id_sealed = ?
                        where ctid = cast(? as tid) and was_id_sealed = ?
                        """),
                new Column("register.identity_correction.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.identity_correction
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update register.identity_correction set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("register.import_row_written.id_sealed", FieldKind.ID_NUMBER, """
                        select ctid::text, id_sealed from register.import_row_written
                        where ctid > cast(? as tid) and id_sealed is not null limit ?
                        """, """
                        update register.import_row_written set id_sealed = ?
                        where ctid = cast(? as tid) and id_sealed = ?
                        """),
                new Column("register.import_row_written.phone_sealed", FieldKind.PHONE, """
                        select ctid::text, phone_sealed from register.import_row_written
                        where ctid > cast(? as tid) and phone_sealed is not null limit ?
                        """, """
                        update register.import_row_written set phone_sealed = ?
                        where ctid = cast(? as tid) and phone_sealed = ?
                        """),
                new Column("register.import_row_written.address_sealed", FieldKind.ADDRESS, """
                        select ctid::text, address_sealed from register.import_row_written
                        where ctid > cast(? as tid) and address_sealed is not null limit ?
                        """, """
                        update register.import_row_written set address_sealed = ?
                        where ctid = cast(? as tid) and address_sealed = ?
                        """),
                new Column("register.import_row_written.bank_card_sealed", FieldKind.BANK_CARD, """
                        select ctid::text, bank_card_sealed from register.import_row_written
                        where ctid > cast(? as tid) and bank_card_sealed is not null limit ?
                        """, """
                        update register.import_row_written set bank_card_sealed = ?
                        where ctid = cast(? as tid) and bank_card_sealed = ?
                        """),
                new Column("register.import_row_written.cells_sealed", FieldKind.ATTACHMENT, """
                        select ctid::text, cells_sealed from register.import_row_written
                        where ctid > cast(? as tid) and cells_sealed is not null limit ?
                        """, """
                        update register.import_row_written set cells_sealed = ?
                        where ctid = cast(? as tid) and cells_sealed = ?
                        """));
    }
}
