package fangpin.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what a table hands over as text, one line a row: {@code 2: a|b}. */
final class Taken implements RowHandler {

    final List<String> rows = new ArrayList<>();
    List<String> headerAfterRestart = List.of();
    int restarts;

    @Override
    public void row(long row, Cells cells) {
        StringBuilder line = new StringBuilder().append(row).append(':');
        for (int i = 0; i < cells.count(); i++) {
            line.append(i == 0 ? " " : "|").append(cells.text(i)).append(cells.lostDigits(i) ? " (digits lost)" : "");
        }
        rows.add(line.toString().replace("\r", "\\r").replace("\n", "\\n"));
    }

    @Override
    public void restart(List<String> header) {
        rows.clear();
        headerAfterRestart = header;
        restarts++;
    }

    String text() {
        return rows.stream().collect(Collectors.joining(" / "));
    }
}
