package fangpin.office.settlement.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Upload;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of uploads. What a row says is sealed whole: it names a person and his illness's cost. */
@Component
public final class UploadRows {
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final String UPLOAD = """
            select upload.*, hospital.path as own_path, hospital.code, hospital.name_zh, hospital.name_en, since.settled, since.refused
            from settlement.upload join settlement.hospital on hospital.id = upload.hospital_id
            cross join lateral (
                select count(state.settled)::integer as settled,
                    (count(*) filter (where state.settled is null
                        and (kept.refused is not null or (not state.insured and not state.answered))))::integer as refused
                from settlement.upload_row line join settlement.referred_bill kept on kept.id = line.referred_id
                cross join lateral settlement.referred_state(array[kept.id]) state
                where upload.referred > 0 and line.upload_id = upload.id and line.referred_id is not null) since
            """;
    private static final RowMapper<Upload> TO_UPLOAD = (row, number) -> new Upload(
            row.getLong("id"),
            new Hospital(
                    row.getLong("hospital_id"),
                    row.getString("own_path"),
                    row.getString("code"),
                    row.getString("name_zh"),
                    row.getString("name_en")),
            row.getString("file_name"),
            row.getString("pack"),
            row.getString("product"),
            List.of((String[]) row.getArray("header").getArray()),
            Upload.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
            row.getInt("row_count"),
            row.getInt("accepted") + row.getInt("settled"),
            row.getInt("rejected") + row.getInt("refused"),
            row.getInt("referred") - row.getInt("settled") - row.getInt("refused"),
            row.getLong("entered_by"),
            row.getObject("entered_on", LocalDate.class));

    private final JdbcClient database;
    private final Secrets secrets;

    UploadRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * What is known of an upload before its rows.
     *
     * @param hash of the file's bytes, hex
     */
    public record New(
            Hospital hospital,
            String fileName,
            String hash,
            String pack,
            String product,
            List<String> header,
            int rows,
            SettlementRows.By by) {}

    /** Enters an upload. */
    public long insert(New upload) {
        return database.sql("""
                        insert into settlement.upload (path, hospital_id, file_name, content_hash, pack, product, header, stage, row_count,
                            entered_by, entered_on)
                        values (:path, :hospital, :name, decode(:hash, 'hex'), :pack, :product, :header, 'settling', :rows, :actor, :day) returning id
                        """)
                .param("path", upload.hospital().path())
                .param("hospital", upload.hospital().id())
                .param("name", upload.fileName())
                .param("hash", upload.hash())
                .param("pack", upload.pack())
                .param("product", upload.product())
                .param(
                        "header",
                        upload.header().stream()
                                .map(name -> name.replace('\0', '\uFFFD'))
                                .toArray(String[]::new))
                .param("rows", upload.rows())
                .param("actor", upload.by().actor())
                .param("day", upload.by().day())
                .query(Long.class)
                .single();
    }

    /** Keeps rows of a file; those that are wrong say so. */
    public void keep(long upload, String path, List<BillFile.Line> lines) {
        database.sql("""
                        insert into settlement.upload_row (upload_id, path, row_number, bill_number, discharged_on, cells_sealed, reason,
                            wrong_column)
                        select :upload, :path, given.* from unnest(:numbers::bigint[], :bills::text[], :days::date[], :cells::bytea[],
                            :reasons::text[], :columns::integer[]) as given
                        """)
                .param("upload", upload)
                .param("path", path)
                .param("numbers", lines.stream().map(BillFile.Line::number).toArray(Long[]::new))
                .param(
                        "bills",
                        lines.stream()
                                .map(line -> line.row().message() == null
                                        ? null
                                        : line.row().message().billNumber())
                                .toArray(String[]::new))
                .param(
                        "days",
                        lines.stream()
                                .map(line -> line.row().message() == null
                                        ? null
                                        : line.row().message().dischargedOn().toString())
                                .toArray(String[]::new))
                .param("cells", lines.stream().map(line -> sealed(line.cells())).toArray(byte[][]::new))
                .param(
                        "reasons",
                        lines.stream().map(line -> word(line.row().wrong())).toArray(String[]::new))
                .param(
                        "columns",
                        lines.stream().map(line -> column(line.row().column())).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String word(@Nullable SettlementRefusal wrong) {
        return wrong == null ? null : wrong.word();
    }

    private static @Nullable Integer column(int column) {
        return column < 0 ? null : column;
    }

    private byte[] sealed(List<String> cells) {
        return secrets.seal(FieldKind.HEALTH, JsonMapper.shared().writeValueAsString(cells));
    }

    List<String> opened(byte[] cells) {
        return JsonMapper.shared().readValue(secrets.open(FieldKind.HEALTH, cells), CELLS);
    }

    /** One upload. */
    public Optional<Upload> find(long id) {
        return database.sql(UPLOAD + " where upload.id = ?")
                .param(id)
                .query(TO_UPLOAD)
                .optional();
    }

    /** One upload, which nobody else changes until the transaction ends. */
    public Optional<Upload> hold(long id) {
        return database.sql(UPLOAD + " where upload.id = ? for update of upload")
                .param(id)
                .query(TO_UPLOAD)
                .optional();
    }

    /** The newest uploads before a given one. */
    public List<Upload> before(long before, int most) {
        return database.sql(UPLOAD + " where upload.id < ? order by upload.id desc limit ?")
                .params(before, most)
                .query(TO_UPLOAD)
                .list();
    }

    /** Uploads that are not at their end. */
    public List<Upload> unfinished() {
        return database.sql(UPLOAD + " where upload.stage = 'settling' order by upload.id")
                .query(TO_UPLOAD)
                .list();
    }

    /** Whether a file of these bytes came from the hospital before: its newest upload before this one. */
    public Optional<Long> same(long upload) {
        return database.sql("""
                        select max(other.id) from settlement.upload other join settlement.upload own on own.id = ?
                        where other.hospital_id = own.hospital_id and other.content_hash = own.content_hash and other.id < own.id
                        """).param(upload).query((row, number) -> row.getObject(1, Long.class)).list().stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Writes the counts of an upload down, and its stage. */
    public void count(long upload, Upload.Stage stage, int accepted, int rejected, int referred) {
        database.sql("""
                        update settlement.upload set stage = :stage, accepted = accepted + :accepted, rejected = rejected + :rejected,
                            referred = referred + :referred
                        where id = :upload
                        """)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("accepted", accepted)
                .param("rejected", rejected)
                .param("referred", referred)
                .param("upload", upload)
                .update();
    }
}
