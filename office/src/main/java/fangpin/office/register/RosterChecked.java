package fangpin.office.register;

import java.util.List;

/** 检查结果: what came of the check of a file. */
public sealed interface RosterChecked {
    /** 已检查 */
    record Done(RosterImport roster) implements RosterChecked {}

    /** 缺少必需的列 */
    record ColumnsMissing(List<RosterField> fields) implements RosterChecked {
        public ColumnsMissing {
            fields = List.copyOf(fields);
        }
    }

    /** 文件读到一半发现不是可读的表格 */
    record FileRefused(String chinese, String english) implements RosterChecked {}

    /** 已取消 */
    record Cancelled() implements RosterChecked {}

    /** 行数过多 */
    record TooManyRows(int mostRows) implements RosterChecked {}

    /** 用时过长 */
    record TooSlow() implements RosterChecked {}

    /** 检查因系统错误中断；没有留下任何数据 */
    record Broken() implements RosterChecked {}

    /** 不在可检查的环节、没有权限，或记录不存在 */
    record Refused(Refusal reason) implements RosterChecked {}
}
