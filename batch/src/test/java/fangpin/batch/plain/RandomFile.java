package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/** Writes rows as a file in one of the many allowed forms, with some rows that do not fit the header. */
final class RandomFile {
    /** How a file speaks: names and words English, Chinese, or now this, now that. */
    private enum Speech {
        ENGLISH,
        CHINESE,
        MIXED
    }

    /** Cells in quotes: where they must be, all, or some. */
    private enum Quoting {
        NEEDED,
        ALL,
        SOME
    }

    private static final List<String> UNKNOWN_COLUMNS =
            List.of("备注", "note", "Bill_id", "person_id ", " kind", "", "a,\"b", "address\nline", "\uD840\uDC00");
    private static final List<String> UNKNOWN_CELLS =
            List.of("", "", "x", "a,b", "\"", "line\nbreak", "line\r\nbreak", "  ", "备注", "=1+1", "\uD83D\uDE00");

    private final Dice dice;
    private final int nastiness;
    private final Speech speech;
    private final Quoting quoting;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    RandomFile(Dice dice, int nastiness) {
        this.dice = dice;
        this.nastiness = nastiness;
        this.speech = dice.pick(List.of(Speech.values()));
        this.quoting = dice.pick(List.of(Quoting.values()));
        this.lineEnd = dice.pick(List.of("\n", "\r\n"));
    }

    String write(List<PlainColumn> columns, List<RandomRow> rows) {
        List<PlainColumn> written = dice.oneIn(2) ? chosen(columns) : dice.shuffled(chosen(columns));
        if (dice.oneIn(4)) {
            text.append('\uFEFF');
        }
        writeLine(written.stream().map(this::headerName).toList());
        for (RandomRow row : rows) {
            if (dice.percent(nastiness / 4)) {
                text.append(lineEnd);
            }
            List<String> cells = new ArrayList<>();
            written.forEach(column -> cells.add(cell(row, column)));
            writeLine(dice.percent(nastiness / 5) ? notFitting(cells) : cells);
        }
        if (dice.oneIn(4)) {
            text.append(lineEnd);
        } else if (dice.oneIn(3)) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString();
    }

    private List<PlainColumn> chosen(List<PlainColumn> columns) {
        List<PlainColumn> chosen = new ArrayList<>();
        for (PlainColumn column : columns) {
            if (column.needed() || dice.percent(75)) {
                chosen.add(column);
            }
        }
        for (String unknown : dice.shuffled(UNKNOWN_COLUMNS).subList(0, dice.between(0, 2))) {
            chosen.add(dice.between(0, chosen.size()), PlainColumn.optional(unknown));
        }
        return chosen;
    }

    private String headerName(PlainColumn column) {
        return column.otherNames().isEmpty() || !inChinese() ? column.name() : dice.pick(column.otherNames());
    }

    private boolean inChinese() {
        return speech == Speech.CHINESE || (speech == Speech.MIXED && dice.oneIn(2));
    }

    private String cell(RandomRow row, PlainColumn column) {
        if (!row.has(column.name())) {
            return dice.pick(UNKNOWN_CELLS);
        }
        String cell = row.get(column.name());
        boolean word = List.of("category", "kind", "cause").contains(column.name());
        return word && inChinese() ? PlainWords.chinese(cell) : cell;
    }

    /** Too few cells, too many, a single one, or a line that only looks empty. */
    private List<String> notFitting(List<String> cells) {
        return switch (dice.between(0, 4)) {
            case 0 -> cells.subList(0, cells.size() - 1);
            case 1 -> cells.subList(0, dice.between(1, cells.size() - 1));
            case 2 -> List.of(" ");
            case 3 -> List.of("");
            default -> {
                List<String> more = new ArrayList<>(cells);
                more.add(dice.pick(UNKNOWN_CELLS));
                yield more;
            }
        };
    }

    private void writeLine(List<String> cells) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean quoted = quoting == Quoting.ALL || (quoting == Quoting.SOME && dice.oneIn(2));
            written.add(quoted ? PlainCsv.quoted(cell) : PlainCsv.line(List.of(cell)));
        }
        text.append(String.join(",", written)).append(lineEnd);
    }
}
