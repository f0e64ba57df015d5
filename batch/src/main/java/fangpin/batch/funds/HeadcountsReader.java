package fangpin.batch.funds;

import fangpin.batch.cases.HeaderMatch;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.HeadcountRows;
import fangpin.kernel.allocation.Headcounts;
import fangpin.kernel.allocation.Measure;
import fangpin.tables.Cells;
import fangpin.tables.RowHandler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file of headcounts; the first that is wrong ends it. */
final class HeadcountsReader implements RowHandler {
    private final String file;
    private final List<Division> divisions;
    private final List<Measure> measures;
    private HeadcountRows rows;
    private int count;
    private int division;
    private int measure;
    private int value;
    private @Nullable Text problem;

    HeadcountsReader(String file, List<String> header, List<Division> divisions, List<Measure> measures) {
        this.file = file;
        this.divisions = divisions;
        this.measures = measures;
        this.rows = new HeadcountRows(divisions, measures);
        columns(header);
    }

    private void columns(List<String> header) {
        HeaderMatch match = new HeaderMatch(header);
        count = header.size();
        division = match.find("division", List.of("区划"), true);
        measure = match.find("measure", List.of("指标"), true);
        value = match.find("value", List.of("数值"), true);
        Text wrong = match.problem(file);
        problem = wrong.zh().isEmpty() ? null : wrong;
    }

    @Override
    public void restart(List<String> header) {
        rows = new HeadcountRows(divisions, measures);
        columns(header);
    }

    @Override
    public void row(long row, Cells cells) {
        if (problem != null) {
            return;
        }
        if (cells.count() != count) {
            wrong(
                    row,
                    new Text(
                            "有 " + cells.count() + " 格，表头有 " + count + " 格；每行的格数应与表头相同。",
                            "it has " + cells.count() + " cells, the header has " + count
                                    + "; every row must have as many cells as the header."));
        } else if (cells.lostDigits(division)) {
            wrong(
                    row,
                    new Text(
                            "区划“" + cells.text(division) + "”是数字单元格，已丢失位数；请把这一列设为文本后重新录入。",
                            "the division \"" + cells.text(division)
                                    + "\" is a number cell and has lost digits; make the column text and enter it again."));
        } else {
            rows.add(cells.text(division), cells.text(measure), cells.text(value))
                    .map(FundRefusal::message)
                    .ifPresent(message -> wrong(row, message));
        }
    }

    private void wrong(long row, Text message) {
        problem = new Text(file + "，第 " + row + " 行：" + message.zh(), file + ", row " + row + ": " + message.en());
    }

    Optional<Text> problem() {
        return Optional.ofNullable(problem);
    }

    Headcounts headcounts() {
        return rows.headcounts();
    }
}
