package fangpin.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a CSV file.
 *
 * @param charset what the whole file was found to be in
 * @param marked whether it begins with the mark of UTF-8
 */
record CsvLines(CsvFile file, Charset charset, boolean marked) implements Lines {

    @Override
    public TableOutcome read(RowHandler handler) {
        return CsvTable.readLines(file, charset, marked, handler);
    }

    @Override
    public boolean shortens() {
        return false;
    }

    @Override
    public boolean inGb18030() {
        return !charset.equals(StandardCharsets.UTF_8);
    }
}
