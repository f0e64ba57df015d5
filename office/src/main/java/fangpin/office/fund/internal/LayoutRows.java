package fangpin.office.fund.internal;

import fangpin.office.fund.BankLayout;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bank layouts. */
@Component
public final class LayoutRows {
    private final JdbcClient database;

    LayoutRows(JdbcClient database) {
        this.database = database;
    }

    /** The layout of an insurer that counts; empty when it never set one. */
    public Optional<BankLayout> newest(long insurer) {
        return database.sql("select * from fund.bank_layout where insurer_id = ? order by id desc limit 1")
                .param(insurer)
                .query(LayoutRows::layout)
                .optional();
    }

    private static BankLayout layout(ResultSet row, int number) throws SQLException {
        List<String> fields = texts(row.getArray("fields"));
        List<String> headings = texts(row.getArray("headings"));
        List<BankLayout.Column> columns = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            columns.add(new BankLayout.Column(
                    BankLayout.Field.valueOf(fields.get(at).toUpperCase(Locale.ROOT)), headings.get(at)));
        }
        List<String> replyFields = texts(row.getArray("reply_fields"));
        List<String> replyHeadings = texts(row.getArray("reply_headings"));
        Map<BankLayout.ReplyField, List<String>> reply = new EnumMap<>(BankLayout.ReplyField.class);
        for (int at = 0; at < replyFields.size(); at++) {
            reply.computeIfAbsent(
                            BankLayout.ReplyField.valueOf(replyFields.get(at).toUpperCase(Locale.ROOT)),
                            field -> new ArrayList<>())
                    .add(replyHeadings.get(at));
        }
        return new BankLayout(
                BankLayout.Format.of(row.getString("format")).orElseThrow(),
                columns,
                reply,
                texts(row.getArray("success_words")),
                texts(row.getArray("failure_words")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Keeps a layout. */
    public long insert(String path, long insurer, BankLayout layout, long actor, LocalDate day) {
        List<String> replyFields = new ArrayList<>();
        List<String> replyHeadings = new ArrayList<>();
        for (BankLayout.ReplyField field : BankLayout.ReplyField.values()) {
            for (String heading : layout.headings(field)) {
                replyFields.add(field.word());
                replyHeadings.add(heading);
            }
        }
        return database.sql("""
                        insert into fund.bank_layout (path, insurer_id, format, fields, headings, reply_fields, reply_headings, success_words,
                            failure_words, entered_by, entered_on)
                        values (:path, :insurer, :format, :fields, :headings, :replyFields, :replyHeadings, :success, :failure, :actor, :day)
                        returning id
                        """)
                .param("path", path)
                .param("insurer", insurer)
                .param("format", layout.format().word())
                .param(
                        "fields",
                        layout.columns().stream().map(one -> one.field().word()).toArray(String[]::new))
                .param(
                        "headings",
                        layout.columns().stream()
                                .map(BankLayout.Column::heading)
                                .toArray(String[]::new))
                .param("replyFields", replyFields.toArray(String[]::new))
                .param("replyHeadings", replyHeadings.toArray(String[]::new))
                .param("success", layout.success().toArray(String[]::new))
                .param("failure", layout.failure().toArray(String[]::new))
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
