package fangpin.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.tables.Cells;
import fangpin.tables.Lines;
import fangpin.tables.RowHandler;
import fangpin.tables.TableOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Workbooks that the office gives for a purpose, read back. */
public final class Workbooks {
    private Workbooks() {}

    /** The rows of a file, its header the first. */
    public static List<List<String>> given(Browser reader, String address, Path file) {
        assertEquals(
                200,
                reader.download(address, Map.of("purpose", "对账核对用", "receiver", "县医保局"), file)
                        .statusCode());
        return rows(file);
    }

    /** The rows of a file that is here already, its header the first. */
    public static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        assertInstanceOf(
                TableOutcome.AllRead.class,
                assertInstanceOf(Lines.class, Lines.open(file)).read(new RowHandler() {
                    @Override
                    public void row(long row, Cells cells) {
                        List<String> texts = new ArrayList<>();
                        for (int at = 0; at < cells.count(); at++) {
                            texts.add(cells.text(at));
                        }
                        rows.add(texts);
                    }

                    @Override
                    public void restart(List<String> again) {
                        rows.clear();
                    }
                }));
        return rows;
    }
}
