package fangpin.office.access;

import java.util.Locale;

/** 不予办理的原因: each has its words under {@code access.refusal.}. */
public enum AccessRefusal implements RefusalReason {
    /** 用户名或密码不对 */
    WRONG_PASSWORD,
    /** 尝试过多，暂时锁定 */
    LOCKED,
    /** 登录步骤已过期 */
    SIGN_IN_EXPIRED,
    /** 账号已停用 */
    STOPPED,
    /** 长期未用，已停用 */
    STALE,
    /** 初始密码已过期 */
    START_CODE_EXPIRED,
    /** 动态口令不对 */
    WRONG_CODE,
    /** 动态口令已经用过 */
    CODE_USED,
    /** 密码太短 */
    PASSWORD_SHORT,
    /** 密码种类不足 */
    PASSWORD_PLAIN,
    /** 密码太常见 */
    PASSWORD_COMMON,
    /** 密码含用户名 */
    PASSWORD_HOLDS_NAME,
    /** 密码与原来的相同 */
    PASSWORD_SAME,
    /** 两次输入不同 */
    PASSWORD_DIFFERS,
    /** 密码过长 */
    PASSWORD_LONG,
    /** 账号不存在或不在辖区内 */
    NOT_FOUND,
    /** 超出本人辖区 */
    OUTSIDE_DIVISION,
    /** 超出本人可授的角色 */
    ROLE_NOT_YOURS,
    /** 管理员角色须单独设账号 */
    ADMINISTRATORS_APART,
    /** 最后一名管理员 */
    LAST_ADMINISTRATOR,
    /** 没有选角色 */
    NO_ROLE,
    /** 用户名已有人用 */
    NAME_TAKEN,
    /** 用户名写法不对 */
    NAME_FORM,
    /** 姓名没有写 */
    DISPLAY_NAME,
    /** 不能对自己这样办 */
    ONESELF,
    /** 已被他人改动 */
    CHANGED_MEANWHILE,
    /** 经办与复核不能是同一人 */
    SAME_PERSON,
    /** 设置值超出范围 */
    OUT_OF_BOUNDS,
    /** 凭证权限未选 */
    NO_RIGHTS,
    /** 凭证有效期不对 */
    EXPIRY,
    /** 不是 SM2 公钥 */
    KEY_FORM,
    /** 给的是私钥 */
    KEY_PRIVATE,
    /** 公开示例的公钥 */
    KEY_PUBLISHED,
    /** 公钥已经用过 */
    KEY_USED,
    /** 凭证不发国家接口报文 */
    KEY_USELESS,
    /** 文件类型不允许 */
    FILE_TYPE,
    /** 文件为空 */
    FILE_EMPTY,
    /** 文件太大 */
    FILE_LARGE,
    /** 附件总量超限 */
    FILES_TOTAL,
    /** 文件名与内容不符 */
    FILE_NAME,
    /** 用途没有写 */
    PURPOSE_MISSING,
    /** 理由没有写 */
    REASON_MISSING,
    /** 没有到期的审计记录 */
    NOTHING_DUE,
    /** 已有人提出 */
    ASKED_ALREADY;

    @Override
    public String key() {
        return "access.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
