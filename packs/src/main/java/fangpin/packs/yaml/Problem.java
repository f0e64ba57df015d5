package fangpin.packs.yaml;

import fangpin.kernel.Text;

/**
 * One thing wrong in a pack's file: where, what was read, what would be accepted.
 *
 * @param reason named, one a cause
 */
public record Problem(Place place, Reason reason, String read, Text message) {
    /** Everything that can be wrong with a pack. */
    public enum Reason {
        NOT_YAML,
        UNKNOWN_KEY,
        DUPLICATE_KEY,
        MISSING_KEY,
        WRONG_TYPE,
        MISSING_UNIT,
        UNKNOWN_WORD,
        UNKNOWN_QUANTITY,
        UNKNOWN_CLAUSE,
        UNKNOWN_READING,
        UNKNOWN_OPEN_TERM,
        UNKNOWN_PACK,
        OVERLAP,
        GAP,
        CYCLE,
        OUT_OF_RANGE,
        HASH_MISMATCH,
        MISSING_FILE,
        DOES_NOT_TIE,
        NOT_PUBLISHED,
        MISSING_FILL
    }

    /** A file that the pack names but its folder lacks. */
    public static Problem missingFile(Place place, String file) {
        return new Problem(
                place,
                Reason.MISSING_FILE,
                file,
                new Text("没有文件“" + file + "”。", "There is no file \"" + file + "\"."));
    }

    /** One line for a terminal, in both languages. */
    public String line() {
        return place + ": " + message.zh() + " " + message.en();
    }
}
