package fangpin.office.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 名单导入: one file of persons who have a status, from its upload to its acceptance, and what its rows would do.
 *
 * @param path the division whose roster it is: all its persons of this status should be in the file
 * @param trueFrom from which day the status holds
 */
public record RosterImport(
        long id,
        String path,
        String fileName,
        StatusKind statusKind,
        String clause,
        LocalDate trueFrom,
        ColumnMapping mapping,
        Stage stage,
        Counts counts,
        int version,
        long enteredBy,
        @Nullable Long approvedBy,
        Instant knownFrom) {
    /** 环节 */
    public enum Stage {
        /** 已上传 */
        RECEIVED,
        /** 已检查，待复核 */
        CHECKED,
        /** 已入库 */
        ACCEPTED,
        /** 已取消 */
        CANCELLED,
        /** 未完成 */
        FAILED,
        /** 已撤销 */
        UNDONE
    }

    /**
     * How many rows would do what.
     *
     * @param gone persons of the register with this status in this division whom the file does not name
     */
    public record Counts(int read, int added, int changed, int moved, int same, int rejected, int gone) {
        /** Rows that would be taken. */
        public int good() {
            return added + changed + moved + same;
        }
    }
}
