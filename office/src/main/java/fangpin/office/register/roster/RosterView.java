package fangpin.office.register.roster;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterField;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 差异对照: what an import would do, row by row, against the register as it is. */
@Component
public final class RosterView {
    private static final String LINES = """
            select said.*, person.name as old_name, person.born_on as old_born_on, person.sex as old_sex,
                   person.relation as old_relation, person.schooling as old_schooling, person.self_care as old_self_care,
                   person.student as old_student, person.phone_sealed as old_phone, person.address_sealed as old_address,
                   person.bank_card_sealed as old_card, person.id_sealed as old_id, household.number as old_household
            from register.import_row said
            left join register.person on person.id = said.person_id
            left join register.household on household.id = person.household_id
            where said.batch_id = :batch and said.outcome = :outcome and said.row_number > :after
            order by said.row_number limit :most
            """;
    private static final String GONE = """
            select person.id, person.name, person.id_sealed, person.path, household.number
            from register.person join register.household on household.id = person.household_id
            where person.id > :after and person.id in (select spell.person_id
            """ + GonePersons.FROM + ") order by person.id limit :most";
    private static final String REJECTED = """
            select said.row_number, said.reason, said.reason_column, said.cells_sealed, person.id_sealed as old_id
            from register.import_row said left join register.person on person.id = said.person_id
            where said.batch_id = :batch and said.outcome = 'rejected' and said.row_number > :after
            order by said.row_number limit 2000
            """;

    private final RosterRows rows;
    private final JdbcClient database;
    private final Secrets secrets;
    private final ScopedWork work;

    RosterView(RosterRows rows, JdbcClient database, Secrets secrets, ScopedWork work) {
        this.rows = rows;
        this.database = database;
        this.secrets = secrets;
        this.work = work;
    }

    /** One import. */
    public Optional<RosterImport> find(long id) {
        return rows.find(id);
    }

    /** Imports, the newest first. */
    public List<RosterImport> before(long id, int most) {
        return rows.before(id, most);
    }

    /** Checked imports of others than this account, the oldest first. */
    public List<RosterImport> waiting(long account, int most) {
        return rows.waiting(account, most);
    }

    /** Rows of one kind. */
    public List<RosterLine> lines(long id, RosterLine.Kind kind, long after, int most) {
        RosterImport roster = rows.find(id).orElse(null);
        if (roster == null) {
            return List.of();
        }
        if (kind == RosterLine.Kind.GONE) {
            return database.sql(GONE)
                    .param("batch", id)
                    .param("kind", roster.statusKind().id())
                    .param("place", roster.path())
                    .param("day", roster.trueFrom())
                    .param("after", after)
                    .param("most", most)
                    .query(this::gone)
                    .list();
        }
        return database.sql(LINES)
                .param("batch", id)
                .param("outcome", kind.name().toLowerCase(Locale.ROOT))
                .param("after", after)
                .param("most", most)
                .query((row, number) -> line(row, kind))
                .list();
    }

    private RosterLine gone(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new RosterLine(
                id,
                RosterLine.Kind.GONE,
                id,
                row.getString("name"),
                masked(FieldKind.ID_NUMBER, row.getBytes("id_sealed")),
                row.getString("number"),
                row.getString("path"),
                List.of(),
                "",
                null,
                List.of(),
                -1);
    }

    private RosterLine line(ResultSet row, RosterLine.Kind kind) throws SQLException {
        byte[] id = row.getBytes("id_sealed");
        String written = row.getString("reason");
        String[] reason = written == null ? new String[0] : written.split("\t", -1);
        return new RosterLine(
                row.getInt("row_number"),
                kind,
                row.getObject("person_id", Long.class),
                orEmpty(row.getString("name")),
                masked(FieldKind.ID_NUMBER, id == null ? row.getBytes("old_id") : id),
                orEmpty(row.getString("household_number")),
                row.getString("path"),
                differences(row),
                orEmpty(row.getString("warning")),
                reason.length == 0 ? null : fault(reason[0]),
                reason.length == 0 ? List.of() : arguments(row, reason),
                reason.length == 0 ? -1 : row.getInt("reason_column"));
    }

