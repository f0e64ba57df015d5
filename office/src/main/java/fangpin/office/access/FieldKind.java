package fangpin.office.access;

import java.util.Locale;

/** 敏感字段: a kind of personal data that is kept sealed. A value sealed as one kind does not open as another. */
public enum FieldKind {
    /** 证件号码 */
    ID_NUMBER(1),
    /** 电话 */
    PHONE(2),
    /** 住址 */
    ADDRESS(3),
    /** 银行卡号 */
    BANK_CARD(4),
    /** 健康信息 */
    HEALTH(5),
    /** 动态口令密钥 */
    SECOND_FACTOR(6),
    /** 附件 */
    ATTACHMENT(7),
    /** 登录名: only its hash is kept, to count failures. */
    USER_NAME(8);

    private final byte code;

    FieldKind(int code) {
        this.code = (byte) code;
    }

    /** The number that is bound into each sealed value; never changes. */
    public byte code() {
        return code;
    }

    /** One spelling of each value, so that equal values are found: 11010519491231002x and 11010519491231002X. */
    public String normal(String value) {
        String stripped = value.strip();
        return switch (this) {
            case ID_NUMBER -> stripped.toUpperCase(Locale.ROOT);
            case PHONE, BANK_CARD -> stripped.replaceAll("[^0-9]", "");
            case ADDRESS, HEALTH, SECOND_FACTOR, ATTACHMENT, USER_NAME -> stripped;
        };
    }
}
