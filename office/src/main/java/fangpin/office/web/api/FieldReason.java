package fangpin.office.web.api;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 字段错误: what is wrong with one field or parameter; each has its words under {@code web.api.field.}. */
enum FieldReason implements RefusalReason {
    /** 缺少 */
    MISSING,
    /** 没有这个字段 */
    UNKNOWN,
    /** 写法不对 */
    WRONG,
    /** 超出范围 */
    OUT_OF_BOUNDS,
    /** 出现两次 */
    TWICE,
    /** 不能与其他条件同时使用 */
    NOT_WITH_OTHERS;

    @Override
    public String key() {
        return "web.api.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
