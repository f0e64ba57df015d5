package fangpin.office.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 名单字段: what a column of a roster can mean, with the header words that say so. */
public enum RosterField {
    /** 姓名 */
    NAME(true, "姓名", "名字", "成员姓名", "人员姓名", "家庭成员姓名", "被保险人姓名", "NAME"),
    /** 身份证号 */
    ID_NUMBER(
            true,
            "身份证号",
            "身份证号码",
            "身份证",
            "公民身份号码",
            "公民身份证号码",
            "居民身份证号码",
            "证件号码",
            "证件号",
            "证件号码(身份证)",
            "身份证件号码",
            "成员身份证号",
            "人员身份证号",
            "ID_NUMBER"),
    /** 户编号 */
    HOUSEHOLD_NUMBER(true, "户编号", "户号", "家庭编号", "户代码", "贫困户编号", "脱贫户编号", "建档立卡户编号", "家庭户编号", "HOUSEHOLD_NUMBER"),
    /** 村 */
    VILLAGE(
            true, "村", "行政村", "村居", "村(居)", "村名", "村名称", "行政村名称", "所在村", "村/居", "村(社区)", "村/社区", "社区", "村委会", "村居名称",
            "VILLAGE"),
    /** 乡镇 */
    TOWN(
            false, "乡镇", "镇街", "镇", "乡", "乡(镇)", "乡镇(街道)", "镇(街道)", "镇(街)", "镇街名称", "乡镇名称", "街道", "乡镇街道", "乡镇/街道",
            "镇/街道", "TOWN"),
    /** 与户主关系 */
    RELATION(false, "与户主关系", "户主关系", "家庭关系", "与户主的关系", "关系", "和户主关系", "RELATION"),
    /** 性别 */
    SEX(false, "性别", "SEX"),
    /** 出生日期 */
    BORN_ON(false, "出生日期", "出生年月日", "生日", "出生年月", "BORN_ON"),
    /** 联系电话 */
    PHONE(false, "联系电话", "电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "本人电话", "PHONE"),
    /** 家庭住址 */
    ADDRESS(false, "家庭住址", "住址", "地址", "家庭地址", "详细地址", "现住址", "居住地址", "ADDRESS"),
    /** 银行卡号 */
    BANK_CARD(
            false,
            "银行卡号",
            "银行账号",
            "社保卡号",
            "社会保障卡号",
            "社保卡银行账号",
            "社保卡账号",
            "一卡通账号",
            "一卡通",
            "卡号",
            "银行卡",
            "惠农一卡通账号",
            "BANK_CARD"),
    /** 文化程度 */
    SCHOOLING(false, "文化程度", "学历", "受教育程度", "教育程度", "SCHOOLING"),
    /** 自理能力 */
    SELF_CARE(false, "自理能力", "生活自理能力", "自理情况", "SELF_CARE"),
    /** 在校生状况 */
    STUDENT(false, "在校生状况", "在校生情况", "在校情况", "是否在校生", "在校生", "STUDENT");

    private static final Map<String, RosterField> BY_WORD = byWord();

    private final boolean required;
    /** With a bar between two. */
    private final String words;

    RosterField(boolean required, String... words) {
        this.required = required;
        this.words = String.join("|", words);
    }

    private static Map<String, RosterField> byWord() {
        Map<String, RosterField> fields = new HashMap<>();
        for (RosterField field : values()) {
            field.words().forEach(word -> fields.put(word, field));
        }
        return fields;
    }

    /** Whether a roster can't be read without it. */
    public boolean isRequired() {
        return required;
    }

    /** Header words that are taken for it, the usual one first; the last is its name in our own files. */
    public List<String> words() {
        return List.of(words.split("\\|", -1));
    }

    /** The key of its words on the screen. */
    public String key() {
        return "register.roster.field." + id();
    }

    /** As messages and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of a name that {@link #id} gave. */
    public static Optional<RosterField> ofId(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }

    /** The field of a header cell: spaces, line breaks, stars, colons and notes such as （必填） aside. */
    public static Optional<RosterField> ofHeader(String cell) {
        String word = CellText.withoutSpaces(CellText.normal(cell)).replaceAll("[*:]", "");
        RosterField field = BY_WORD.get(word);
        if (field == null) {
            field = BY_WORD.get(word.replaceAll("\\([^)]*\\)", ""));
        }
        return Optional.ofNullable(field);
    }
}
