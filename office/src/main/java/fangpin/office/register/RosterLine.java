package fangpin.office.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 名单行: a row of an import after its check, or a person the file does not name; what is kept sealed is masked.
 *
 * @param rowNumber in the file; of a person who is gone, the person's id
 * @param differences what would change, from and to
 * @param warning key of what is odd and yet taken; empty for nothing
 * @param fault null for a good row
 */
public record RosterLine(
        long rowNumber,
        Kind kind,
        @Nullable Long personId,
        String name,
        String idNumber,
        String householdNumber,
        String path,
        List<Difference> differences,
        String warning,
        @Nullable RosterFault fault,
        List<String> faultArguments,
        int faultColumn) {
    public RosterLine {
        differences = List.copyOf(differences);
        faultArguments = List.copyOf(faultArguments);
    }

    /** 去向 */
    public enum Kind {
        /** 新增 */
        NEW,
        /** 变更 */
        CHANGED,
        /** 迁入 */
        MOVED,
        /** 无变化 */
        SAME,
        /** 退回 */
        REJECTED,
        /** 名单上没有 */
        GONE
    }

    /** One field that would change; {@code field} is null for the status itself. */
    public record Difference(@Nullable RosterField field, String from, String to) {}
}
