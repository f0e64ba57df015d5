package fangpin.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Takes the characters of a record from the CSV library and puts them into {@link Cells} as UTF-8. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<CellCollector> {

    private final Cells cells = new Cells();
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
        tooLarge = false;
    }

    @Override
    protected void handleField(int index, char[] source, int offset, int count, boolean quoted) {
        tooLarge = tooLarge || !cells.add(source, offset, count);
    }

    @Override
    protected CellCollector buildRecord() {
        return this;
    }
}
