package fangpin.kernel.policy;

import fangpin.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 输入列 A column that a product or programme needs of a case, beside the ids and dates that every case has.
 *
 * @param name English column name
 * @param headers other names the column goes by, Chinese first
 * @param kind what its cells hold
 * @param presence whether its cells, or the column itself, may be missing; what is missing is 0
 * @param codes accepted words of a {@link Kind#CODE}, the first has code 1; a word not listed has code 0 if {@code open}
 * @param open true if other words than the listed are accepted and mean nothing
 * @param usedWhen null if always; else the column is needed, read and checked only for cases with these codes
 */
public record InputColumn(
        String name,
        Text label,
        List<String> headers,
        Kind kind,
        Presence presence,
        List<CodeWord> codes,
        boolean open,
        @Nullable UsedWhen usedWhen) {

    /** What may be missing of a column. */
    public enum Presence {
        /** Every case that uses it must fill it. */
        NEEDED,
        /** The column must be there, its cells may be empty. */
        OPTIONAL_CELL,
        /** The column itself may be missing. */
        OPTIONAL_COLUMN
    }

    /** What the cells of a column hold. */
    public enum Kind {
        /** Yuan in the file, fen in the program. */
        MONEY,
        /** One of a list of words. */
        CODE,
        /** A whole number from 1 to {@code codes.size()}, without leading zero. */
        GRADE,
        /** A whole number from 0, such as persons or days; programmes only. */
        COUNT,
        /** An id that groups cases of one person, such as an accident's; no value of its own in the program. */
        KEY,
        /** No column at all: 1 if the case is covered, 0 if it only counts in the running sums (reading R15). */
        COVERED
    }

    /** A word of a code column and its Chinese form. */
    public record CodeWord(String word, String zh) {}

    /** The cases that use a column: those whose code column holds one of these codes. */
    public record UsedWhen(String column, List<Integer> codes) {}

    /** Whether an empty cell means none. */
    public boolean optional() {
        return presence != Presence.NEEDED;
    }

    /** Whether the program has a register for it. */
    public boolean inProgram() {
        return kind != Kind.KEY;
    }

    /** The code of a word, 1 for the first listed; 0 if it is not listed. */
    public int code(String word) {
        for (int index = 0; index < codes.size(); index++) {
            if (codes.get(index).word().equals(word) || codes.get(index).zh().equals(word)) {
                return index + 1;
            }
        }
        return 0;
    }
}
