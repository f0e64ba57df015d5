package fangpin.office.register.roster;

import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterField;
import fangpin.tables.Cells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 找表头: the line of the first ten that holds most header words; two lines where cells of the upper one were merged. */
final class HeaderSearch {
    private static final int LINES = 10;
    /** A line with fewer known words is a title, or a row. */
    private static final int LEAST_WORDS = 2;

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CHARACTERS = 60;

    private record Line(long number, List<String> cells) {}

    private final List<Line> lines = new ArrayList<>();

    /** Takes a line; false when no more are wanted. */
    boolean take(long number, Cells cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.count(), MOST_COLUMNS); i++) {
            texts.add(shortened(cells.text(i)));
        }
        lines.add(new Line(number, texts));
        return lines.size() < LINES;
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        int length = clean.codePointCount(0, clean.length());
        return length <= MOST_CHARACTERS ? clean : clean.substring(0, clean.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    /** The mapping that the header words propose; null when no line can be the header. */
    @Nullable
    ColumnMapping proposal() {
        int best = -1;
        int most = LEAST_WORDS - 1;
        for (int i = 0; i < lines.size(); i++) {
            int words = words(lines.get(i).cells);
            if (words > most) {
                most = words;
                best = i;
            }
        }
        if (best < 0) {
            return null;
        }
        Line header = lines.get(best);
        ColumnMapping single = ColumnMapping.proposed(header.number, header.cells);
        ColumnMapping above = best > 0 ? joined(lines.get(best - 1), header) : single;
        ColumnMapping below = best + 1 < lines.size() ? joined(header, lines.get(best + 1)) : single;
        ColumnMapping better = above.columns().size() > single.columns().size() ? above : single;
        return below.columns().size() > better.columns().size() ? below : better;
    }

    /** Two lines as one header: what stands below counts, where it is empty what stands above. */
    private static ColumnMapping joined(Line upper, Line lower) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.cells.size(), lower.cells.size()); i++) {
            String below = i < lower.cells.size() ? lower.cells.get(i) : "";
            String above = i < upper.cells.size() ? upper.cells.get(i) : "";
            boolean aboveKnown = RosterField.ofHeader(above).isPresent();
            boolean belowKnown = RosterField.ofHeader(below).isPresent();
            names.add(below.isEmpty() || (aboveKnown && !belowKnown) ? above : below);
        }
        return ColumnMapping.proposed(lower.number, names);
    }

    private static int words(List<String> cells) {
        return (int) cells.stream()
                .filter(cell -> RosterField.ofHeader(cell).isPresent())
                .count();
    }
}
