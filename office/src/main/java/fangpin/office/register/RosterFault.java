package fangpin.office.register;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 退回原因: why a row of a roster can't be taken; each has its words under {@code register.roster.fault.}. */
public enum RosterFault implements RefusalReason {
    /** 格数与表头不符 */
    CELLS,
    /** 单元格过长 */
    TOO_LONG,
    /** 含控制字符或方向控制符 */
    STEERS,
    /** 文字编码混杂 */
    MIXED_ENCODING,
    /** 姓名为空 */
    NAME_EMPTY,
    /** 姓名过长 */
    NAME_TOO_LONG,
    /** 姓名中有字已丢失 */
    NAME_LOST_CHARACTER,
    /** 姓名中有自造字 */
    NAME_PRIVATE_CHARACTER,
    /** 姓名中有不用于姓名的字符 */
    NAME_NOT_A_NAME,
    /** 身份证号以数字保存，末尾几位已丢失 */
    ID_LOST_DIGITS,
    /** 长度不对 */
    ID_LENGTH,
    /** 15位旧号 */
    ID_OLD_NUMBER,
    /** 含非数字 */
    ID_NOT_DIGITS,
    /** 出生日期不存在 */
    ID_IMPOSSIBLE_DATE,
    /** 出生日期在将来 */
    ID_BORN_IN_FUTURE,
    /** 校验位不符 */
    ID_CHECK_DIGIT,
    /** 没有身份证号，也没有出生日期 */
    ID_AND_BIRTH_MISSING,
    /** 出生日期与身份证号不符 */
    BIRTH_DIFFERS,
    /** 不是日期 */
    BIRTH_NOT_A_DATE,
    /** 出生日期在将来 */
    BIRTH_IN_FUTURE,
    /** 性别与身份证号不符 */
    SEX_DIFFERS,
    /** 不是性别 */
    SEX_UNKNOWN,
    /** 户编号为空 */
    HOUSEHOLD_EMPTY,
    /** 户编号以数字保存，末尾几位已丢失 */
    HOUSEHOLD_LOST_DIGITS,
    /** 户编号不合规则 */
    HOUSEHOLD_NOT_A_NUMBER,
    /** 同一户在文件中出现在两个村 */
    HOUSEHOLD_IN_TWO_VILLAGES,
    /** 该户编号在册属于另一村 */
    HOUSEHOLD_ELSEWHERE,
    /** 该户编号在册属于另一区县 */
    HOUSEHOLD_OUTSIDE,
    /** 村为空 */
    VILLAGE_EMPTY,
    /** 没有这个村 */
    VILLAGE_UNKNOWN,
    /** 有几个同名的村 */
    VILLAGE_AMBIGUOUS,
    /** 关系不认得 */
    RELATION_UNKNOWN,
    /** 不是电话号码 */
    PHONE_WRONG,
    /** 卡号以数字保存，末尾几位已丢失 */
    CARD_LOST_DIGITS,
    /** 不是银行卡号 */
    CARD_WRONG,
    /** 文化程度不认得 */
    SCHOOLING_UNKNOWN,
    /** 自理能力不认得 */
    SELF_CARE_UNKNOWN,
    /** 在校生状况不认得 */
    STUDENT_UNKNOWN,
    /** 同一人在文件中出现两次 */
    PERSON_TWICE,
    /** 同一人在文件中属于两户 */
    PERSON_IN_TWO_HOUSEHOLDS,
    /** 该人在册属于另一区县 */
    PERSON_OUTSIDE,
    /** 该人的档案已并入另一人 */
    PERSON_MERGED,
    /** 该人在册已身故 */
    PERSON_DEAD,
    /** 户内有同名同生日的人，没有身份证号分不清 */
    PERSON_AMBIGUOUS,
    /** 号码已从一份档案上更正，该人现用另一号码 */
    NUMBER_CORRECTED,
    /** 同上，该人在册属于另一区县 */
    NUMBER_CORRECTED_OUTSIDE;

    @Override
    public String key() {
        return "register.roster.fault." + id();
    }

    /** What is wrong with a name. */
    public static RosterFault of(PersonName.Fault fault) {
        return switch (fault) {
            case EMPTY -> NAME_EMPTY;
            case TOO_LONG -> NAME_TOO_LONG;
            case STEERS -> STEERS;
            case LOST_CHARACTER -> NAME_LOST_CHARACTER;
            case PRIVATE_CHARACTER -> NAME_PRIVATE_CHARACTER;
            case NOT_A_NAME -> NAME_NOT_A_NAME;
        };
    }

    /** What is wrong with an ID number. */
    public static RosterFault of(IdNumber.Fault fault) {
        return switch (fault) {
            case LENGTH -> ID_LENGTH;
            case OLD_NUMBER -> ID_OLD_NUMBER;
            case NOT_DIGITS -> ID_NOT_DIGITS;
            case IMPOSSIBLE_DATE -> ID_IMPOSSIBLE_DATE;
            case BORN_IN_FUTURE -> ID_BORN_IN_FUTURE;
            case CHECK_DIGIT -> ID_CHECK_DIGIT;
        };
    }

    /** As the database keeps it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
