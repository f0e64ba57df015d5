package fangpin.office.register.roster;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import org.jspecify.annotations.Nullable;

/** 待审行: rows as register.import_row keeps them, what must not be read sealed. */
final class StagedRows {
    static final String COPY = """
            copy register.import_row_written (batch_id, row_number, path, outcome, person_id, person_version, household_number,
                division_id, name, id_index, id_sealed, sex, born_on, relation, schooling, self_care, student, phone_sealed,
                address_sealed, bank_card_sealed, differences, warning, reason, reason_column, cells_sealed)
            from stdin (format binary)
            """;
    private static final int COLUMNS = 25;

    private final long batch;
    private final String path;
    private final Secrets secrets;
    private final CopyRows rows = new CopyRows(1 << 20);

    StagedRows(long batch, String path, Secrets secrets) {
        this.batch = batch;
        this.path = path;
        this.secrets = secrets;
    }

    CopyRows rows() {
        return rows;
    }

    void good(RowJudge.Judged.Good good) {
        PersonRow row = good.row();
        Known known = good.known();
        rows.row(COLUMNS)
                .big(batch)
                .number(row.number())
                .text(row.village().path())
                .text(good.outcome())
                .big(good.personId())
                .number(known == null ? null : (Integer) known.version());
        if (good.outcome().equals("same")) {
            rows.text(row.household()).big(row.village().id()).text(row.name());
            for (int i = 0; i < 16; i++) {
                rows.nothing();
            }
            return;
        }
        rows.text(row.household())
                .big(row.village().id())
                .text(row.name())
                .bytes(good.idIndex() == null ? null : good.idIndex().content())
                .bytes(
                        row.id() == null
                                ? null
                                : secrets.seal(FieldKind.ID_NUMBER, row.id().text()))
                .small(row.sex())
                .date(row.born())
                .text(row.relation())
                .text(row.schooling())
                .text(row.selfCare())
                .text(row.student())
                .bytes(sealed(FieldKind.PHONE, row.phone()))
                .bytes(sealed(FieldKind.ADDRESS, row.address()))
                .bytes(sealed(FieldKind.BANK_CARD, row.card()))
                .text(good.differences().isEmpty() ? null : good.differences())
                .text(row.warning().isEmpty() ? null : row.warning())
                .nothing()
                .nothing()
                .nothing();
    }

    void bad(int number, Problem problem, @Nullable Long personId, Bytes cells) {
        rows.row(COLUMNS).big(batch).number(number).text(path).text("rejected").big(personId);
        for (int i = 0; i < 17; i++) {
            rows.nothing();
        }
        rows.text(problem.written())
                .number(problem.column())
                .bytes(secrets.sealBytes(FieldKind.ATTACHMENT, cells.content()));
    }

    private byte @Nullable [] sealed(FieldKind kind, @Nullable String clear) {
        return clear == null ? null : secrets.seal(kind, clear);
    }
}
