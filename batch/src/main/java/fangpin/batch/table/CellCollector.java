package fangpin.batch.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/** Takes the characters of a record from the CSV library and puts them into {@link Cells} as UTF-8. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<CellCollector> {

    private final Cells cells = new Cells();
    private int length;
    private boolean tooLarge;

    Cells cells() {
        return cells;
    }

    boolean isEmptyLine() {
        return getRecordType() == RecordType.EMPTY;
    }

    /** Whether a cell or the record is beyond the limits, in which case the cells are not complete. */
    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells.clear();
        length = 0;
        tooLarge = false;
    }

    @Override
    protected void handleField(int index, char[] source, int offset, int count, boolean quoted) {
        // a character gives at least one byte and at most three
        tooLarge |= count > Limits.CELL_BYTES;
        if (tooLarge) {
            return;
        }
        int room = length + 3 * count;
        if (cells.data.length < room) {
            cells.data = Arrays.copyOf(cells.data, Math.max(room, cells.data.length / 2 * 3));
        }
        int from = length;
        length = Utf8.encode(source, offset, count, cells.data, length);
        tooLarge = length - from > Limits.CELL_BYTES || length > Limits.RECORD_BYTES;
        cells.add(from, length);
    }

    @Override
    protected CellCollector buildRecord() {
        return this;
    }
}