    private static RosterFault fault(String id) {
        return RosterFault.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What stands in the sentence of a fault. A number is not kept with it: it is masked when somebody looks. */
    private List<String> arguments(ResultSet row, String[] reason) throws SQLException {
        List<String> arguments = new ArrayList<>(Arrays.asList(reason).subList(1, reason.length));
        if (fault(reason[0]) == RosterFault.NUMBER_CORRECTED) {
            String now = masked(FieldKind.ID_NUMBER, row.getBytes("old_id"));
            arguments.add(now.isEmpty() ? "—" : now);
        }
        return arguments;
    }

    private List<RosterLine.Difference> differences(ResultSet row) throws SQLException {
        String fields = row.getString("differences");
        List<RosterLine.Difference> differences = new ArrayList<>();
        if (fields != null) {
            for (String field : fields.split(",", -1)) {
                differences.add(RosterField.ofId(field)
                        .map(known -> difference(row, known))
                        .orElse(new RosterLine.Difference(null, "", "")));
            }
        }
        return differences;
    }

    private RosterLine.Difference difference(ResultSet row, RosterField field) {
        try {
            return switch (field) {
                case NAME -> plain(row, field, "old_name", "name");
                case HOUSEHOLD_NUMBER -> plain(row, field, "old_household", "household_number");
                case RELATION -> plain(row, field, "old_relation", "relation");
                case SEX -> plain(row, field, "old_sex", "sex");
                case BORN_ON -> plain(row, field, "old_born_on", "born_on");
                case SCHOOLING -> plain(row, field, "old_schooling", "schooling");
                case SELF_CARE -> plain(row, field, "old_self_care", "self_care");
                case STUDENT -> plain(row, field, "old_student", "student");
                case ID_NUMBER -> sealed(row, field, FieldKind.ID_NUMBER, "old_id", "id_sealed");
                case PHONE -> sealed(row, field, FieldKind.PHONE, "old_phone", "phone_sealed");
                case ADDRESS -> sealed(row, field, FieldKind.ADDRESS, "old_address", "address_sealed");
                case BANK_CARD -> sealed(row, field, FieldKind.BANK_CARD, "old_card", "bank_card_sealed");
                case VILLAGE, TOWN -> new RosterLine.Difference(field, "", "");
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RosterLine.Difference plain(ResultSet row, RosterField field, String from, String to)
            throws SQLException {
        return new RosterLine.Difference(field, orEmpty(row.getString(from)), orEmpty(row.getString(to)));
    }

    private RosterLine.Difference sealed(ResultSet row, RosterField field, FieldKind kind, String from, String to)
            throws SQLException {
        return new RosterLine.Difference(field, masked(kind, row.getBytes(from)), masked(kind, row.getBytes(to)));
    }

    private String masked(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? "" : Mask.of(kind, secrets.open(kind, sealed));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Writes the rejected rows as xlsx. */
    public void writeRejected(Actor actor, long id, boolean inChinese, OutputStream target) throws IOException {
        ColumnMapping mapping = work.read(actor, () -> rows.find(id))
                .map(RosterImport::mapping)
                .orElseThrow(() -> new IllegalArgumentException("no such import"));
        try (RejectedFile file = new RejectedFile(target, mapping, RosterWords.in(inChinese))) {
            long[] after = {0};
            while (work.read(actor, () -> write(file, id, after))) {
                file.flush();
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private boolean write(RejectedFile file, long id, long[] after) {
        long before = after[0];
        database.sql(REJECTED).param("batch", id).param("after", before).query(row -> {
            after[0] = row.getLong("row_number");
            String[] reason = row.getString("reason").split("\t", -1);
            file.row(
                    after[0],
                    PackedCells.unpack(secrets.openBytes(FieldKind.ATTACHMENT, row.getBytes("cells_sealed"))),
                    row.getInt("reason_column"),
                    fault(reason[0]),
                    arguments(row, reason));
        });
        return after[0] > before;
    }
}
