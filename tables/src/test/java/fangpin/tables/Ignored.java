package fangpin.tables;

import java.util.List;

/** Takes rows and keeps none, as for files that have too many. */
final class Ignored implements RowHandler {

    @Override
    public void row(long row, Cells cells) {
        // nothing is kept
    }

    @Override
    public void restart(List<String> header) {
        // nothing was kept
    }
}
