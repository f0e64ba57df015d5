package fangpin.office.register.roster;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.tables.Cells;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private static final int MOST_CELLS = 200;
    private static final int MOST_BYTES = 2_000;

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
                .bytes(row.idIndex() == null ? null : row.idIndex().content())
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

    void bad(int number, Problem problem, @Nullable Long personId, byte[] cells) {
        rows.row(COLUMNS).big(batch).number(number).text(path).text("rejected").big(personId);
        for (int i = 0; i < 17; i++) {
            rows.nothing();
        }
        rows.text(problem.written()).number(problem.column()).bytes(secrets.sealBytes(FieldKind.ATTACHMENT, cells));
    }

    private byte @Nullable [] sealed(FieldKind kind, @Nullable String clear) {
        return clear == null ? null : secrets.seal(kind, clear);
    }

    /** The cells of a row as they stood, to be given back; what is beyond all measure is cut. */
    static byte[] packed(Cells cells) {
        int count = Math.min(RowReader.kept(cells), MOST_CELLS);
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += Integer.BYTES + cut(cells, i);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (int i = 0; i < count; i++) {
            int length = cut(cells, i);
            bytes.putInt(length).put(cells.data(), cells.start(i), length);
        }
        return bytes.array();
    }

    private static int cut(Cells cells, int i) {
        return Math.min(cells.end(i) - cells.start(i), MOST_BYTES);
    }

    /** What {@link #packed} packed. */
    static List<String> unpacked(byte[] packed) {
        List<String> cells = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            byte[] cell = new byte[bytes.getInt()];
            bytes.get(cell);
            cells.add(new String(cell, StandardCharsets.UTF_8));
        }
        return cells;
    }
}
