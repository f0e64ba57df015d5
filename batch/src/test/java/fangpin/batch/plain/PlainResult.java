package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run gives.
 *
 * @param columns the columns of the accepted rows; the first is the id
 * @param accepted the settled bills or decided claims, in no order that matters
 * @param rejects the others, in row order
 */
public record PlainResult(List<String> columns, List<List<String>> accepted, List<PlainReject> rejects) {

    /** The accepted rows as CSV lines without header. */
    public List<String> acceptedLines() {
        List<String> lines = new ArrayList<>();
        for (List<String> cells : accepted) {
            lines.add(PlainCsv.line(cells));
        }
        return lines;
    }

    /** The rejects as CSV lines without header: row, id, reason, column, value. */
    public List<String> rejectLines() {
        List<String> lines = new ArrayList<>();
        for (PlainReject reject : rejects) {
            lines.add(PlainCsv.line(reject.cells()));
        }
        return lines;
    }

    /** 0 when every row was accepted, otherwise 2. */
    public int exitStatus() {
        return rejects.isEmpty() ? 0 : 2;
    }
}
