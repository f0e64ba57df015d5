package fangpin.office.access;

import java.util.Locale;

/** 安全设置: each with its default and the bounds nobody may leave. */
public enum SecuritySetting {
    /** 密码最短长度 */
    PASSWORD_LEAST_LENGTH(10, 8, 64),
    /** 密码至少含几种字符（等保 8.1.4.1） */
    PASSWORD_LEAST_KINDS(3, 1, 4),
    /** 密码有效天数，0 为不限 */
    PASSWORD_DAYS(90, 0, 730),
    /** 连续失败几次锁定 */
    LOCK_AFTER(5, 3, 10),
    /** 首次锁定分钟数，其后逐次加倍 */
    LOCK_MINUTES(5, 1, 60),
    /** 无操作退出分钟数（等保 8.1.4.1） */
    IDLE_MINUTES(15, 1, 15),
    /** 会话最长小时数 */
    SESSION_HOURS(12, 1, 24),
    /** 未登录多少天停用（等保 8.1.4.2） */
    STALE_DAYS(90, 30, 365),
    /** 审计保存天数，不少于 184 天（网络安全法） */
    AUDIT_KEEP_DAYS(1_096, 184, 36_500),
    /** 带签名的报文，交易时间与本系统时钟最多相差几分钟 */
    MESSAGE_MINUTES(10, 1, 720);

    private final int usual;
    private final int least;
    private final int most;

    SecuritySetting(int usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** What holds until somebody sets another value. */
    public int usual() {
        return usual;
    }

    /** The lowest value that may be set. */
    public int least() {
        return least;
    }

    /** The highest value that may be set. */
    public int most() {
        return most;
    }

    /** The key of its words. */
    public String key() {
        return "access.setting." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
