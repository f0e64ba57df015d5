package fangpin.tables;

import java.nio.charset.StandardCharsets;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.jspecify.annotations.Nullable;

/** Makes lines of the records of an .xls file, of its first worksheet only. */
final class XlsRecords extends AbortableHSSFListener {

    private static final short STOP = 1;

    /** What the taker of lines threw; it must come out of the library as it is. */
    static final class HandlerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient RuntimeException of;

        HandlerFailure(RuntimeException of) {
            super(of);
            this.of = of;
        }
    }

    private final RowHandler handler;
    private final XlsFormats formats = new XlsFormats();
    private final Cells cells = new Cells();
    private final ByteBuilder text = new ByteBuilder();
    private @Nullable SSTRecord strings;
    private boolean from1904;
    private boolean locked;
    private boolean inSheet;
    private int row = -1;
    private int width;
    private int formulaColumn = -1;

    XlsRecords(RowHandler handler) {
        this.handler = handler;
    }

    /** Whether the file wants a password. */
    boolean locked() {
        return locked;
    }

    /** Hands on the last line. */
    TableOutcome finish() {
        endRow();
        return new TableOutcome.AllRead(row + 1L);
    }

    @Override
    public short abortableProcessRecord(Record record) {
        switch (record) {
            case FilePassRecord password -> locked = true;
            case BOFRecord begin -> {
                if (inSheet) {
                    return STOP;
                }
                inSheet = begin.getType() == BOFRecord.TYPE_WORKSHEET;
            }
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case FormatRecord format -> formats.add(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> formats.addStyle(style.getFormatIndex());
            case SSTRecord shared -> strings = shared;
            case StringRecord result -> {
                if (formulaColumn >= 0) {
                    add(formulaColumn, result.getString());
                    formulaColumn = -1;
                }
            }
            case CellValueRecordInterface cell -> {
                if (inSheet) {
                    cell(cell);
                }
            }
            default -> {}
        }
        return 0;
    }

    private void cell(CellValueRecordInterface cell) {
        if (cell.getRow() != row) {
            endRow();
            row = cell.getRow();
        }
        int column = cell.getColumn();
        formulaColumn = -1;
        switch (cell) {
            case NumberRecord number -> number(column, number.getValue(), number.getXFIndex());
            case RKRecord number -> number(column, number.getRKNumber(), number.getXFIndex());
            case LabelRecord label -> add(column, label.getValue());
            case LabelSSTRecord label -> {
                if (strings != null) {
                    add(column, strings.getString(label.getSSTIndex()).getString());
                }
            }
            case BoolErrRecord value -> add(column, value.isBoolean() ? bool(value.getBooleanValue()) : "#ERROR");
            case FormulaRecord formula -> formula(column, formula);
            default -> {}
        }
    }

    private void formula(int column, FormulaRecord formula) {
        switch (formula.getCachedResultTypeEnum()) {
            case STRING -> formulaColumn = column;
            case BOOLEAN -> add(column, bool(formula.getCachedBooleanValue()));
            case ERROR -> add(column, "#ERROR");
            default -> number(column, formula.getValue(), formula.getXFIndex());
        }
    }

    private static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private void number(int column, double value, int style) {
        text.clear();
        byte[] written = Double.toString(value).getBytes(StandardCharsets.US_ASCII);
        text.append(written, 0, written.length);
        boolean lost = formats.isDate(style) ? XlsxValues.makeDate(text, from1904) : XlsxValues.makeDecimal(text);
        add(column, text.toString());
        if (lost) {
            cells.markLostDigits(column);
        }
    }

    private void add(int column, String value) {
        if (column < cells.count || value.isEmpty()) {
            // cells come in order; one out of it can't be an honest file's
            return;
        }
        cells.padTo(column);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        cells.add(bytes, 0, bytes.length);
    }

    private void endRow() {
        if (cells.count > 0) {
            width = width == 0 ? cells.count : width;
            cells.padTo(width);
            try {
                handler.row(row + 1L, cells);
            } catch (RuntimeException e) {
                throw new HandlerFailure(e);
            }
        }
        cells.clear();
    }
}
