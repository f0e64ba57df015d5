package fangpin.office.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 收件结果: what came of an uploaded file. */
public sealed interface RosterReceipt {
    /**
     * 已收: the file can be read; nothing of it is in the register.
     *
     * @param sameBefore the accepted import of this very file for the same thing, if there was one: it would change nothing
     */
    record Taken(RosterImport roster, @Nullable RosterImport sameBefore) implements RosterReceipt {}

    /** 不是可读的表格: why, in both languages. */
    record FileRefused(String chinese, String english) implements RosterReceipt {}

    /** 找不到表头: no line among the first ten has header words. */
    record HeaderNotFound() implements RosterReceipt {}

    /** 文件过大: more bytes than a roster may have. */
    record TooLarge(long mostBytes) implements RosterReceipt {}

    /** 没有权限 */
    record NoRight() implements RosterReceipt {}

    /** 区划不在辖区内 */
    record DivisionUnknown() implements RosterReceipt {}

    /** The first rows of a file as they would be read, personal numbers masked; for the choice of columns. */
    record FirstRows(List<List<String>> rows) {
        public FirstRows {
            rows = List.copyOf(rows);
        }
    }
}
