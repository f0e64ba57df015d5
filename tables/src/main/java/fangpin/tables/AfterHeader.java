package fangpin.tables;

import java.util.List;

/** Passes on all records but the first. */
final class AfterHeader implements RowHandler {

    private final RowHandler handler;
    private boolean passed;

    AfterHeader(RowHandler handler) {
        this.handler = handler;
    }

    @Override
    public void row(long row, Cells cells) {
        if (passed) {
            handler.row(row, cells);
        }
        passed = true;
    }

    @Override
    public void restart(List<String> header) {
        handler.restart(header);
    }
}
