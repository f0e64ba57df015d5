package fangpin.office.register.roster;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterField;
import fangpin.office.register.RosterReceipt;
import fangpin.tables.Cells;
import fangpin.tables.Lines;
import fangpin.tables.RowHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** 文件开头: the header and the first rows, without reading the rest. */
final class FirstLines {
    private static final int ROWS = 8;
    private static final int SHOWN_CHARACTERS = 40;
    private static final Map<RosterField, FieldKind> SEALED = Map.of(
            RosterField.ID_NUMBER, FieldKind.ID_NUMBER,
            RosterField.PHONE, FieldKind.PHONE,
            RosterField.ADDRESS, FieldKind.ADDRESS,
            RosterField.BANK_CARD, FieldKind.BANK_CARD);

    private FirstLines() {}

    /** What the header words propose; null when no line can be the header. */
    static @Nullable ColumnMapping mapping(Lines lines) {
        HeaderSearch search = new HeaderSearch();
        read(lines, search::take);
        return search.proposal();
    }

    /** The first rows below the header; what is kept sealed, and what no one gave a meaning, masked. */
    static RosterReceipt.FirstRows rows(Lines lines, ColumnMapping mapping) {
        List<List<String>> rows = new ArrayList<>();
        read(lines, (line, cells) -> {
            if (line > mapping.headerLine() && !RowReader.isBlank(cells)) {
                rows.add(shown(cells, mapping));
            }
            return rows.size() < ROWS;
        });
        return new RosterReceipt.FirstRows(rows);
    }

    private static List<String> shown(Cells cells, ColumnMapping mapping) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < mapping.headers().size(); i++) {
            String text = i < RowReader.kept(cells) ? cells.text(i).replaceAll("[\\p{Cntrl}\\p{Cf}]", "") : "";
            RosterField field = mapping.field(i).orElse(null);
            FieldKind sealed = field == null ? FieldKind.HEALTH : SEALED.get(field);
            String shown = sealed == null || text.isEmpty() ? text : Mask.of(sealed, text);
            texts.add(
                    shown.codePointCount(0, shown.length()) <= SHOWN_CHARACTERS
                            ? shown
                            : shown.substring(0, shown.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…");
        }
        return texts;
    }

    /** Reads as long as the taker wants more. A refusal later in the file is the check's to tell. */
    private static void read(Lines lines, BiPredicate<Long, Cells> taker) {
        try {
            Object _ = lines.read(new RowHandler() {
                @Override
                public void row(long row, Cells cells) {
                    if (!taker.test(row, cells)) {
                        throw new StoppedException(StoppedException.Cause.ENOUGH);
                    }
                }

                @Override
                public void restart(List<String> header) {
                    throw new IllegalStateException("lines never restart");
                }
            });
        } catch (StoppedException enough) {
            // as wanted
        }
    }
}
