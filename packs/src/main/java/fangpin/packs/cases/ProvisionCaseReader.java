package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.provision.Provision;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Clauses;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one case of a provision: columns given, {@code =}, the answer. */
final class ProvisionCaseReader {
    private static final String EQUALS = "=";

    private final Cursor cursor;
    private final Variants variants;
    private final Clauses clauses;

    ProvisionCaseReader(Cursor cursor, Variants variants, Clauses clauses) {
        this.cursor = cursor;
        this.variants = variants;
        this.clauses = clauses;
    }

    /** Empty if something is wrong; what it is has gone to the context. */
    Optional<ProvisionCase> read() {
        int before = cursor.context().problems().size();
        String id = cursor.field("case").word();
        Text name = new Text(cursor.field("zh").word(), cursor.field("en").word());
        List<ClauseId> cited =
                cursor.field("clauses").items().stream().map(clauses::cited).toList();
        SortedMap<String, String> readings = cursor.optional("readings")
                .map(field -> new CaseReader(cursor, variants, clauses).readings(field))
                .orElse(new TreeMap<>());
        String fill = cursor.optional("fill").map(Cursor::word).orElse(null);
        Text origin = cursor.field("origin").text();
        Cursor field = cursor.field("provision");
        Optional<ProvisionQuestion> question = question(field, readings, fill);
        Cursor columns = cursor.field("columns");
        Cursor table = cursor.field("rows");
        if (question.isEmpty()) {
            return Optional.empty();
        }
        List<String> given = given(columns, question.get());
        List<ProvisionCase.Row> rows = rows(table, given, question.get());
        return cursor.context().problems().size() > before
                ? Optional.empty()
                : Optional.of(
                        new ProvisionCase(id, name, field.word(), cited, readings, fill, origin, cursor.place(), rows));
    }

    private Optional<ProvisionQuestion> question(
            Cursor field, SortedMap<String, String> readings, @Nullable String fill) {
        return switch (variants.load(readings, fill)) {
            case LoadResult.Loaded loaded -> {
                Map<String, ProvisionQuestion> questions = new TreeMap<>();
                for (Provision provision : loaded.pack().provisions()) {
                    ProvisionQuestion.of(provision).ifPresent(question -> questions.put(provision.id(), question));
                }
                ProvisionQuestion question = questions.get(field.word());
                if (question == null) {
                    field.unknownWord(field.word(), List.copyOf(questions.keySet()));
                }
                yield Optional.ofNullable(question);
            }
            case LoadResult.Refused refused -> {
                Problem first = refused.problems().getFirst();
                cursor.context()
                        .problem(
                                cursor.place(),
                                first.reason(),
                                readings + (fill == null ? "" : " " + fill),
                                "按本案例的口径和填补（" + readings + (fill == null ? "" : " " + fill) + "），政策包不能用："
                                        + first.message().zh(),
                                "Read and filled as the case says (" + readings + (fill == null ? "" : " " + fill)
                                        + "), the pack cannot be used: "
                                        + first.message().en());
                yield Optional.empty();
            }
        };
    }

    /** The columns before the {@code =}, which is followed by the answer's alone. */
    private static List<String> given(Cursor columns, ProvisionQuestion question) {
        List<String> given = new ArrayList<>();
        List<Cursor> items = columns.items();
        int equals = items.size() - 2;
        boolean shaped = items.size() >= 3
                && items.get(equals).word().equals(EQUALS)
                && items.get(equals + 1).word().equals(question.result());
        if (!shaped) {
            if (!columns.absent()) {
                columns.wrongType("给出的列、“=”、" + question.result(), "given columns, \"=\", " + question.result());
            }
            return List.of();
        }
        for (Cursor item : items.subList(0, equals)) {
            if (!question.columns().containsKey(item.word())) {
                item.unknownWord(
                        item.word(),
                        question.columns().keySet().stream().sorted().toList());
            }
            given.add(item.word());
        }
        return List.copyOf(given);
    }

    private static List<ProvisionCase.Row> rows(Cursor table, List<String> given, ProvisionQuestion question) {
        List<ProvisionCase.Row> rows = new ArrayList<>();
        for (Cursor row : table.items()) {
            List<Cursor> cells = row.items();
            int equals = given.size();
            if (cells.size() != equals + 2 || !cells.get(equals).cell().equals(EQUALS)) {
                row.wrongType(
                        equals + 2 + " 格，第 " + (equals + 1) + " 格为“=”",
                        equals + 2 + " cells, the one numbered " + (equals + 1) + " being \"=\"");
                continue;
            }
            Map<String, String> values = new HashMap<>();
            for (int at = 0; at < equals; at++) {
                String column = given.get(at);
                value(cells.get(at), question.columns().get(column)).ifPresent(value -> values.put(column, value));
            }
            String answer = cells.get(equals + 1).cell();
            rows.add(new ProvisionCase.Row(rows.size() + 1, row.place(), Map.copyOf(values), answer));
        }
        return List.copyOf(rows);
    }

    private static Optional<String> value(Cursor cell, ProvisionQuestion.@Nullable Cell kind) {
        String value = cell.cell();
        if (value.isEmpty() || kind == null) {
            return Optional.empty();
        }
        if (!kind.accepts(value)) {
            cell.wrongType(kind.acceptedZh, kind.acceptedEn);
        }
        return Optional.of(value);
    }
}
