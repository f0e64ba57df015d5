package fangpin.office.access;

import java.util.Locale;

/** 程序被拒的原因: why a program does not even reach what it asks for; each has its words under {@code access.program.}. */
public enum ProgramRefusal implements RefusalReason {
    /** 没有有效凭证 */
    TOKEN_NEEDED,
    /** 凭证没有这项权限 */
    NO_RIGHT,
    /** 请求过多 */
    TOO_MANY_REQUESTS;

    @Override
    public String key() {
        return "access.program." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
