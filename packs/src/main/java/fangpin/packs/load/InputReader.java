package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.InputColumn.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the columns that a product or programme needs of a case. */
final class InputReader {
    /** Guards hold codes as the bits of one long, 0 being a word not listed. */
    private static final int MOST_CODES = 62;

    /** What files of persons' cases can hold. */
    static final List<Kind> OF_PRODUCTS = List.of(Kind.MONEY, Kind.CODE, Kind.GRADE, Kind.KEY, Kind.COVERED);

    /** A programme has no persons and no days of cover. */
    static final List<Kind> OF_PROGRAMMES = List.of(Kind.MONEY, Kind.CODE, Kind.GRADE, Kind.COUNT);

    private InputReader() {}

    static List<InputColumn> inputs(Cursor list, Quantities quantities, List<Kind> kinds) {
        List<InputColumn> columns = new ArrayList<>();
        for (Cursor item : list.items()) {
            InputColumn column = input(item, quantities, kinds);
            item.done();
            columns.add(column);
            if (column.inProgram()) {
                quantities.add(column.name(), item);
            }
            if (!column.codes().isEmpty()) {
                quantities.addCode(column);
            }
        }
        return List.copyOf(columns);
    }

    private static InputColumn input(Cursor item, Quantities quantities, List<Kind> kinds) {
        String name = item.field("column").word();
        Kind kind = item.field("kind").choice(kinds.toArray(Kind[]::new));
        Text label = item.field("label").text();
        List<String> headers = item.optional("zh").map(Cursor::words).orElse(List.of());
        Presence presence = item.optional("presence")
                .map(field -> field.choice(Presence.values()))
                .orElse(Presence.NEEDED);
        boolean open = item.optional("open").map(Cursor::flag).orElse(false);
        Optional<Cursor> when = item.optional("used_when");
        return new InputColumn(
                name,
                label,
                headers,
                kind,
                presence,
                codes(item, kind),
                open,
                when.isPresent() ? usedWhen(when.get(), quantities) : null);
    }

    private static List<CodeWord> codes(Cursor item, Kind kind) {
        return switch (kind) {
            case CODE -> words(item.field("codes"));
            case GRADE ->
                IntStream.rangeClosed(1, Values.count(item.field("grades"), 1, MOST_CODES))
                        .mapToObj(grade -> new CodeWord(Integer.toString(grade), Integer.toString(grade)))
                        .toList();
            case COVERED -> List.of(new CodeWord("yes", "是"));
            case MONEY, KEY, COUNT -> List.of();
        };
    }

    private static List<CodeWord> words(Cursor codes) {
        List<CodeWord> words = codes.entries().stream()
                .map(entry -> new CodeWord(entry.key(), entry.value().word()))
                .toList();
        if (words.size() > MOST_CODES) {
            codes.wrongType("至多 " + MOST_CODES + " 个代码", "at most " + MOST_CODES + " codes");
        }
        return words.subList(0, Math.min(MOST_CODES, words.size()));
    }

    private static InputColumn.@Nullable UsedWhen usedWhen(Cursor when, Quantities quantities) {
        List<Cursor.Entry> entries = when.entries();
        if (entries.size() != 1) {
            when.wrongType("一列代码及其取值，如 {kind: [medical]}", "one code column and its words, such as {kind: [medical]}");
            return null;
        }
        Cursor.Entry entry = entries.getFirst();
        InputColumn column = quantities.code(entry.word());
        return new InputColumn.UsedWhen(
                entry.key(),
                entry.value().items().stream()
                        .map(word -> quantities.codeOf(column, word))
                        .toList());
    }
}
