package fangpin.tables;

import java.nio.file.Path;

/** The lines of the first worksheet of an xlsx file that was found whole. */
record XlsxLines(Path file) implements Lines {

    @Override
    public TableOutcome read(RowHandler handler) {
        return XlsxTable.readLines(file, handler);
    }

    @Override
    public boolean shortens() {
        return true;
    }

    @Override
    public boolean inGb18030() {
        return false;
    }
}
