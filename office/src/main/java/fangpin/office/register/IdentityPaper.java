package fangpin.office.register;

import java.util.Locale;

/** 更正依据的证件或证明 */
public enum IdentityPaper {
    /** 居民身份证 */
    ID_CARD,
    /** 户口簿 */
    HOUSEHOLD_BOOK,
    /** 公安机关证明 */
    POLICE_STATEMENT,
    /** 出生医学证明 */
    BIRTH_CERTIFICATE,
    /** 其他，写在理由里 */
    OTHER;

    /** As the database writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is written so. */
    public static IdentityPaper of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
