package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 勾稽 What two places state must be equal: the terms on the left together, and those on the right.
 *
 * @param remainder what the left has more than the right, if it may have more; null if both must be equal to the fen
 */
public record Tie(
        String id,
        Text name,
        ClauseId clause,
        List<Term> left,
        List<Term> right,
        @Nullable Text remainder) implements Provision {
    /** Something with an amount. */
    public sealed interface Term {}

    /**
     * A row of a statement, or one cell of it.
     *
     * @param column null for every column of the row
     */
    public record Cells(
            String statement, String row, @Nullable String column) implements Term {
        @Override
        public String toString() {
            return statement + "." + row + (column == null ? "" : "." + column);
        }
    }

    /** What a reallocation moved. */
    public record Moved(String reallocation) implements Term {
        @Override
        public String toString() {
            return reallocation;
        }
    }
}
